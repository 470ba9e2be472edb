using System.Text.Json;

namespace ShopBot.Channels.WeChat;

/// <summary>What came of one call to the platform.</summary>
internal abstract record WeChatReply
{
    private WeChatReply() { }

    /// <summary>Accepted: errcode 0, or none.</summary>
    public sealed record Done(JsonElement Json) : WeChatReply
    {
        /// <returns>Numbers as they are written: the platform drifts between 5 and "5". Null where there is no such member.</returns>
        public string? Text(string name) => Json.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
    }

    /// <summary>A download's bytes.</summary>
    public sealed record File(ReadOnlyMemory<byte> Bytes) : WeChatReply;

    /// <param name="Code">errcode.</param>
    /// <param name="Message">errmsg; for people, never to be matched on.</param>
    /// <param name="PlatformId">Of the message it already has, where the refusal names one.</param>
    public sealed record Refused(string Code, string Message, string? PlatformId = null) : WeChatReply;

    /// <summary>No byte of the request reached the platform.</summary>
    public sealed record NotSent(string Why) : WeChatReply;

    /// <summary>The call was not made, since there was no access token for it.</summary>
    /// <param name="Cause">What came of asking for one.</param>
    public sealed record NoToken(WeChatReply Cause) : WeChatReply;

    /// <summary>No answer that says whether it was accepted.</summary>
    public sealed record Unclear(string Why) : WeChatReply;
}
