using System.Collections.Concurrent;
using System.Diagnostics;
using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Months;

/// <summary>Weeks of shop life with the whole product on a simulated clock: both demo shops, their staff, and many customers.</summary>
public static class ShopMonth
{
    private const string Staff = "王师傅";
    private static readonly string Big = ShopWork.Laundry.Account, Small = ShopWork.Goods.Account;
    private const int OpensAt = 8, ClosesAt = 22;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero); // eight o'clock at the shops

    /// <param name="tell">Hears a line a day.</param>
    public static async Task<MonthReport> RunAsync(MonthPlan plan, Action<string>? tell = null)
    {
        var clock = Stopwatch.StartNew();
        await using var product = await RunningProduct.StartAsync(Begin);
        var (control, ledger, random) = (product.Control, new MonthLedger(), new Random(plan.Seed));
        await control.ChangeAccountAsync(Small, new { dailyLimits = new Dictionary<string, int> { ["/cgi-bin/message/custom/send"] = plan.SmallQuota } });
        var orders = new[] { ShopWork.Laundry, ShopWork.Goods }.ToDictionary(shop => shop, _ => new ConcurrentQueue<int>());
        var workers = orders.Select(o => new Worker(control.Phone(Staff, o.Key.Account), o.Key, o.Value, plan.Seed)).ToList();
        var customers = new List<(Customer Who, string Account)>();
        for (var i = 0; i < plan.People; i++)
        {
            // Two thirds go to the laundry, and one in ten does not follow yet.
            var (shop, follows) = (i % 3 == 0 ? ShopWork.Goods : ShopWork.Laundry, i % 10 != 0);
            await control.AddPersonAsync($"C{i}", shop.Account, follows);
            customers.Add((new Customer(control.Phone($"C{i}", shop.Account), i, plan.Seed, follows, shop, orders[shop]), shop.Account));
        }

        var (acts, thefts) = (0, 0);
        for (var day = 0; day < plan.Days; day++)
        {
            var today = customers.Where(_ => random.NextDouble() < plan.Activity).Select(c => (c.Who, Hour: OpensAt + random.Next((ClosesAt - OpensAt) / plan.HoursAtOnce) * plan.HoursAtOnce)).ToLookup(a => a.Hour);
            foreach (var worker in workers)
                await worker.OpenAsync();
            for (var hour = OpensAt; hour < ClosesAt; hour += plan.HoursAtOnce)
            {
                if (random.NextDouble() < 0.04 * plan.HoursAtOnce)
                {
                    thefts++;
                    await control.StealTokenAsync(random.Next(2) == 0 ? Big : Small);
                }
                await Parallel.ForEachAsync(today[hour], new ParallelOptions { MaxDegreeOfParallelism = plan.AtOnce },
                    async (act, _) => await act.Who.ActAsync());
                acts += today[hour].Count();
                foreach (var worker in workers)
                    await worker.WorkAsync(plan.MovesPerHour * plan.HoursAtOnce);
                // Windows of a minute end while answers are still owed; the rest of the hour is quiet.
                foreach (var minutes in (int[])[2, plan.HoursAtOnce * 60 - 2])
                {
                    await SettleAsync(control, ledger);
                    await control.AdvanceAsync(TimeSpan.FromMinutes(minutes));
                }
            }
            await SettleAsync(control, ledger);
            await control.AdvanceAsync(TimeSpan.FromHours(24 - ClosesAt + OpensAt));
            tell?.Invoke($"day {day + 1}: {acts} visits, {ledger.Pushes} pushes, {ledger.Calls.Values.Sum()} calls, {ledger.Refusals.Count} refused, {ledger.Foreseeable.Count()} of them foreseeable");
        }
        await SettleAsync(control, ledger);
        return new MonthReport(plan, acts, thefts, workers.Sum(w => w.Completed), ledger, clock.Elapsed);
    }

    /// <summary>Waits until neither side says anything more, and reads what was said.</summary>
    private static async Task SettleAsync(ControlClient control, MonthLedger ledger)
    {
        while (true)
        {
            var before = ledger.LastOf(Big) + ledger.LastOf(Small);
            await ledger.ReadAsync(control, Big);
            await ledger.ReadAsync(control, Small);
            if (ledger.LastOf(Big) + ledger.LastOf(Small) == before)
                return;
            // What is under way at the other side has no sign of its own; this is real time, not the clock's.
            await Task.Delay(Quiet);
        }
    }
}
