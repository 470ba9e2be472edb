using System.Diagnostics;
using System.Globalization;
using ShopBot.Shops.Pickups;

namespace ShopBot.Benchmarks.Pickups;

/// <summary>The search for free windows over a year of six windows a day. Prints a markdown table; at most 2 ms are wanted.</summary>
internal static class PickupBenchmark
{
    private const int Rounds = 500;

    public static void Run()
    {
        PickupHours[] day = [.. Enumerable.Range(0, 6).Select(i => new PickupHours(new TimeOnly(8 + (2 * i), 0), new TimeOnly(10 + (2 * i), 0), 20))];
        var area = new PickupArea("everywhere", [], [.. Enumerable.Repeat(day, 7)]);
        var now = new DateTime(2026, 3, 2, 9, 0, 0);
        var plan = new PickupPlan(
            [area], TimeSpan.FromHours(2), new(17, 0), new(10, 0), new(20, 0), DaysAhead: 365,
            Enumerable.Range(1, 30).Select(i => new DateOnly(2026, 3, 2).AddDays(12 * i)).ToHashSet(), new Dictionary<DateOnly, DayOfWeek>());
        var full = plan.Free(area, now, room: 1, _ => default).ToDictionary(w => (w.Day, w.Start), _ => new PickupTaken(20));
        var last = full.Keys.Last();

        Console.WriteLine("| search | median ms | slowest of 100 ms |");
        Console.WriteLine("|---|---:|---:|");
        Print("all free windows of a year", () => plan.Free(area, now, room: 1, _ => default).Count());
        Print("the only free one, at the end of a year", () =>
            plan.Free(area, now, room: 1, w => (w.Day, w.Start) == last ? default : full.GetValueOrDefault((w.Day, w.Start))).First().Day.DayNumber);
    }

    private static void Print(string name, Func<int> search)
    {
        var times = new List<double>();
        for (var i = 0; i < Rounds * 2; i++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = search();
            if (i >= Rounds)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Rounds / 2]:0.000} | {times[Rounds * 99 / 100]:0.000} |"));
    }
}
