namespace ShopBot.Benchmarks.Turns;

/// <summary>What one connection sends: made before the clock runs, so that signing and encrypting is not measured.</summary>
internal sealed record PushPlan(IReadOnlyList<byte[]> Requests)
{
    /// <summary>Everybody's first message, then everybody's second …: nobody writes before the answer to the last one.</summary>
    public static PushPlan Make(BenchAccount account, int port, IReadOnlyList<string> steps, IEnumerable<int> people)
    {
        var mine = people.ToArray();
        return new PushPlan([.. steps.SelectMany(step => mine.Select(person => account.Push(person, step, port)))]);
    }
}
