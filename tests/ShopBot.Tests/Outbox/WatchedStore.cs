using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Tests.Outbox;

/// <summary>A store that lets the test get in between, and fail it.</summary>
internal sealed class WatchedStore(IOutboxStore store) : IOutboxStore
{
    /// <summary>Called before each call with its name; what it throws is thrown.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called when a call is committed.</summary>
    public Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    public async Task RecoverAsync(CancellationToken ct) => await AroundAsync("recover", async () =>
    {
        await store.RecoverAsync(ct);
        return true;
    });

    public Task<IReadOnlyList<LaneClaim>> ClaimAsync(string account, int atMost, CancellationToken ct) => AroundAsync("claim", () => store.ClaimAsync(account, atMost, ct));

    public Task<IReadOnlyList<LaneClaim>> ClaimLaneAsync(ContactPoint lane, int atMost, CancellationToken ct) =>
        AroundAsync("claim lane", () => store.ClaimLaneAsync(lane, atMost, ct));

    public Task<bool> StartAnswerAsync(IReadOnlyList<LaneClaim> claims, CancellationToken ct) => AroundAsync("start answer", () => store.StartAnswerAsync(claims, ct));

    public async Task EndAnswerAsync(IReadOnlyList<LaneClaim> claims, int started, bool isTold, CancellationToken ct) => await AroundAsync("end answer", async () =>
    {
        await store.EndAnswerAsync(claims, started, isTold, ct);
        return true;
    });

    public Task<Outlook> LookAsync(ContactPoint person, IReadOnlyList<Way> ways, MessageClass messageClass, CancellationToken ct) =>
        AroundAsync("look", () => store.LookAsync(person, ways, messageClass, ct));

    public Task<IReadOnlyList<OutboxPart>> SavePartsAsync(LaneClaim claim, Plan plan, IReadOnlyList<OutboxPart> parts, CancellationToken ct) =>
        AroundAsync("save", () => store.SavePartsAsync(claim, plan, parts, ct));

    public Task<StartResult> StartAsync(LaneClaim claim, OutboxPart part, Plan plan, CancellationToken ct) =>
        AroundAsync("start", () => store.StartAsync(claim, part, plan, ct));

    public Task<bool> FinishAsync(LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Plan plan, CancellationToken ct) =>
        AroundAsync("finish", () => store.FinishAsync(claim, part, outcome, verdict, plan, ct));

    public Task<bool> CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken ct) => AroundAsync("close", () => store.CloseAsync(claim, verdict, ct));

    public async Task DeferAsync(LaneClaim claim, DateTimeOffset until, CancellationToken ct) => await AroundAsync("defer", async () =>
    {
        await store.DeferAsync(claim, until, ct);
        return true;
    });

    public async Task WakeAsync(ContactPoint lane, CancellationToken ct) => await AroundAsync("wake", async () =>
    {
        await store.WakeAsync(lane, ct);
        return true;
    });

    public async Task PauseAsync(string account, string? api, DateTimeOffset until, string reason, CancellationToken ct) => await AroundAsync("pause", async () =>
    {
        await store.PauseAsync(account, api, until, reason, ct);
        return true;
    });

    private async Task<T> AroundAsync<T>(string name, Func<Task<T>> call)
    {
        await Before(name);
        var result = await call();
        await After(name);
        return result;
    }
}
