namespace ShopBot.Channels.WeChat;

/// <summary>How long we wait for the platform. Real time, whatever the program's clock says.</summary>
internal sealed record WeChatTimes
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A message with everything it needs: token, call, a second try with a new token.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A push's body. The platform drops the request after that, so a body that trickles in for longer has no reader.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Up- and downloads; nobody has begun to wait for a message then.</summary>
    public TimeSpan Transfer { get; init; } = TimeSpan.FromSeconds(30);
}
