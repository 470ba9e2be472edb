namespace ShopBot.Simulator.WeChat.Api;

/// <summary>One API of the platform and what it asks for before it does anything.</summary>
internal sealed record ApiMethod
{
    /// <summary>Below the API host, <c>/cgi-bin/…</c>.</summary>
    public required string Path { get; init; }

    public required Func<ApiCall, Task<ApiAnswer>> Run { get; init; }

    public bool IsPost { get; init; }

    public bool NeedsToken { get; init; } = true;

    public bool ReadsJson { get; init; }

    /// <summary>The answer to a body with <c>\uXXXX</c> letters.</summary>
    public int EscapeErrcode { get; init; } = 47002;

    /// <summary>The kinds of account that may call it; all others are told 48001.</summary>
    public AccountKinds For { get; init; } = AccountKinds.All;

    /// <summary>Calls per Beijing day of a newly registered account.</summary>
    public int DailyLimit { get; init; } = int.MaxValue;

    /// <summary>Calls per minute.</summary>
    public int MinuteLimit { get; init; } = int.MaxValue;

    /// <summary>APIs of one family share a day's calls under this name; the path itself where there is none.</summary>
    public string? CountedAs { get; init; }

    public static ApiMethod Get(string path, Func<ApiCall, ApiAnswer> run) => new() { Path = path, Run = call => Task.FromResult(run(call)) };

    public static ApiMethod Get(string path, Func<ApiCall, Task<ApiAnswer>> run) => new() { Path = path, Run = run };

    public static ApiMethod Post(string path, Func<ApiCall, ApiAnswer> run) =>
        new() { Path = path, Run = call => Task.FromResult(run(call)), IsPost = true, ReadsJson = true };
}
