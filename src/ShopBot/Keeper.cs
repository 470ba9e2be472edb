using ShopBot.Messaging.Contacts;

namespace ShopBot;

/// <summary>Keeps something of every account at its platform as it is here: looks after the start and whenever something changed, and again after a growing pause where it could not be done.</summary>
public abstract class Keeper(AccountBook accounts, StartHealth started, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromHours(1);

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Completes when everything has been looked at once after the start.</summary>
    public Task FirstRound => _first.Task;

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Listen();
        try
        {
            // Before that the demo's accounts lead nowhere yet.
            await started.Done.WaitAsync(stoppingToken);
            await BeforeAsync(stoppingToken);
            var pause = FirstPause;
            while (true)
            {
                var isDone = await KeepAllAsync(stoppingToken);
                _first.TrySetResult();
                await WaitAsync(isDone ? Timeout.InfiniteTimeSpan : pause, stoppingToken);
                pause = isDone ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
        finally
        {
            StopListening();
            _first.TrySetResult();
        }
    }

    /// <summary>Until something changes, or the pause is over.</summary>
    private async Task WaitAsync(TimeSpan pause, CancellationToken ct)
    {
        if (PausesWhole && pause != Timeout.InfiniteTimeSpan)
        {
            await Task.Delay(pause, time, ct);
            return;
        }
        using var over = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, ct);
        try
        {
            await _changed.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The pause is over.
        }
    }

    /// <summary>Something may have changed; may be called from anywhere, at any time.</summary>
    protected void Wake()
    {
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }

    /// <summary>Whether the pause after something that could not be done is waited out, also where more changes meanwhile.</summary>
    protected virtual bool PausesWhole => false;

    protected abstract void Listen();

    protected abstract void StopListening();

    /// <summary>What must be done before the first look.</summary>
    protected virtual Task BeforeAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>What is kept, as the log names it.</summary>
    protected abstract string What { get; }

    /// <returns>False where something has to be tried again.</returns>
    protected abstract Task<bool> KeepAsync(Account account, CancellationToken ct);

    /// <summary>One account in trouble keeps no other waiting.</summary>
    private async Task<bool> KeepAllAsync(CancellationToken ct)
    {
        var isDone = true;
        foreach (var account in accounts.All)
        {
            try
            {
                isDone &= await KeepAsync(account, ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                log.LogError(error, "{What} of account {Account} could not be looked at; it is tried again.", What, account);
                isDone = false;
            }
        }
        return isDone;
    }
}
