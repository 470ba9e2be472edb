using System.Buffers;
using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Tells which variants are meant by the words beside the goods: "口红豆沙砖红各一支", "1 rose and 2 peach lip tints".</summary>
internal sealed partial class VariantBinding(SentenceText sentence, GoodsNames goods, List<Named> early, List<Count> counts, List<ItemFinder.Found> found)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("|。！；!;?？\n");

    /// <summary>Gives every item its variant where one was said; an item of several variants becomes several.</summary>
    public void Bind()
    {
        for (var i = 0; i < found.Count; i++)
            FindVariant(i);
    }

    private void FindVariant(int i)
    {
        var item = found[i];
        if (item.Variant is not null || item.Product.Variants.Count == 1)
            return;
        if (SpreadOut(i))
            return;
        if (early.Find(v => v.Product == item.Product) is { Variant: { } known } shade)
        {
            // "气垫换成23号": what stands in between tells that it is a change.
            var isNear = shade.Start >= item.End && shade.Start - item.End <= 6;
            found[i] = item with { Variant = known, End = isNear ? Math.Max(item.End, shade.End) : item.End };
            return;
        }
        var from = Math.Max(i > 0 ? found[i - 1].End : 0, item.Start - 12);
        var to = Math.Min(i + 1 < found.Count ? found[i + 1].Start : sentence.Text.Length, item.End + 24);
        var near = goods.VariantsIn(sentence.Text, from, to, item.Product).Where(v => IsOf(item, v)).ToList();
        if (near.Count == 0)
            return;
        if (near.Count > 1 && Either().IsMatch(sentence.Text.AsSpan(near[0].End, near[^1].Start - near[0].End)))
            return;
        if (near.Count > 1 && Each().IsMatch(sentence.Text.AsSpan(Math.Min(item.Start, near[0].Start), Math.Max(item.End, near[^1].End) - Math.Min(item.Start, near[0].Start))))
        {
            found[i] = item with { Variant = near[0].Variant, Start = Math.Min(item.Start, near[0].Start) };
            foreach (var other in near.Skip(1).Where(v => v.Variant != near[0].Variant))
                found.Insert(i + 1, item with { Variant = other.Variant, Start = other.Start, End = Math.Max(item.End, other.End) });
            return;
        }
        var best = near.MinBy(v => v.Start >= item.Start && v.End <= item.End ? 0 : v.End <= item.Start ? item.Start - v.End : v.Start - item.End);
        found[i] = item with { Variant = best.Variant, Start = Math.Min(item.Start, best.Start), End = Math.Max(item.End, best.End) };
    }

    // "1 rose and 2 peach lip tints": each variant with a count of its own.
    private bool SpreadOut(int i)
    {
        var item = found[i];
        var from = i > 0 ? found[i - 1].End : 0;
        var to = i + 1 < found.Count ? found[i + 1].Start : sentence.Text.Length;
        List<(Named Variant, Count Count)> each = [];
        foreach (var variant in goods.VariantsIn(sentence.Text, Math.Max(from, item.Start - 30), Math.Min(to, item.End + 30), item.Product))
            if (counts.Find(c => (c.End <= variant.Start && variant.Start - c.End <= 1) || (c.Start >= variant.End && c.Start - variant.End <= 1 && (c.HasMeasure || EndsPart(c.End)))) is { } own
                && !each.Exists(e => e.Variant.Variant == variant.Variant || e.Count == own))
                each.Add((variant, own));
        if (each.Count < 2)
            return false;
        found.RemoveAt(i);
        foreach (var (variant, count) in each)
            found.Insert(i++, new ItemFinder.Found(Math.Min(variant.Start, count.Start), Math.Max(variant.End, count.End), item.Product, variant.Variant, count, IsNamed: true));
        sentence.Use(item.Start, item.End);
        return true;
    }

    private bool EndsPart(int at) => at == sentence.Text.Length || sentence.Text[at] is ',' or '，' or '、' or '。' or ';' or '；';

    // Not across the end of a sentence, nor over what says something else.
    private bool IsOf(ItemFinder.Found item, Named variant)
    {
        if (variant.Start >= item.Start && variant.End <= item.End)
            return true;
        var (a, b) = variant.End <= item.Start ? (variant.End, item.Start) : (item.End, variant.Start);
        return sentence.IsFree(variant.Start, variant.End) && !sentence.Free.AsSpan(a, Math.Max(0, b - a)).ContainsAny(Ends);
    }

    [GeneratedRegex("还是|或|\\bor\\b")]
    private static partial Regex Either();

    [GeneratedRegex("各|每样|每种|\\beach\\b")]
    private static partial Regex Each();
}
