using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>What the platform answers to one API call.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer() { }

    /// <summary>Done; many successes carry no errcode.</summary>
    public sealed record Json(JsonObject Body) : ApiAnswer;

    /// <param name="Text">The errmsg, without the rid that is put behind it.</param>
    public sealed record Error(int Code, string Text) : ApiAnswer;

    public sealed record File(byte[] Bytes, string ContentType, string Name) : ApiAnswer;

    /// <summary>HTTP 404, where the platform does not answer as an API.</summary>
    public sealed record Missing : ApiAnswer;

    public static ApiAnswer Ok { get; } = new Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" });

    public static ApiAnswer Fail(int code, string? text = null) => new Error(code, text ?? ApiErrors.TextOf(code));
}
