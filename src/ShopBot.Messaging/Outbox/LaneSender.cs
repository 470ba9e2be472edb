using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>Sends one claimed message: plan a legal route, render, then per part start, call, finish.</summary>
public sealed class LaneSender(
    IOutboxStore store,
    RouteFinder routes,
    SendLedger ledger,
    INoticeWriter notices,
    IEnumerable<IOutbound> channels,
    TimeProvider time,
    ILogger<LaneSender> log)
{
    /// <summary>A process that slept longer than this between "started" and the first byte may have lost the lane.</summary>
    private static readonly TimeSpan StartIsFresh = TimeSpan.FromSeconds(2);

    /// <summary>Somebody who opens and uses up windows faster than we start would keep us here.</summary>
    private const int MaxPlans = 5;

    /// <summary>A channel's call that has not ended by then never will; by real time, as the channel's own limit of 10 s is.</summary>
    internal TimeSpan CallMost { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for wording and uploads.</summary>
    internal TimeSpan PrepareMost { get; init; } = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IOutbound> _channels = channels.ToDictionary(c => c.Channel, StringComparer.Ordinal);

    /// <param name="stopping">Nothing more is begun after it; a call under way ends, so that its outcome is known.</param>
    public async Task SendAsync(Account account, LaneClaim claim, CancellationToken stopping)
    {
        Prepared prepared;
        using var limit = new CancellationTokenSource(PrepareMost);
        try
        {
            prepared = await PrepareAsync(account, claim, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Nothing was sent: the message goes back and the lane is free.
            log.LogError(error, "Message {Message} of account {Account} could not be prepared.", claim.Message.Id, account.Name);
            prepared = new Prepared.Ended(DeliveryPolicy.AfterError(error, claim, time.GetUtcNow(), Random.Shared.NextDouble()));
        }

        if (prepared is Prepared.Ready ready)
            await SendPartsAsync(account, claim, ready, stopping).ConfigureAwait(false);
        else
            await ledger.CloseAsync(claim, ((Prepared.Ended)prepared).Verdict, stopping).ConfigureAwait(false);
    }

    private async Task<Prepared> PrepareAsync(Account account, LaneClaim claim, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (claim.ExpiresAt <= now)
            return new Prepared.Ended(new Verdict.Expired());
        if (DeliveryPolicy.AfterKeyEnded(claim, now) is { } ended)
            return new Prepared.Ended(ended);

        var channel = _channels[account.Channel];
        var plan = await routes.FindAsync(account, claim, channel).ConfigureAwait(false);
        if (Waiting(plan) is { } waiting)
            return new Prepared.Ended(waiting);
        return claim.Parts is { } parts && claim.RenderedFor == plan.Route.Name
            ? new Prepared.Ready(plan, channel, parts)
            : await RenderAsync(account, claim, plan, channel, ct).ConfigureAwait(false);
    }

    /// <returns>Null where the plan's route is open.</returns>
    private static Verdict? Waiting(Plan plan) => plan.Route switch
    {
        Route.Closed closed => new Verdict.WaitForPerson(closed.Why),
        Route.Later later => new Verdict.WaitUntil(later.Until, later.Why),
        _ => null,
    };

    private async Task<Prepared> RenderAsync(Account account, LaneClaim claim, Plan plan, IOutbound channel, CancellationToken ct)
    {
        IReadOnlyList<Activity> activities;
        try
        {
            activities = claim.Message.Kind == OutboxMessage.ActivitiesKind
                ? ActivityPayload.Read(claim.Message.Payload)
                : await notices.WriteAsync(claim.Message, plan.Route, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is UnknownNoticeException or System.Text.Json.JsonException)
        {
            return new Prepared.Ended(new Verdict.Parked("unwritten", error.Message));
        }

        switch (await channel.RenderAsync(account, claim.Lane, plan.Route, activities, ct).ConfigureAwait(false))
        {
            case Rendering.Ready { Parts.Count: 0 }:
                return new Prepared.Ended(new Verdict.Done());
            case Rendering.Ready ready:
                return new Prepared.Ready(plan, channel, await store.SavePartsAsync(claim, plan, ready.Parts, CancellationToken.None).ConfigureAwait(false));
            case Rendering.Failed failed:
                return new Prepared.Ended(await ledger.JudgeAsync(claim, failed.Outcome, part: null, plan).ConfigureAwait(false)
                    ?? throw new InvalidOperationException("A rendering that failed cannot have been delivered."));
            default:
                throw new InvalidOperationException("Not a rendering this sender knows.");
        }
    }

    private async Task SendPartsAsync(Account account, LaneClaim claim, Prepared.Ready prepared, CancellationToken stopping)
    {
        for (var i = 0; i < prepared.Parts.Count; i++)
        {
            var part = prepared.Parts[i];
            if (stopping.IsCancellationRequested)
            {
                await ledger.CloseAsync(claim, Interrupted("stopping", "The program was stopped before it was sent."), stopping).ConfigureAwait(false);
                return;
            }

            if (await StartAsync(account, claim, part, prepared, stopping).ConfigureAwait(false) is not { } plan)
                return;
            var outcome = await CallAsync(account, claim, prepared.Channel, part).ConfigureAwait(false);
            var verdict = await ledger.JudgeAsync(claim, outcome, part, plan).ConfigureAwait(false) ?? (i == prepared.Parts.Count - 1 ? new Verdict.Done() : null);
            if (!await ledger.FinishAsync(claim, part, outcome, verdict, plan, stopping).ConfigureAwait(false) || verdict is not null)
                return;
            claim = claim with { BoundTo = plan.Route.Name };
        }

        // Everything had been accepted before; only the end was not written down.
        if (prepared.Parts.Count == 0)
            await ledger.CloseAsync(claim, new Verdict.Done(), stopping).ConfigureAwait(false);
    }

    private async Task<SendOutcome> CallAsync(Account account, LaneClaim claim, IOutbound channel, OutboxPart part)
    {
        using var limit = new CancellationTokenSource(CallMost);
        try
        {
            return await channel.SendAsync(account, claim.Lane, part, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Started and then broken: whether bytes left is unknown, and what that means is the policy's to say.
            log.LogError(error, "Sending message {Message} of account {Account} broke off.", claim.Message.Id, account.Name);
            return new SendOutcome.Unknown(error.Message);
        }
    }

    /// <returns>The plan the part was started under; null when the claim has been ended here.</returns>
    private async Task<Plan?> StartAsync(Account account, LaneClaim claim, OutboxPart part, Prepared.Ready prepared, CancellationToken stopping)
    {
        var plan = prepared.Plan;
        try
        {
            // Shut meanwhile: another window of the same kind carries the same bytes; for another kind of route it is rendered anew.
            for (var round = 0; round < MaxPlans && plan.Route.Name == prepared.Plan.Route.Name; round++)
            {
                await routes.CatchUpAsync().ConfigureAwait(false);
                var (began, beganAt) = (time.GetTimestamp(), time.GetUtcNow());
                switch (await store.StartAsync(claim, part, plan, CancellationToken.None).ConfigureAwait(false))
                {
                    // Two clocks: the one stands still while a machine sleeps, the other may be set.
                    case StartResult.Started when time.GetElapsedTime(began) <= StartIsFresh && time.GetUtcNow() - beganAt <= StartIsFresh:
                        return plan;
                    case StartResult.Started:
                        var slept = new SendOutcome.TryAgain(TimeSpan.Zero, "slept", CountsAsAttempt: false);
                        await ledger.FinishAsync(claim, part, slept, Interrupted(slept.Code, "The process was stopped between start and send."), plan, stopping).ConfigureAwait(false);
                        return null;
                    case StartResult.Fenced:
                        ledger.LogFenced(claim);
                        return null;
                }

                plan = await routes.FindAsync(account, claim, prepared.Channel).ConfigureAwait(false);
            }
        }
        catch (Exception error)
        {
            // The start was not committed, so nothing was sent.
            log.LogError(error, "Message {Message} of account {Account} could not be started.", claim.Message.Id, claim.Lane.Account);
            await ledger.CloseAsync(claim, DeliveryPolicy.AfterError(error, claim, time.GetUtcNow(), Random.Shared.NextDouble()), stopping).ConfigureAwait(false);
            return null;
        }

        var verdict = Waiting(plan) ?? new Verdict.PlanAgain("shut", "The route shut before the message left.");
        await ledger.CloseAsync(claim, verdict, stopping).ConfigureAwait(false);
        return null;
    }

    private Verdict.Retry Interrupted(string code, string why) => new(time.GetUtcNow(), code, why);

    /// <summary>What came of planning and rendering: ready to send, or ended before anything was.</summary>
    private abstract record Prepared
    {
        public sealed record Ready(Plan Plan, IOutbound Channel, IReadOnlyList<OutboxPart> Parts) : Prepared;

        public sealed record Ended(Verdict Verdict) : Prepared;
    }
}
