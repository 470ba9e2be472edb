using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>Drains the outbox: claims lanes account by account and hands each to <see cref="LaneSender"/>.</summary>
public sealed class OutboxDispatcher(
    IOutboxStore store,
    LaneSender sender,
    SpeakerHolds holds,
    OutboxSignal signal,
    AccountBook accounts,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A turn answers within 5 s or later through the outbox: no lane waits longer for its speaker.</summary>
    private static readonly TimeSpan SpeakerMost = TimeSpan.FromSeconds(5);

    private readonly OutboxOptions _options = options.Value;
    private readonly ConcurrentDictionary<string, int> _sending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();
    private readonly ConcurrentDictionary<ContactPoint, byte> _deferred = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        holds.Released += OnReleased;
        // One timer for all rounds: what becomes due while a round is under way is seen by the next, however the clock is moved.
        using var timer = new PeriodicTimer(Poll, time);
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        try
        {
            await UntilDoneAsync(() => store.RecoverAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
            while (!stoppingToken.IsCancellationRequested)
            {
                var next = signal.Next;
                var claimed = false;
                foreach (var account in accounts.All)
                    claimed |= await ClaimAsync(account, stoppingToken).ConfigureAwait(false);
                if (claimed)
                    continue;
                await Task.WhenAny(next, tick).WaitAsync(stoppingToken).ConfigureAwait(false);
                if (tick.IsCompleted)
                    tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            }
        }
        finally
        {
            holds.Released -= OnReleased;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        // A call under way cannot be taken back: let it end, so that its outcome is known. By real time, which no simulated clock holds up.
        await Task.WhenAny(Task.WhenAll(_tasks.Keys), Task.Delay(_options.StopWithin, cancellationToken)).ConfigureAwait(false);
    }

    /// <returns>Whether anything was claimed.</returns>
    private async Task<bool> ClaimAsync(Account account, CancellationToken stopping)
    {
        var free = _options.MaxParallel - _sending.GetValueOrDefault(account.Name);
        if (free <= 0)
            return false;
        try
        {
            var claims = await store.ClaimAsync(account.Name, free, stopping).ConfigureAwait(false);
            foreach (var claim in claims)
                Track(account, claim, stopping);
            return claims.Count > 0;
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            log.LogError(error, "The outbox of account {Account} could not be read; trying again.", account.Name);
            return false;
        }
    }

    private void Track(Account account, LaneClaim claim, CancellationToken stopping)
    {
        _sending.AddOrUpdate(account.Name, 1, (_, count) => count + 1);
        // Off this loop: what a channel does before it first waits must not hold up other accounts.
        var task = Task.Run(() => DeliverAsync(account, claim, stopping), CancellationToken.None);
        _tasks.TryAdd(task, 0);
        _ = task.ContinueWith(
            ended =>
            {
                _tasks.TryRemove(ended, out _);
                _sending.AddOrUpdate(account.Name, 0, (_, count) => count - 1);
                signal.Wake();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task DeliverAsync(Account account, LaneClaim claim, CancellationToken stopping)
    {
        try
        {
            if (holds.IsHeld(claim.Lane))
                await DeferAsync(claim, stopping).ConfigureAwait(false);
            else
                await sender.SendAsync(account, claim, stopping).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The lane stays leased and is settled at the next start; going on could send twice.
            log.LogError(error, "Message {Message} of account {Account} could not be settled.", claim.Message.Id, account.Name);
        }
    }

    private async Task DeferAsync(LaneClaim claim, CancellationToken stopping)
    {
        await UntilDoneAsync(() => store.DeferAsync(claim, time.GetUtcNow() + SpeakerMost, CancellationToken.None), stopping).ConfigureAwait(false);
        _deferred[claim.Lane] = 0;
        // Released in between: nobody else would wake it.
        if (!holds.IsHeld(claim.Lane))
            OnReleased(claim.Lane);
    }

    private void OnReleased(ContactPoint contact)
    {
        if (_deferred.TryRemove(contact, out _))
            _ = WakeAsync(contact);
    }

    private async Task WakeAsync(ContactPoint contact)
    {
        try
        {
            await store.WakeAsync(contact, CancellationToken.None).ConfigureAwait(false);
            signal.Wake();
        }
        catch (Exception error)
        {
            log.LogError(error, "A lane of account {Account} could not be woken; it goes on within {Most}.", contact.Account, SpeakerMost);
        }
    }

    private async Task UntilDoneAsync(Func<Task> work, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                log.LogError(error, "The outbox could not be written; trying again.");
                await Task.Delay(Poll, time, stopping).ConfigureAwait(false);
            }
        }
    }
}
