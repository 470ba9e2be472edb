namespace ShopBot.Dialogs.Intents;

/// <summary>A message as numbers: which known pieces it has and how much each counts. The lengths of all weights together are 1 at most.</summary>
/// <param name="Rows">Into the index; each once.</param>
/// <param name="Weights">One for each row; above 0.</param>
internal readonly record struct GramVector(int[] Rows, float[] Weights);

/// <summary>Knows the pieces of all examples and how much each tells: a piece of few examples tells more than one of many.</summary>
internal sealed class GramIndex
{
    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;
    private readonly float _unknown;

    private GramIndex(Dictionary<uint, int> rows, float[] weights, float unknown) => (_rows, _weights, _unknown) = (rows, weights, unknown);

    public int Count => _weights.Length;

    /// <param name="examples">The pieces of each, as <see cref="Grams.Of"/> gives them.</param>
    /// <param name="leastUses">Pieces of fewer examples are not known; 1 or more.</param>
    public static GramIndex Build(IReadOnlyList<uint[]> examples, int leastUses)
    {
        var uses = new Dictionary<uint, int>(examples.Count * 16);
        foreach (var gram in examples.SelectMany(e => e))
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(uses, gram, out _)++;
        var rows = new Dictionary<uint, int>(uses.Count);
        var weights = new List<float>();
        // In the order of the examples, so that the same content makes the same rows.
        foreach (var gram in examples.SelectMany(e => e))
        {
            if (uses[gram] < leastUses || !rows.TryAdd(gram, weights.Count))
                continue;
            weights.Add(Weight(examples.Count, uses[gram]));
        }
        return new GramIndex(rows, [.. weights], Weight(examples.Count, 1));
    }

    /// <summary>A message's known pieces. Unknown ones only make the known ones count less: a message of which little is known is told with little confidence.</summary>
    public GramVector Read(uint[] grams)
    {
        var rows = new int[grams.Length];
        var weights = new float[grams.Length];
        var count = 0;
        var square = 0f;
        foreach (var gram in grams)
        {
            if (!_rows.TryGetValue(gram, out var row))
            {
                square += _unknown * _unknown * UnknownShare;
                continue;
            }
            rows[count] = row;
            weights[count++] = _weights[row];
            square += _weights[row] * _weights[row];
        }
        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        for (var i = 0; i < count; i++)
            weights[i] *= scale;
        return new GramVector(rows[..count], weights[..count]);
    }

    private const float UnknownShare = 0.15f;

    // Logarithms by whole steps would be too coarse, and MathF.Log is exact enough on every machine.
    private static float Weight(int examples, int uses) => 1 + MathF.Log((1f + examples) / (1f + uses));
}
