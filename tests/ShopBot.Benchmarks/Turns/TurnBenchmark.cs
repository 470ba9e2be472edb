using System.Diagnostics;
using System.Globalization;

namespace ShopBot.Benchmarks.Turns;

/// <summary>Secure-mode text messages of 10,000 people against the built program, load and program on the same cores.</summary>
internal static class TurnBenchmark
{
    private const int People = 10_000, Connections = 32;

    /// <summary>Menu, product, variant and quantity: each reads the catalogue and leaves a window row and an event record.</summary>
    private static readonly string[] Steps = ["菜单", "下单", "1", "1", "2", "取消"];

    public static async Task RunAsync()
    {
        Console.WriteLine($"{People:N0} people × {Steps.Length} messages ({string.Join(", ", Steps)}), {Connections} connections, {Environment.ProcessorCount} cores for load and program together.");
        Console.WriteLine();
        Console.WriteLine("| state store | turns/s | ratio | p50 ms | p99 ms | max ms | program's CPU µs a turn | start to first answer ms | idle MB | loaded MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var sqlite = await MeasureAsync("SQLite", redis: null);
        Print(sqlite, sqlite);
        using var server = RedisServer.Start();
        if (server is null)
            Console.WriteLine("| Redis | no redis-server on this machine | | | | | | | | |");
        else
            Print(await MeasureAsync("Redis", server.ConnectionString), sqlite);
    }

    private static async Task<Measured> MeasureAsync(string store, string? redis)
    {
        var account = BenchAccount.Random();
        using var product = ProductProcess.Start(account, redis);
        var first = await product.FirstAnswerAsync(account);
        await Task.Delay(TimeSpan.FromSeconds(3));
        var idle = product.WorkingSetMb;

        // Other people warm up first: the just-in-time compiler's work is not what is measured.
        await RunLoadAsync(product, account, people: People / 2, offset: People);
        var latencies = new List<double>();
        var cpu = product.CpuTime;
        var clock = Stopwatch.StartNew();
        foreach (var times in await RunLoadAsync(product, account, People, offset: 0))
            latencies.AddRange(times);
        var seconds = clock.Elapsed.TotalSeconds;
        cpu = product.CpuTime - cpu;
        latencies.Sort();
        return new Measured(store, latencies.Count / seconds, latencies, cpu.TotalMicroseconds / latencies.Count, first.TotalMilliseconds, idle, product.WorkingSetMb);
    }

    private static async Task<List<double>[]> RunLoadAsync(ProductProcess product, BenchAccount account, int people, int offset)
    {
        var plans = Enumerable.Range(0, Connections)
            .Select(connection => PushPlan.Make(account, product.Port, Steps, Enumerable.Range(offset, people).Where(p => p % Connections == connection)))
            .ToArray();
        return await Task.WhenAll(plans.Select(plan => LoadConnection.RunAsync(product.Port, plan, account)));
    }

    private static void Print(Measured run, Measured baseline) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {run.Store} | {run.TurnsPerSecond:N0} | {run.TurnsPerSecond / baseline.TurnsPerSecond:0.00} | {run.Percentile(0.5):0.0} | {run.Percentile(0.99):0.0} | {run.Percentile(1):0.0} | {run.CpuPerTurn:0} | {run.FirstAnswerMs:0} | {run.IdleMb} | {run.LoadedMb} |"));

    private sealed record Measured(string Store, double TurnsPerSecond, List<double> Sorted, double CpuPerTurn, double FirstAnswerMs, long IdleMb, long LoadedMb)
    {
        public double Percentile(double part) => Sorted[Math.Min(Sorted.Count - 1, (int)(Sorted.Count * part))];
    }
}
