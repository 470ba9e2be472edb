using ShopBot.Dialogs.Content;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;
using ShopBot.Shops.Settings;

namespace ShopBot;

/// <summary>Keeps every account's menu as the shop's content has it: after the start, and whenever the content was read anew.</summary>
public sealed class MenuKeeper(
    AccountBook accounts, ShopBook shops, ContentBook content, IEnumerable<IAccountMenus> menus, StartHealth started, TimeProvider time, ILogger<MenuKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromHours(1);

    private readonly Dictionary<string, IAccountMenus> _menus = menus.ToDictionary(m => m.Channel, StringComparer.Ordinal);
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Completes when every account has been looked at once after the start.</summary>
    public Task FirstRound => _first.Task;

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        content.Changed += Wake;
        try
        {
            // Before that the demo's accounts lead nowhere yet.
            await started.Done.WaitAsync(stoppingToken);
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
            content.Changed -= Wake;
            _first.TrySetResult();
        }
    }

    /// <summary>Until the content changes, or the pause is over.</summary>
    private async Task WaitAsync(TimeSpan pause, CancellationToken ct)
    {
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

    private void Wake()
    {
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }

    /// <returns>False where an account has to be tried again.</returns>
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
                log.LogError(error, "The menu of account {Account} could not be looked at; it is tried again.", account);
                isDone = false;
            }
        }
        return isDone;
    }

    private async Task<bool> KeepAsync(Account account, CancellationToken ct)
    {
        if (!_menus.TryGetValue(account.Channel, out var platform) || content.Current.For(account.Shop).Menu is not { } menu)
            return true;
        switch (await platform.KeepInStepAsync(account, menu.In(shops[account.Shop].Culture), ct))
        {
            case MenuState.Published published:
                log.LogInformation("The menu of account {Account} was published: {What}.", account, published.What);
                return true;
            case MenuState.NotAllowed no:
                log.LogInformation("Account {Account} shows no menu: {Why}. Everything can be said instead.", account, no.Why);
                return true;
            case MenuState.Refused refused:
                log.LogError("The menu of account {Account} was refused: {Why}. It is tried again when the content is read anew.", account, refused.Why);
                return true;
            case MenuState.NotNow later:
                log.LogWarning("The menu of account {Account} could not be looked at yet: {Why}. It is tried again.", account, later.Why);
                return false;
            default:
                return true;
        }
    }
}
