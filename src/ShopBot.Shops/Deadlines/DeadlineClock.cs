using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Deadlines;

/// <summary>Has everything happen that is due, each once and in its own transaction, by the program's clock.</summary>
/// <remarks>One that fails is tried again, after a minute at the earliest; the others go on meanwhile.</remarks>
public sealed class DeadlineClock(
    IShopTransactions transactions, ShopBook shops, IEnumerable<IDeadline> deadlines, TimeProvider time, ILogger<DeadlineClock> log) : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>How late something may happen that is due.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1), AfterFailure = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IDeadline> _byKind = deadlines.ToDictionary(d => d.Kind, StringComparer.Ordinal);
    private readonly Dictionary<(string Shop, string Kind, string Subject), DateTimeOffset> _failed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Step, time);
        // At once first: what came due while the program was down has waited long enough.
        do
        {
            foreach (var shop in shops.All)
                await RunShopAsync(shop.Id, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunShopAsync(string shop, CancellationToken stopping)
    {
        try
        {
            await RunDueAsync(shop, stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            log.LogError(error, "What is due in shop {Shop} could not be read; trying again.", shop);
        }
    }

    /// <summary>Works until nothing is due.</summary>
    public async Task RunDueAsync(string shop, CancellationToken ct)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            // Those that fail stay in the table: what is behind them must be reached all the same.
            var due = await transactions.ReadAsync(shop, db => db.Deadlines.AsNoTracking().Where(d => d.DueAt <= now)
                .OrderBy(d => d.DueAt).ThenBy(d => d.Kind).ThenBy(d => d.Subject).Take(AtOnce + _failed.Count).ToListAsync(ct), ct);
            var ready = due.Where(d => !(_failed.TryGetValue((shop, d.Kind, d.Subject), out var until) && now < until)).ToList();
            foreach (var deadline in ready)
                await TryAsync(shop, deadline, ct);
            if (ready.Count == 0)
                return;
        }
    }

    private async Task TryAsync(string shop, Deadline deadline, CancellationToken ct)
    {
        var name = (shop, deadline.Kind, deadline.Subject);
        try
        {
            await RunAsync(shop, deadline, ct);
            _failed.Remove(name);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.LogError(error, "The deadline {Kind} of {Subject} in shop {Shop} failed; it is tried again in a minute.", deadline.Kind, deadline.Subject, shop);
            _failed[name] = time.GetUtcNow() + AfterFailure;
        }
    }

    private Task<bool> RunAsync(string shop, Deadline due, CancellationToken ct)
    {
        var known = _byKind.GetValueOrDefault(due.Kind) ?? throw new InvalidOperationException($"Nobody knows what happens at a deadline of kind '{due.Kind}'.");
        // A key of its own for each try: that it happens once is seen to by the row, which goes in the same transaction.
        return transactions.RunOnceAsync(shop, new OperationKey($"deadline/{RowId.New():N}"), async change =>
        {
            // Moved or cleared since it was read: then its moment has not come.
            if (await DeadlineBook.FindAsync(change.Db, due.Kind, due.Subject, ct) is not { } current || current.DueAt > change.Now)
                return false;
            change.Db.Remove(current);
            await change.Db.SaveChangesAsync(ct);
            await known.DueAsync(shop, change, due.Subject, ct);
            return true;
        }, ct);
    }
}
