namespace ShopBot.Dialogs.Intents;

/// <summary>Tells what a message wants, learnt from the examples of one shop. Immutable; the same examples make the same model.</summary>
/// <remarks>Learnt in some tens of milliseconds, read in some microseconds. Characters and their runs are what is compared, so spelling, order and
/// language need not match; see README.md in this folder.</remarks>
public sealed class IntentModel
{
    // Found by the cross validation of the examples: with it confidence and accuracy agree.
    private const float Sharpness = 1f;
    private const int LeastUses = 1;

    private static readonly Intent[] Intents = Enum.GetValues<Intent>();

    private readonly Gist _gist;
    private readonly GramIndex _index;
    private readonly SoftmaxModel _model;

    private IntentModel(Gist gist, GramIndex index, SoftmaxModel model) => (_gist, _index, _model) = (gist, index, model);

    /// <param name="examples">In the order of the content.</param>
    public static IntentModel Learn(IReadOnlyList<IntentExample> examples, Gist gist)
    {
        var grams = examples.Select(e => Grams.Of(gist.Of(e.Said))).ToList();
        var index = GramIndex.Build(grams, LeastUses);
        var vectors = grams.Select((g, i) => (index.Read(g), (int)examples[i].Intent)).ToList();
        return new IntentModel(gist, index, SoftmaxModel.Train(Intents.Length, index.Count, vectors, Sharpness));
    }

    /// <param name="said">Any text; what is nothing like the examples is told with little confidence.</param>
    public IntentReading Read(string said)
    {
        var shares = _model.Tell(_index.Read(Grams.Of(_gist.Of(said))));
        return new IntentReading([.. Intents.Select((intent, i) => new IntentGuess(intent, shares[i])).OrderByDescending(g => g.Confidence)]);
    }
}
