namespace ShopBot.Channels.WeChat;

/// <summary>One bubble in the chat. A reply of the bot becomes one or several.</summary>
internal abstract record WeChatMessage
{
    private WeChatMessage() { }

    /// <param name="Body">Cleaned; may be empty when there are choices.</param>
    public sealed record Text(string Body, IReadOnlyList<WeChatChoice> Choices) : WeChatMessage;

    /// <param name="MediaId">Ours.</param>
    public sealed record Picture(string MediaId) : WeChatMessage;

    /// <param name="MediaId">Ours; an AMR or MP3 recording.</param>
    public sealed record Voice(string MediaId) : WeChatMessage;

    /// <param name="MediaId">Ours; an MP4.</param>
    /// <param name="ThumbId">Ours; a small JPEG. Null = none: then only an answer can carry it, elsewhere it is a link.</param>
    public sealed record Video(string MediaId, string? ThumbId, string Title, string Description) : WeChatMessage;

    /// <param name="Url">Of the recording, anywhere on the web.</param>
    /// <param name="BetterUrl">Played on Wi-Fi.</param>
    /// <param name="ThumbId">Ours; a small JPEG.</param>
    public sealed record Music(string Title, string Description, string Url, string BetterUrl, string ThumbId) : WeChatMessage;

    /// <summary>A card that opens a page; the platform wants all four.</summary>
    public sealed record Article(string Title, string Description, string PictureUrl, string Url) : WeChatMessage;

    /// <summary>An article the account published on the platform.</summary>
    public sealed record PublishedArticle(string ArticleId, string Title) : WeChatMessage;

    /// <summary>A coupon card of the platform.</summary>
    public sealed record Coupon(string CardId, string Title) : WeChatMessage;

    /// <param name="ThumbId">Ours; a small JPEG.</param>
    public sealed record MiniProgram(string Title, string AppId, string Page, string ThumbId) : WeChatMessage;

    /// <summary>Hands the person over to the platform's own agent console. Only in answer to something they wrote.</summary>
    /// <param name="Agent">Whose chat; null = whoever is there.</param>
    public sealed record HandOver(string? Agent) : WeChatMessage;
}
