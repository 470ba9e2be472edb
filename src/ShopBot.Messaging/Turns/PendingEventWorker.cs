using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Turns;

/// <summary>Works off events that were answered with "received" before their turn was done, also those of a killed process.</summary>
public sealed class PendingEventWorker(
    IPendingEvents pending,
    TurnRunner runner,
    AccountBook accounts,
    IEnumerable<ITurnChannel> channels,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<PendingEventWorker> log) : BackgroundService
{
    private const int MaxTries = 5, PerRound = 32, PeopleAtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), RetryAfter = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "Pending events could not be worked off; trying again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>One round over what is due: one person's events in the order they came, several people at once.</summary>
    public async Task RunDueAsync(CancellationToken ct)
    {
        var due = await pending.TakeDueAsync(PerRound, RetryAfter, ct).ConfigureAwait(false);
        await Parallel.ForEachAsync(due.GroupBy(e => e.From), new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = ct }, async (events, _) =>
        {
            foreach (var next in events)
                await RunAsync(next, ct).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task RunAsync(PendingEvent due, CancellationToken ct)
    {
        if (!accounts.TryGet(due.From.Account, out var account) || channels.FirstOrDefault(c => c.Name == account.Channel) is not { } channel)
        {
            await GiveUpAsync(due, $"Account '{due.From.Account}' is no longer in the settings.", ct).ConfigureAwait(false);
            return;
        }

        IncomingEvent incoming;
        try
        {
            incoming = channel.Read(account, due.Raw);
        }
        catch (FormatException error)
        {
            await GiveUpAsync(due, error.Message, ct).ConfigureAwait(false);
            return;
        }

        if (due.ReceivedAt + options.Value.RecordLife <= time.GetUtcNow())
        {
            // Its turn may have been done and the record of that forgotten since.
            await GiveUpAsync(due, "It is older than events are remembered.", ct).ConfigureAwait(false);
            return;
        }

        // More than that without an end means that the turn killed the program each time.
        if (due.Tries > MaxTries)
            await ApologiseAsync(due, incoming, channel, "Its turn was begun too often and never ended.", ct).ConfigureAwait(false);
        else if (await TryResumeAsync(due, incoming, channel).ConfigureAwait(false) is { } error && due.Tries == MaxTries)
            await ApologiseAsync(due, incoming, channel, error.Message, ct).ConfigureAwait(false);
    }

    /// <returns>What kept the turn from being done; null when it is.</returns>
    private async Task<Exception?> TryResumeAsync(PendingEvent due, IncomingEvent incoming, ITurnChannel channel)
    {
        try
        {
            await runner.ResumeAsync(incoming, channel).ConfigureAwait(false);
            return null;
        }
        catch (Exception error)
        {
            log.LogError(error, "Pending event {Event} of account {Account} failed, try {Try}.", due.Key, incoming.Account.Name, due.Tries);
            return error;
        }
    }

    private async Task ApologiseAsync(PendingEvent due, IncomingEvent incoming, ITurnChannel channel, string why, CancellationToken ct)
    {
        await runner.ApologiseAsync(incoming, channel).ConfigureAwait(false);
        await GiveUpAsync(due, why, ct).ConfigureAwait(false);
    }

    private Task GiveUpAsync(PendingEvent due, string why, CancellationToken ct)
    {
        log.LogError("Pending event {Event} of account {Account} is given up: {Why}", due.Key, due.From.Account, why);
        return pending.GiveUpAsync(due.From, due.Key, why, ct);
    }
}
