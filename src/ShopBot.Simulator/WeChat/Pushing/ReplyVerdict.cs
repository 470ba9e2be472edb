using ShopBot.Simulator.Phones;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>What the platform makes of the answer to a push.</summary>
internal abstract record ReplyVerdict
{
    private ReplyVerdict() { }

    /// <summary><c>success</c> or nothing: received, no answer.</summary>
    public sealed record Received : ReplyVerdict;

    /// <param name="Clear">The reply's XML, decrypted.</param>
    public sealed record Answered(ChatMessage Shown, string Clear) : ReplyVerdict;

    /// <summary>Nothing the platform takes: it tries again, and in the end shows that the service is at fault.</summary>
    public sealed record Broken(string Why, string? Clear = null) : ReplyVerdict;
}
