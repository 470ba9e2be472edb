using System.Numerics;
using System.Runtime.CompilerServices;

namespace ShopBot.Dialogs.Intents;

/// <summary>Tells which of some labels a message has: logistic regression over its pieces, with a probability for each.</summary>
/// <remarks>Made of the same examples in the same order it is the same bit for bit: every label has its own lane, so nothing depends on the width of the processor's.</remarks>
internal sealed class SoftmaxModel
{
    private const int Lanes = 16, Rounds = 14;
    private const float Step = 4f, Decay = 1e-5f;

    private readonly int _stride;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly float _sharpness;

    private SoftmaxModel(int labels, int rows, float sharpness)
    {
        Labels = labels;
        _stride = (labels + Lanes - 1) / Lanes * Lanes;
        _weights = new float[rows * _stride];
        _bias = new float[_stride];
        _sharpness = sharpness;
    }

    public int Labels { get; }

    /// <param name="labels">2 or more.</param>
    /// <param name="sharpness">By what confidence is stretched so that it is neither boastful nor shy on messages that are not examples; above 0.</param>
    public static SoftmaxModel Train(int labels, int rows, IReadOnlyList<(GramVector Vector, int Label)> examples, float sharpness)
    {
        var model = new SoftmaxModel(labels, rows, sharpness);
        var scores = new float[model._stride];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var importance = Importance(labels, examples);
        var chance = 12345u;
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, ref chance);
            var step = Step / (1 + (0.25f * round));
            foreach (var i in order)
                model.Learn(examples[i].Vector, examples[i].Label, step * importance[examples[i].Label], scores);
        }
        return model;
    }

    /// <summary>The probability of each label; together 1.</summary>
    public float[] Tell(GramVector vector)
    {
        var scores = new float[_stride];
        Score(vector, scores);
        for (var i = 0; i < Labels; i++)
            scores[i] *= _sharpness;
        Share(scores);
        return scores[..Labels];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(GramVector vector, int label, float step, float[] scores)
    {
        Score(vector, scores);
        Share(scores);
        scores[label] -= 1;
        for (var i = 0; i < _stride; i++)
            _bias[i] -= step * 0.05f * scores[i];
        for (var i = 0; i < vector.Rows.Length; i++)
        {
            var row = Row(vector.Rows[i]);
            var pull = new Vector<float>(step * vector.Weights[i]);
            var keep = new Vector<float>(1 - (step * Decay));
            for (var lane = 0; lane < row.Length; lane += Vector<float>.Count)
                ((new Vector<float>(row[lane..]) * keep) - (pull * new Vector<float>(scores, lane))).CopyTo(row[lane..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(GramVector vector, float[] scores)
    {
        _bias.CopyTo(scores, 0);
        for (var i = 0; i < vector.Rows.Length; i++)
        {
            var row = Row(vector.Rows[i]);
            var weight = new Vector<float>(vector.Weights[i]);
            for (var lane = 0; lane < row.Length; lane += Vector<float>.Count)
                (new Vector<float>(scores, lane) + (weight * new Vector<float>(row[lane..]))).CopyTo(scores, lane);
        }
    }

    private void Share(float[] scores)
    {
        var highest = scores.AsSpan(0, Labels).ToArray().Max();
        var sum = 0f;
        for (var i = 0; i < Labels; i++)
            sum += scores[i] = MathF.Exp(scores[i] - highest);
        for (var i = 0; i < Labels; i++)
            scores[i] /= sum;
        // Lanes without a label learn nothing.
        scores.AsSpan(Labels).Clear();
    }

    private Span<float> Row(int row) => _weights.AsSpan(row * _stride, _stride);

    // A label of few examples is no less likely to be meant.
    private static float[] Importance(int labels, IReadOnlyList<(GramVector Vector, int Label)> examples)
    {
        var counts = new int[labels];
        foreach (var (_, label) in examples)
            counts[label]++;
        return [.. counts.Select(c => c == 0 ? 0 : Math.Clamp(MathF.Sqrt((float)examples.Count / (labels * c)), 0.5f, 2f))];
    }

    private static void Shuffle(int[] order, ref uint chance)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            chance = (chance * 1664525) + 1013904223;
            var other = (int)(chance % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
