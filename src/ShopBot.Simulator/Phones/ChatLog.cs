namespace ShopBot.Simulator.Phones;

/// <summary>The last messages between one person and one account, both ways, in order.</summary>
internal sealed class ChatLog(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<ChatMessage> _messages = new();

    public void Add(ChatMessage message)
    {
        lock (_gate)
        {
            _messages.Enqueue(message);
            if (_messages.Count > capacity)
                _messages.Dequeue();
        }
    }

    /// <param name="after">Id of the last message already seen; 0 for all that are kept.</param>
    public IReadOnlyList<ChatMessage> After(long after)
    {
        lock (_gate)
            return [.. _messages.Where(m => m.Id > after)];
    }

    public ChatMessage? Last()
    {
        lock (_gate)
            return _messages.LastOrDefault();
    }
}
