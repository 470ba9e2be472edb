using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>Sends one claimed message: plan a legal route, render, then per part start, call, finish.</summary>
public sealed class LaneSender(
    IOutboxStore store,
    IContacts contacts,
    INoticeWriter notices,
    IEnumerable<IOutbound> channels,
    TimeProvider time,
    ILogger<LaneSender> log)
{
    /// <summary>A process that slept longer than this between "started" and the first byte may have lost the lane.</summary>
    private static readonly TimeSpan StartIsFresh = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);

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
            await CloseAsync(claim, ((Prepared.Ended)prepared).Verdict, stopping).ConfigureAwait(false);
    }

    private async Task<Prepared> PrepareAsync(Account account, LaneClaim claim, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (claim.ExpiresAt <= now)
            return new Prepared.Ended(new Verdict.Expired());
        if (await PlanAsync(claim, now).ConfigureAwait(false) is not { } route)
            return new Prepared.Ended(new Verdict.WaitForPerson("No window is open: the person has not written lately."));

        var channel = _channels[account.Channel];
        return claim.Parts is { } parts
            ? new Prepared.Ready(route, channel, parts)
            : await RenderAsync(account, claim, route, channel, ct).ConfigureAwait(false);
    }

    /// <returns>Null where no way to the person is open.</returns>
    private async Task<Route.ServiceWindow?> PlanAsync(LaneClaim claim, DateTimeOffset now)
    {
        var windows = await contacts.OpenWindowsAsync(claim.Lane, now, CancellationToken.None).ConfigureAwait(false);
        return windows is [var first, ..] ? new Route.ServiceWindow(first.Trigger, first.ExpiresAt, first.Remaining) : null;
    }

    private async Task<Prepared> RenderAsync(Account account, LaneClaim claim, Route.ServiceWindow route, IOutbound channel, CancellationToken ct)
    {
        IReadOnlyList<Activity> activities;
        try
        {
            activities = claim.Message.Kind == OutboxMessage.ActivitiesKind
                ? ActivityPayload.Read(claim.Message.Payload)
                : await notices.WriteAsync(claim.Message, route, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is UnknownNoticeException or System.Text.Json.JsonException)
        {
            return new Prepared.Ended(new Verdict.Parked("unwritten", error.Message));
        }

        switch (await channel.RenderAsync(account, claim.Lane, route, activities, ct).ConfigureAwait(false))
        {
            case Rendering.Ready { Parts.Count: 0 }:
                return new Prepared.Ended(new Verdict.Done());
            case Rendering.Ready ready:
                return new Prepared.Ready(route, channel, await store.SavePartsAsync(claim, route, ready.Parts, CancellationToken.None).ConfigureAwait(false));
            case Rendering.Failed failed:
                return new Prepared.Ended(await JudgeAsync(claim, failed.Outcome, part: null).ConfigureAwait(false)
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
                await CloseAsync(claim, Interrupted("stopping", "The program was stopped before it was sent."), stopping).ConfigureAwait(false);
                return;
            }

            if (await StartAsync(claim, part, prepared.Route, stopping).ConfigureAwait(false) is not { } route)
                return;
            var outcome = await CallAsync(account, claim, prepared.Channel, part).ConfigureAwait(false);
            var verdict = await JudgeAsync(claim, outcome, part).ConfigureAwait(false) ?? (i == prepared.Parts.Count - 1 ? new Verdict.Done() : null);
            if (!await FinishAsync(claim, part, outcome, verdict, route, stopping).ConfigureAwait(false) || verdict is not null)
                return;
        }

        // Everything had been accepted before; only the end was not written down.
        if (prepared.Parts.Count == 0)
            await CloseAsync(claim, new Verdict.Done(), stopping).ConfigureAwait(false);
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

    /// <returns>The window the part was started in; null when the claim has been ended here.</returns>
    private async Task<Route.ServiceWindow?> StartAsync(LaneClaim claim, OutboxPart part, Route.ServiceWindow planned, CancellationToken stopping)
    {
        try
        {
            for (var route = planned; route is not null; route = await PlanAsync(claim, time.GetUtcNow()).ConfigureAwait(false))
            {
                var (began, beganAt) = (time.GetTimestamp(), time.GetUtcNow());
                switch (await store.StartAsync(claim, part, route, CancellationToken.None).ConfigureAwait(false))
                {
                    // Two clocks: the one stands still while a machine sleeps, the other may be set.
                    case StartResult.Started when time.GetElapsedTime(began) <= StartIsFresh && time.GetUtcNow() - beganAt <= StartIsFresh:
                        return route;
                    case StartResult.Started:
                        var slept = new SendOutcome.TryAgain(TimeSpan.Zero, "slept", CountsAsAttempt: false);
                        await FinishAsync(claim, part, slept, Interrupted(slept.Code, "The process was stopped between start and send."), route, stopping).ConfigureAwait(false);
                        return null;
                    case StartResult.Fenced:
                        LogFenced(claim);
                        return null;
                }
            }
        }
        catch (Exception error)
        {
            // The start was not committed, so nothing was sent.
            log.LogError(error, "Message {Message} of account {Account} could not be started.", claim.Message.Id, claim.Lane.Account);
            await CloseAsync(claim, DeliveryPolicy.AfterError(error, claim, time.GetUtcNow(), Random.Shared.NextDouble()), stopping).ConfigureAwait(false);
            return null;
        }

        await CloseAsync(claim, new Verdict.WaitForPerson("The window closed before the message left."), stopping).ConfigureAwait(false);
        return null;
    }

    private Verdict.Retry Interrupted(string code, string why) => new(time.GetUtcNow(), code, why);

    private async Task<Verdict?> JudgeAsync(LaneClaim claim, SendOutcome outcome, OutboxPart? part)
    {
        var now = time.GetUtcNow();
        var verdict = DeliveryPolicy.Decide(outcome, claim, part, now, Random.Shared.NextDouble());
        if (outcome is SendOutcome.Refused refused && DeliveryPolicy.PauseUntil(outcome, now) is { } until)
            await PauseAsync(claim.Lane.Account, refused, until).ConfigureAwait(false);
        if (verdict is Verdict.Dead or Verdict.Parked)
            log.LogWarning("Message {Message} of account {Account} needs attention: {Verdict}", claim.Message.Id, claim.Lane.Account, verdict);
        return verdict;
    }

    private async Task PauseAsync(string account, SendOutcome.Refused refused, DateTimeOffset until)
    {
        log.LogError("Account {Account} pauses until {Until}: {Code} {Why}", account, until, refused.Code, refused.Why);
        try
        {
            await store.PauseAsync(account, until, $"{refused.Code}: {refused.Why}", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The outcome must still be written down; the next message meets the same refusal and pauses then.
            log.LogError(error, "The pause of account {Account} could not be written down.", account);
        }
    }

    private async Task<bool> FinishAsync(
        LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Route.ServiceWindow route, CancellationToken stopping)
    {
        var owned = await WriteDownAsync(claim, () => store.FinishAsync(claim, part, outcome, verdict, route, CancellationToken.None), stopping).ConfigureAwait(false);
        if (!owned)
            LogFenced(claim);
        return owned;
    }

    private async Task CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken stopping)
    {
        if (!await WriteDownAsync(claim, () => store.CloseAsync(claim, verdict, CancellationToken.None), stopping).ConfigureAwait(false))
            LogFenced(claim);
    }

    /// <summary>Only this process knows what came of the send: where it cannot be written (disk full), try until it can or the program stops.</summary>
    private async Task<bool> WriteDownAsync(LaneClaim claim, Func<Task<bool>> write, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (Exception error) when (error is not ObjectDisposedException && !stopping.IsCancellationRequested)
            {
                log.LogError(error, "What came of message {Message} of account {Account} could not be written down; trying again.", claim.Message.Id, claim.Lane.Account);
                await Task.Delay(StoreRetry, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private void LogFenced(LaneClaim claim) =>
        log.LogWarning("Message {Message} of account {Account}: fenced, somebody else owns the lane now.", claim.Message.Id, claim.Lane.Account);

    /// <summary>What came of planning and rendering: ready to send, or ended before anything was.</summary>
    private abstract record Prepared
    {
        public sealed record Ready(Route.ServiceWindow Route, IOutbound Channel, IReadOnlyList<OutboxPart> Parts) : Prepared;

        public sealed record Ended(Verdict Verdict) : Prepared;
    }
}
