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

    private readonly Dictionary<string, IOutbound> _channels = channels.ToDictionary(c => c.Channel, StringComparer.Ordinal);

    public async Task SendAsync(Account account, LaneClaim claim, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (claim.ExpiresAt <= now)
        {
            await CloseAsync(claim, new Verdict.Expired(), ct).ConfigureAwait(false);
            return;
        }

        var windows = await contacts.OpenWindowsAsync(claim.Lane, now, ct).ConfigureAwait(false);
        if (windows.Count == 0)
        {
            await CloseAsync(claim, new Verdict.WaitForPerson("No window is open: the person has not written lately.", CloseWindows: false), ct).ConfigureAwait(false);
            return;
        }

        var route = new Route.ServiceWindow(windows[0].Trigger, windows[0].ExpiresAt, windows[0].Remaining);
        var channel = _channels[account.Channel];
        var parts = claim.Parts;
        if (parts.Count == 0 && claim.PartsDone == 0)
        {
            var (rendered, verdict) = await RenderAsync(account, claim, route, channel, ct).ConfigureAwait(false);
            if (verdict is not null)
            {
                await CloseAsync(claim, verdict, ct).ConfigureAwait(false);
                return;
            }

            parts = rendered;
        }

        await SendPartsAsync(account, claim, route, channel, parts, ct).ConfigureAwait(false);
    }

    private async Task<(IReadOnlyList<OutboxPart> Parts, Verdict? Verdict)> RenderAsync(
        Account account, LaneClaim claim, Route route, IOutbound channel, CancellationToken ct)
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
            return ([], new Verdict.Parked("unwritten", error.Message));
        }

        switch (await channel.RenderAsync(account, claim.Lane, route, activities, ct).ConfigureAwait(false))
        {
            case Rendering.Ready { Parts.Count: 0 }:
                return ([], new Verdict.Done());
            case Rendering.Ready ready:
                await store.SavePartsAsync(claim, route, ready.Parts, ct).ConfigureAwait(false);
                return (ready.Parts, null);
            case Rendering.Failed failed:
                return ([], await JudgeAsync(claim, failed.Outcome, claim.Attempts + 1, ct).ConfigureAwait(false)
                    ?? throw new InvalidOperationException("A rendering that failed cannot have been delivered."));
            default:
                throw new InvalidOperationException("Not a rendering this sender knows.");
        }
    }

    private async Task SendPartsAsync(
        Account account, LaneClaim claim, Route.ServiceWindow planned, IOutbound channel, IReadOnlyList<OutboxPart> parts, CancellationToken ct)
    {
        var attempts = claim.Attempts;
        foreach (var part in parts)
        {
            var route = await StartAsync(claim, part, planned, ct).ConfigureAwait(false);
            if (route is null)
                return;
            attempts++;
            var outcome = await channel.SendAsync(account, claim.Lane, part, ct).ConfigureAwait(false);
            if (!await store.FinishAsync(claim, part, outcome, NotTaken(outcome) ? route : null, ct).ConfigureAwait(false))
            {
                LogFenced(claim);
                return;
            }

            if (await JudgeAsync(claim, outcome, attempts, ct).ConfigureAwait(false) is { } verdict)
            {
                await CloseAsync(claim, verdict, ct).ConfigureAwait(false);
                return;
            }
        }

        await CloseAsync(claim, new Verdict.Done(), ct).ConfigureAwait(false);
    }

    /// <returns>The window the part was started in; null when the claim has been ended here.</returns>
    private async Task<Route.ServiceWindow?> StartAsync(LaneClaim claim, OutboxPart part, Route.ServiceWindow planned, CancellationToken ct)
    {
        var route = planned;
        while (true)
        {
            var began = time.GetTimestamp();
            switch (await store.StartAsync(claim, part, route, ct).ConfigureAwait(false))
            {
                case StartResult.Started when time.GetElapsedTime(began) <= StartIsFresh:
                    return route;
                case StartResult.Started:
                    var slept = new SendOutcome.TryAgain(TimeSpan.Zero, "slept", CountsAsAttempt: false);
                    if (await store.FinishAsync(claim, part, slept, route, ct).ConfigureAwait(false))
                        await CloseAsync(claim, new Verdict.Retry(time.GetUtcNow(), slept.Code, "The process was stopped between start and send."), ct).ConfigureAwait(false);
                    return null;
                case StartResult.Fenced:
                    LogFenced(claim);
                    return null;
                default:
                    var windows = await contacts.OpenWindowsAsync(claim.Lane, time.GetUtcNow(), ct).ConfigureAwait(false);
                    if (windows.Count == 0)
                    {
                        await CloseAsync(claim, new Verdict.WaitForPerson("The window closed before the message left.", CloseWindows: false), ct).ConfigureAwait(false);
                        return null;
                    }

                    route = new Route.ServiceWindow(windows[0].Trigger, windows[0].ExpiresAt, windows[0].Remaining);
                    break;
            }
        }
    }

    private async Task<Verdict?> JudgeAsync(LaneClaim claim, SendOutcome outcome, int attempts, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var verdict = DeliveryPolicy.Decide(outcome, claim, attempts, now, Random.Shared.NextDouble());
        if (outcome is SendOutcome.Refused refused && DeliveryPolicy.PauseUntil(outcome, now) is { } until)
        {
            log.LogError("Account {Account} pauses until {Until}: {Code} {Why}", claim.Lane.Account, until, refused.Code, refused.Why);
            await store.PauseAsync(claim.Lane.Account, until, $"{refused.Code}: {refused.Why}", ct).ConfigureAwait(false);
        }

        if (verdict is Verdict.Dead or Verdict.Parked)
            log.LogWarning("Message {Message} of account {Account} needs attention: {Verdict}", claim.Message.Id, claim.Lane.Account, verdict);
        return verdict;
    }

    private async Task CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken ct)
    {
        if (!await store.CloseAsync(claim, verdict, ct).ConfigureAwait(false))
            LogFenced(claim);
    }

    private void LogFenced(LaneClaim claim) =>
        log.LogWarning("Message {Message} of account {Account}: fenced, somebody else owns the lane now.", claim.Message.Id, claim.Lane.Account);

    private static bool NotTaken(SendOutcome outcome) =>
        outcome is SendOutcome.TryAgain or SendOutcome.RecipientGone or SendOutcome.Refused { Kind: not Refusal.WindowShut };
}
