namespace ShopBot.Channels.WeChat;

/// <summary>What only WeChat says about a message in: the activity's channel data.</summary>
public sealed class WeChatExtras
{
    /// <summary>The account's gh_ id as pushed; it signs the answer.</summary>
    public string OriginalId { get; init; } = "";

    /// <summary>Which choice of a message was tapped; null when the words were typed.</summary>
    public string? MenuItemId { get; init; }

    /// <summary>Scene of the QR code by which the person came, without the platform's prefix.</summary>
    public string? Scene { get; init; }

    /// <summary>The push was encrypted with the key before the last change, so the answer is too.</summary>
    internal bool UsesPreviousKey { get; init; }
}
