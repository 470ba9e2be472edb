namespace ShopBot.Messaging.Outbox;

/// <summary>What the store knows for and against the ways to one person.</summary>
/// <param name="IsGone">They left the account.</param>
/// <param name="Consents">By form: how many notices the person accepted that are not yet used; 0 = switched off or used up. No entry = nothing is known.</param>
/// <param name="Blocked">By call, or by form (<see cref="FormKey"/>): until when it must rest and why.</param>
public sealed record Outlook(bool IsGone, IReadOnlyDictionary<string, int> Consents, IReadOnlyDictionary<string, Block> Blocked)
{
    /// <summary>Under which a form is paused and counted, beside the call that carries it.</summary>
    public static string FormKey(string templateId) => "template:" + templateId;
}

/// <param name="Until">UTC.</param>
public sealed record Block(DateTimeOffset Until, string Why);

/// <summary>The way chosen for a message, and why not a better one.</summary>
/// <param name="Way">Null where nothing can be sent now.</param>
/// <param name="Why">For people: what was chosen and what was against the ways before it.</param>
public sealed record Plan(Route Route, Way? Way, string Why);
