using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Tells which count belongs to which name: "两支豆沙色的口红", "口红两支面膜一盒", "cushion 23 x1".</summary>
internal sealed partial class CountBinding(SentenceText sentence, GoodsNames goods, List<Named> early, List<Count> counts)
{
    /// <param name="open">The names, from left to right.</param>
    /// <param name="waiting">The counts not yet taken; those that belong to a name are taken out.</param>
    /// <returns>One for each name; null where none was said.</returns>
    public Count?[] Bind(List<Named> open, List<Count> waiting)
    {
        var bound = new Count?[open.Count];
        if (open.Count > 0 && waiting.Count > 0 && open[0].Start < waiting[0].Start)
            Take(open, bound, waiting, RightBehindName);
        Take(open, bound, waiting, BeforeName);
        Take(open, bound, waiting, BehindName);
        return bound;
    }

    private static void Take(List<Named> open, Count?[] bound, List<Count> waiting, Func<List<Named>, int, Count, bool> fits)
    {
        for (var i = 0; i < open.Count; i++)
            if (bound[i] is null && waiting.Find(c => fits(open, i, c)) is { } count)
            {
                bound[i] = count;
                waiting.Remove(count);
            }
    }

    // "两支豆沙色的口红": a few words may stand in between, no other goods.
    private bool BeforeName(List<Named> open, int i, Count count)
    {
        // The unit may be the name itself: "2 bags".
        if (count.End > open[i].End || count.Start >= open[i].Start || (i > 0 && open[i - 1].End > count.Start) || !MayCount(count, open[i]))
            return false;
        if (counts.Exists(c => c.Start >= count.End && c.Start < open[i].Start && c.HasMeasure))
            return false;
        var between = sentence.Text.AsSpan(count.End, Math.Max(0, open[i].Start - count.End));
        return count.HasMeasure ? Near().IsMatch(between) : NextTo().IsMatch(between);
    }

    // "口红两支面膜一盒": whoever names things first goes on so.
    private bool RightBehindName(List<Named> open, int i, Count count) =>
        count.Start >= open[i].End && (count.Units.Count == 0 || open[i].Products.Any(p => count.Units.Contains(p)))
        && Times().IsMatch(WithoutVariants(open[i], count.Start))
        && (count.HasMeasure || sentence.Text.AsSpan(open[i].End, count.Start - open[i].End).ContainsAny('x', '*'));

    // "cica cream 80ml x1": the variant belongs to the name.
    private string WithoutVariants(Named name, int to)
    {
        var between = sentence.Text[name.End..to];
        if (name.Product is not { } product)
            return between;
        foreach (var variant in goods.VariantsIn(sentence.Text, name.End, to, product))
            between = Blank(between, variant.Start - name.End, variant.End - name.End);
        // "cushion 23 x1": the shade is no count either.
        foreach (var shade in early.Where(e => e.Product == product && e.Start >= name.End && e.End <= to))
            between = Blank(between, shade.Start - name.End, shade.End - name.End);
        return Blanks().Replace(between, " ");
    }

    private static string Blank(string text, int from, int to) => string.Concat(text.AsSpan(0, from), new string(' ', to - from), text.AsSpan(to));

    private bool BehindName(List<Named> open, int i, Count count)
    {
        if (count.Start < open[i].End || (i + 1 < open.Count && open[i + 1].Start < count.Start) || !MayCount(count, open[i]))
            return false;
        var between = WithoutVariants(open[i], count.Start);
        return count.HasMeasure ? Behind().IsMatch(between) : Times().IsMatch(between);
    }

    // Two bags of shoes are no two pairs.
    private static bool MayCount(Count count, Named name) =>
        count.Units.Count == 0 || name.Products.Any(p => count.Units.Contains(p)) || !count.Units.Any(u => u.Unit.Chinese is "袋" or "双");

    [GeneratedRegex(@"^[^|,，。；;!！?？\n+&、和]{0,18}$")]
    private static partial Regex Near();

    [GeneratedRegex(@"^ ?(of |x ?|\* ?|more |extra |the |pairs? of |new |dirty |big |small )*[a-z. ]{0,14}$")]
    private static partial Regex NextTo();

    [GeneratedRegex(@"^[^|。；;!！?？\n]{0,14}$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"^( in| of| the|的|色)* ?(\( *\))? ?[x\*:：,，]? ?(just |only )?$|^(要|来|各|就|改成|换成|改为|改)$")]
    private static partial Regex Times();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}
