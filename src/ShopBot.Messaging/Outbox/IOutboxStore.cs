using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>The right to send one lane's next message; ends when it is closed, or with the process.</summary>
/// <param name="Token">Fences: after another took the lane, nothing is written under this one.</param>
/// <param name="Resends">Repeats made after an unknown outcome.</param>
/// <param name="PutOff">Failures in a row; space the next try.</param>
/// <param name="Parts">What was rendered and is not yet accepted; null = to be rendered.</param>
public sealed record LaneClaim(
    string Token, OutboxMessage Message, DateTimeOffset ExpiresAt, int Resends, int PutOff, IReadOnlyList<OutboxPart>? Parts)
{
    public ContactPoint Lane => Message.To;

    /// <summary>The route <see cref="Parts"/> were rendered for; null = none yet.</summary>
    public string? RenderedFor { get; init; }

    /// <summary>The route over which some of it did or may have arrived: over another one it would be the same message twice in two shapes. Null = free.</summary>
    public string? BoundTo { get; init; }

    /// <summary>Names of routes the platform refused for this message.</summary>
    public IReadOnlyCollection<string> RoutesOff { get; init; } = [];

    /// <summary>How often the person's lane had been woken when it was claimed; see <see cref="Verdict.WaitForPerson"/>.</summary>
    public long Woken { get; init; }
}

/// <summary>What came of asking to send a part now.</summary>
public enum StartResult
{
    /// <summary>Written down; the first byte may leave.</summary>
    Started,

    /// <summary>The window has shut, a pause has begun or a limit is used up since the route was planned.</summary>
    RouteShut,

    /// <summary>Somebody else owns the lane.</summary>
    Fenced,
}

/// <summary>What becomes of a claimed message.</summary>
public abstract record Verdict
{
    private Verdict() { }

    public sealed record Done : Verdict;

    /// <param name="Resend">True when it repeats a send whose outcome is unknown; allowed once.</param>
    public sealed record Retry(DateTimeOffset At, string Code, string Why, bool Resend = false) : Verdict;

    /// <summary>What was rendered no longer holds; parts that were accepted stay accepted.</summary>
    public sealed record RenderAgain(DateTimeOffset At, string Code) : Verdict;

    /// <summary>The route is not open to this message after all: it goes back unharmed and is planned anew at once.</summary>
    /// <param name="Strike">Name of the route on which this very message was refused: it is not tried there again. Null = none.</param>
    public sealed record PlanAgain(string Code, string Why, string? Strike = null) : Verdict;

    /// <summary>A way is known but paused or used up: the message goes back unharmed.</summary>
    public sealed record WaitUntil(DateTimeOffset At, string Why) : Verdict;

    /// <summary>No legal way to the person now: the message goes back unharmed and its lane waits until they act, unless they did since the claim.</summary>
    public sealed record WaitForPerson(string Why) : Verdict;

    /// <summary>Final: no repeat will help.</summary>
    public sealed record Dead(string Code, string Why) : Verdict;

    /// <summary>Final until a person decides: whether it arrived is unknown and a repeat could harm.</summary>
    public sealed record Parked(string Code, string Why) : Verdict;

    /// <summary>Not sent in time.</summary>
    public sealed record Expired : Verdict;
}

/// <summary>The outbox's tables as the dispatcher needs them. Three short transactions around a send: claim, start, finish.</summary>
public interface IOutboxStore
{
    /// <summary>Settles what a killed process left: unsent messages are free again, half-sent ones follow the policy of their class.</summary>
    Task RecoverAsync(CancellationToken ct);

    /// <summary>Leases lanes with something due, most urgent first; none while the account is paused.</summary>
    Task<IReadOnlyList<LaneClaim>> ClaimAsync(string account, int atMost, CancellationToken ct);

    /// <summary>Leases one person's lane for an answer to them: what is due there, in order, under one token. Empty where there is nothing, or something of it is being sent.</summary>
    Task<IReadOnlyList<LaneClaim>> ClaimLaneAsync(ContactPoint lane, int atMost, CancellationToken ct);

    /// <summary>Writes "sending" for messages that go into an answer.</summary>
    /// <returns>False when fenced.</returns>
    Task<bool> StartAnswerAsync(IReadOnlyList<LaneClaim> claims, CancellationToken ct);

    /// <summary>Ends such a lease. The lane waits until the person acts again.</summary>
    /// <param name="started">How many of the claims, from the first on, were started.</param>
    /// <param name="isTold">Whether the answer with those was committed; else they go back unharmed.</param>
    Task EndAnswerAsync(IReadOnlyList<LaneClaim> claims, int started, bool isTold, CancellationToken ct);

    /// <summary>What stands for and against each way to a person now.</summary>
    Task<Outlook> LookAsync(ContactPoint person, IReadOnlyList<Way> ways, MessageClass messageClass, CancellationToken ct);

    /// <summary>Freezes what was rendered, so that a repeat sends the same bytes under the same keys; what was rendered for another route goes.</summary>
    /// <returns>The parts to send: those that no earlier rendering has already brought to the person.</returns>
    Task<IReadOnlyList<OutboxPart>> SavePartsAsync(LaneClaim claim, Plan plan, IReadOnlyList<OutboxPart> parts, CancellationToken ct);

    /// <summary>Re-checks the route, takes one unit of its window and limits and writes "sending", before the first byte leaves.</summary>
    Task<StartResult> StartAsync(LaneClaim claim, OutboxPart part, Plan plan, CancellationToken ct);

    /// <summary>Writes down what came of a started part and what becomes of the message, in one transaction.</summary>
    /// <param name="verdict">Ends the claim; null where the part was accepted and another one follows.</param>
    /// <param name="plan">Where the part was started; its window gets its unit back, or closes, as the outcome says.</param>
    /// <returns>False when fenced: somebody else owns the lane, nothing was written.</returns>
    Task<bool> FinishAsync(LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Plan plan, CancellationToken ct);

    /// <summary>Ends a claim under which nothing is being sent.</summary>
    /// <returns>False when fenced.</returns>
    Task<bool> CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken ct);

    /// <summary>Ends the claim without touching the message; the lane waits for <see cref="WakeAsync"/>, at most until then.</summary>
    Task DeferAsync(LaneClaim claim, DateTimeOffset until, CancellationToken ct);

    Task WakeAsync(ContactPoint lane, CancellationToken ct);

    /// <summary>Stops an account, or one call of it, until then.</summary>
    /// <param name="api">Null = all claims of the account.</param>
    Task PauseAsync(string account, string? api, DateTimeOffset until, string reason, CancellationToken ct);
}
