using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using ShopBot.Benchmarks.Turns;
using ShopBot.Messaging.Turns;
using ShopBot.Storage.Redis;
using ShopBot.Storage.Sqlite;

namespace ShopBot.Benchmarks.Waterfall;

/// <summary>A two-step waterfall in 1,000 conversations, on each of the state stores, by one thread and by two.</summary>
internal static class WaterfallBenchmark
{
    private const int People = 1000, Rounds = 15;

    private static readonly string[] Names = ["Ada", "Grace"];

    public static async Task RunAsync()
    {
        Console.WriteLine($"{People:N0} conversations × 2 turns, best of {Rounds} rounds, {Environment.ProcessorCount} cores, {(GCSettings.IsServerGC ? "server" : "workstation")} collector.");
        Console.WriteLine("`MemoryStorage` keeps copies: every read and every write goes through the serializer.");
        Console.WriteLine();
        Console.WriteLine("A busy machine spoils turns/s; µs of processor time say what a turn costs even there.");
        Console.WriteLine();
        Console.WriteLine("| state store | turns/s, one thread | ratio | turns/s, two threads | two : one | µs per turn, one | µs per turn, two | KB per turn | bytes stored mid-prompt |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var memory = await MeasureAsync("memory", new MemoryStorage(), turnsOfARound: 8);
        Print(memory, memory);
        await MeasureSqliteAsync(memory);
        await MeasureRedisAsync(memory);
    }

    private static async Task MeasureSqliteAsync(Measured memory)
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-bench-").FullName;
        try
        {
            using var database = new SqliteDatabase(Path.Combine(folder, "conversations.db"), Durability.Normal, SchemaSet.Conversations);
            var storage = new SqliteStorage(database, TimeProvider.System, NullLogger<SqliteStorage>.Instance);
            Print(await MeasureAsync("SQLite", storage, turnsOfARound: 4), memory);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureRedisAsync(Measured memory)
    {
        using var server = RedisServer.Start();
        if (server is null)
        {
            Console.WriteLine("| Redis | no redis-server on this machine | | | | | | | |");
            return;
        }

        using var redis = RedisConnection.Open(server.ConnectionString);
        Print(await MeasureAsync("Redis", new RedisStorage(redis, TimeProvider.System, NullLogger<RedisStorage>.Instance), turnsOfARound: 4), memory);
    }

    /// <param name="turnsOfARound">By each person; even.</param>
    private static async Task<Measured> MeasureAsync(string store, IStorage storage, int turnsOfARound)
    {
        var talk = new Talk(storage);
        await talk.HelloAsync(0);
        var key = Talk.KeyOf(0);
        var stored = BotContent.Write((await storage.ReadAsync([key]))[key]).Length;
        await talk.NameAsync(0, "Ada");

        // The first rounds are the just-in-time compiler's.
        await RoundAsync(talk, threads: 2, turnsOfARound);
        await RoundAsync(talk, threads: 2, turnsOfARound);
        var (one, two) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < Rounds; round++)
        {
            one.Add(await RoundAsync(talk, threads: 1, turnsOfARound));
            two.Add(await RoundAsync(talk, threads: 2, turnsOfARound));
        }

        return new Measured(store, Round.Of(one), Round.Of(two), stored);
    }

    private static async Task<Round> RoundAsync(Talk talk, int threads, int turnsOfARound)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(async () =>
        {
            for (var turn = 0; turn < turnsOfARound; turn += 2)
                for (var person = thread; person < People; person += threads)
                {
                    await talk.HelloAsync(person).ConfigureAwait(false);
                    await talk.NameAsync(person, Names[turn / 2 % Names.Length]).ConfigureAwait(false);
                }
        })));
        var turns = (double)(People * turnsOfARound);
        return new Round(
            turns / clock.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / turns,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / turns / 1024);
    }

    private static void Print(Measured run, Measured memory) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {run.Store} | {run.One.PerSecond:N0} | {run.One.PerSecond / memory.One.PerSecond:0.00} | {run.Two.PerSecond:N0} | {run.Two.PerSecond / run.One.PerSecond:0.00} | {run.One.Microseconds:0.0} | {run.Two.Microseconds:0.0} | {run.One.Kilobytes:0.0} | {run.Stored} |"));

    /// <param name="PerSecond">Turns.</param>
    /// <param name="Microseconds">Processor time of a turn, all threads together.</param>
    /// <param name="Kilobytes">Allocated by a turn.</param>
    private sealed record Round(double PerSecond, double Microseconds, double Kilobytes)
    {
        /// <summary>The best times; of the bytes the middle one, as the runtime's count now and then jumps.</summary>
        public static Round Of(List<Round> rounds) => new(
            rounds.Max(round => round.PerSecond),
            rounds.Min(round => round.Microseconds),
            rounds.Select(round => round.Kilobytes).Order().ElementAt(rounds.Count / 2));
    }

    private sealed record Measured(string Store, Round One, Round Two, int Stored);
}
