namespace ShopBot.Channels.WeChat;

/// <summary>One bubble in the chat. A reply of the bot becomes one or several.</summary>
internal abstract record WeChatMessage
{
    private WeChatMessage() { }

    /// <param name="Body">Cleaned; may be empty when there are choices.</param>
    public sealed record Text(string Body, IReadOnlyList<WeChatChoice> Choices) : WeChatMessage;

    /// <param name="MediaId">Ours.</param>
    public sealed record Picture(string MediaId) : WeChatMessage;

    /// <summary>A card that opens a page; the platform wants all four.</summary>
    public sealed record Article(string Title, string Description, string PictureUrl, string Url) : WeChatMessage;
}
