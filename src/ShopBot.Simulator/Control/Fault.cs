using System.Text.Json.Serialization;

namespace ShopBot.Simulator.Control;

/// <summary>What goes wrong. The first row is for API calls, the second for pushes.</summary>
internal enum FaultKind
{
    /// <summary>Answer an error code; nothing is done.</summary>
    Errcode,
    /// <summary>Answer an HTTP status and body; nothing is done.</summary>
    Status,
    /// <summary>Answer an HTML page with status 200 or another; nothing is done.</summary>
    Html,
    /// <summary>Answer 200 without a body; nothing is done.</summary>
    Empty,
    /// <summary>Cut the connection; nothing is done.</summary>
    Drop,
    /// <summary>Wait, then do and answer as always.</summary>
    Hang,
    /// <summary>Do it, then cut the connection without an answer.</summary>
    AcceptAndCut,
    /// <summary>Do it, then wait before answering.</summary>
    AcceptAndHang,
    /// <summary>Accept it, but the job it starts fails: a template message, a notice, a mass message.</summary>
    FailJob,

    /// <summary>The message never leaves the platform.</summary>
    Lose,
    /// <summary>The message leaves later.</summary>
    Delay,
    /// <summary>The message leaves only after the next one of the same person.</summary>
    Reorder,
    /// <summary>The message is delivered several times, though it was answered.</summary>
    Repeat,
    /// <summary>The platform closes the connection before it has read the answer; the next try follows.</summary>
    Cut,
    /// <summary>The signature is wrong.</summary>
    BadSignature,
}

/// <summary>Something that shall go wrong once or several times.</summary>
internal sealed record Fault
{
    public long Id { get; init; }

    /// <summary>An API path (<c>/cgi-bin/message/custom/send</c>), <c>*</c> for every API, or <c>push</c>.</summary>
    public required string On { get; init; }

    public required FaultKind Do { get; init; }

    /// <summary>Only for this account.</summary>
    public string? Account { get; init; }

    /// <summary>Only for this person; pushes and calls that name a recipient.</summary>
    public string? Person { get; init; }

    /// <summary>Calls or pushes it meets.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Calls or pushes that pass before.</summary>
    public int Skip { get; init; }

    public int Errcode { get; init; } = -1;

    public string? Errmsg { get; init; }

    public int Status { get; init; } = 502;

    public string? Body { get; init; }

    /// <summary>How long to hang or delay, or the time between repeated deliveries; on the simulated clock.</summary>
    public TimeSpan For { get; init; }

    /// <summary>Further deliveries of a repeated push.</summary>
    public int More { get; init; } = 1;

    /// <summary>Repeated deliveries leave at the same instant as the first.</summary>
    public bool Together { get; init; }

    [JsonIgnore]
    public bool IsForPushes => Do >= FaultKind.Lose;

    public bool Fits(string on, string? account, string? person) =>
        (On == on || On == "*" && on != "push") && (Account is null || Account == account) && (Person is null || Person == person);
}
