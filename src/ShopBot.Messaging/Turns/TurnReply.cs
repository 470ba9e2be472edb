namespace ShopBot.Messaging.Turns;

/// <summary>What the webhook answers. Dispose it once the answer is written: until then nothing else goes to the same person.</summary>
public abstract record TurnReply : IDisposable
{
    private TurnReply() { }

    internal IDisposable? Hold { get; init; }

    public void Dispose()
    {
        Hold?.Dispose();
        GC.SuppressFinalize(this);
    }

    public sealed record Answered(ReadOnlyMemory<byte> Body, string ContentType) : TurnReply;

    /// <summary>The event is stored and the reply comes through the outbox: tell the platform it is received.</summary>
    public sealed record Later : TurnReply;

    /// <summary>Nothing is stored, nothing was promised: answer with a server error so that the platform asks again.</summary>
    public sealed record AskAgain : TurnReply;
}
