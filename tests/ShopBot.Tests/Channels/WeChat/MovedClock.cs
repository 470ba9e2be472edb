namespace ShopBot.Tests.Channels.WeChat;

/// <summary>A clock that stands still until it is moved; timers run in real time.</summary>
internal sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
