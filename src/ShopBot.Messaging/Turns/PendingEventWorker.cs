using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Turns;

/// <summary>Works off events that were answered with "received" before their turn was done, also those of a killed process.</summary>
public sealed class PendingEventWorker(
    IPendingEvents pending, TurnRunner runner, AccountBook accounts, IEnumerable<ITurnChannel> channels, TimeProvider time, ILogger<PendingEventWorker> log)
    : BackgroundService
{
    private const int MaxTries = 5, PerRound = 32;

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
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Pending events could not be read; trying again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>One round over what is due.</summary>
    public async Task RunDueAsync(CancellationToken ct)
    {
        foreach (var due in await pending.TakeDueAsync(PerRound, RetryAfter, ct).ConfigureAwait(false))
            await RunAsync(due, ct).ConfigureAwait(false);
    }

    private async Task RunAsync(PendingEvent due, CancellationToken ct)
    {
        if (!accounts.TryGet(due.From.Account, out var account) || channels.FirstOrDefault(c => c.Name == account.Channel) is not { } channel)
        {
            await pending.GiveUpAsync(due.From, due.Key, $"Account '{due.From.Account}' is no longer in the settings.", ct).ConfigureAwait(false);
            return;
        }

        try
        {
            await runner.ResumeAsync(channel.Read(account, due.Raw), channel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Pending event {Event} of account {Account} failed, try {Try}.", due.Key, account.Name, due.Tries);
            if (due.Tries >= MaxTries)
                await pending.GiveUpAsync(due.From, due.Key, error.Message, ct).ConfigureAwait(false);
        }
    }
}
