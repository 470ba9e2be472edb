namespace ShopBot.Simulator.Control;

/// <summary>The last exchanges between the platform and one account's software.</summary>
internal sealed class TranscriptLog(int capacity)
{
    private const int BodyChars = 16_000;
    private readonly Lock _gate = new();
    private readonly Queue<TranscriptEntry> _entries = new();

    public void Add(TranscriptEntry entry)
    {
        entry = entry with { Request = Shorten(entry.Request), Answer = Shorten(entry.Answer) };
        lock (_gate)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > capacity)
                _entries.Dequeue();
        }
    }

    public IReadOnlyList<TranscriptEntry> All()
    {
        lock (_gate)
            return [.. _entries];
    }

    public void Clear()
    {
        lock (_gate)
            _entries.Clear();
    }

    private static string? Shorten(string? body) => body is { Length: > BodyChars } ? body[..BodyChars] + "…" : body;
}

/// <summary>One exchange.</summary>
internal sealed record TranscriptEntry
{
    public required long Id { get; init; }

    /// <summary>Drawn when the call or push began, from the same row of numbers as <see cref="Id"/>, which is drawn at its end.</summary>
    public required long Begun { get; init; }

    /// <summary>On the simulated clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>call</c> (the account's software called the platform) or <c>push</c> (one try of the other way round).</summary>
    public required string Kind { get; init; }

    public required string Account { get; init; }

    public string? Person { get; init; }

    /// <summary>The API's path, or the kind of message or event pushed.</summary>
    public required string Api { get; init; }

    public string? Method { get; init; }

    /// <summary>What was sent; a push shows the clear text before encryption.</summary>
    public string? Request { get; init; }

    /// <summary>HTTP status; 0 when the connection was cut.</summary>
    public int Status { get; init; }

    /// <summary>The answer; one to a push is shown decrypted.</summary>
    public string? Answer { get; init; }

    public int? Errcode { get; init; }

    /// <summary>What the answer to a refused call ends with; the account can ask about it for a week.</summary>
    public string? Rid { get; init; }

    /// <summary>The access token of the call.</summary>
    public string? Token { get; init; }

    public long? PushId { get; init; }

    public int? Try { get; init; }

    /// <summary>Why the platform did not accept an answer, or the fault it was told to make.</summary>
    public string? Problem { get; init; }

    /// <summary>Milliseconds of real time.</summary>
    public long Took { get; init; }
}
