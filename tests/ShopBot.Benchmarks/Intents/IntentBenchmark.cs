using System.Diagnostics;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Intents;

namespace ShopBot.Benchmarks.Intents;

/// <summary>How long it takes to learn what customers mean, and to tell it of one message.</summary>
internal static class IntentBenchmark
{
    private const int Rounds = 5;

    /// <param name="folder">The content folder.</param>
    public static void Run(string folder)
    {
        var content = DialogContent.Read(Path.GetFullPath(folder));
        foreach (var shop in DialogContent.ShopsIn(Path.GetFullPath(folder)))
        {
            var intents = content.For(shop).Intents;
            for (var round = 1; round <= Rounds; round++)
            {
                var (wall, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var model = IntentModel.Learn(intents.Examples, intents.Gist);
                var (learnt, learntCpu) = (Stopwatch.GetElapsedTime(wall), Environment.CpuUsage.TotalTime - cpu);
                wall = Stopwatch.GetTimestamp();
                foreach (var example in intents.Examples)
                    model.Read(example.Said);
                var read = Stopwatch.GetElapsedTime(wall) / intents.Examples.Count;
                Console.WriteLine(
                    $"{shop,-10} {intents.Examples.Count} examples learnt in {learnt.TotalMilliseconds:0} ms ({learntCpu.TotalMilliseconds:0} ms of processor), one told in {read.TotalMicroseconds:0.0} µs");
            }
        }
    }
}
