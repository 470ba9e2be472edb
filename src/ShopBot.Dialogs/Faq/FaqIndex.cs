using ShopBot.Dialogs.Intents;

namespace ShopBot.Dialogs.Faq;

/// <summary>How much a message is like the questions of an entry: 0 nothing in common, 1 the very words.</summary>
public readonly record struct FaqMatch(FaqEntry Entry, float Likeness);

/// <summary>Finds the question a message is most like, by the same pieces that tell intents. Immutable.</summary>
internal sealed class FaqIndex
{
    private readonly Gist _gist;
    private readonly IReadOnlyList<FaqEntry> _entries;
    private readonly GramIndex _grams;
    private readonly int[] _entryOf;
    private readonly List<(int Question, float Weight)>[] _places;

    public FaqIndex(IReadOnlyList<FaqEntry> entries, Gist gist)
    {
        _gist = gist;
        _entries = entries;
        var questions = entries.SelectMany((e, i) => e.Questions.Values.SelectMany(q => q).Select(q => (Entry: i, Grams: Grams.Of(gist.Of(q))))).ToList();
        _entryOf = [.. questions.Select(q => q.Entry)];
        _grams = GramIndex.Build([.. questions.Select(q => q.Grams)], leastUses: 1);
        _places = [.. Enumerable.Range(0, _grams.Count).Select(_ => new List<(int, float)>())];
        for (var i = 0; i < questions.Count; i++)
        {
            var vector = _grams.Read(questions[i].Grams);
            for (var piece = 0; piece < vector.Rows.Length; piece++)
                _places[vector.Rows[piece]].Add((i, vector.Weights[piece]));
        }
    }

    /// <returns>Entries with anything in common, the likest first.</returns>
    public IReadOnlyList<FaqMatch> Read(string said)
    {
        var vector = _grams.Read(Grams.Of(_gist.Of(said)));
        var likeness = new float[_entryOf.Length];
        for (var piece = 0; piece < vector.Rows.Length; piece++)
            foreach (var (question, weight) in _places[vector.Rows[piece]])
                likeness[question] += weight * vector.Weights[piece];
        var best = new float[_entries.Count];
        for (var question = 0; question < likeness.Length; question++)
            best[_entryOf[question]] = Math.Max(best[_entryOf[question]], likeness[question]);
        return [.. best.Select((b, i) => new FaqMatch(_entries[i], b)).Where(m => m.Likeness > 0).OrderByDescending(m => m.Likeness)];
    }
}
