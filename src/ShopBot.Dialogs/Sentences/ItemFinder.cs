using System.Buffers;
using System.Text.RegularExpressions;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Puts names, counts and variants together to what is ordered, and uses up their words.</summary>
internal sealed partial class ItemFinder(SentenceText sentence, List<Named> names, List<Named> early, GoodsNames goods, List<SentenceTrouble> troubles)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("|。！；!;?？\n");

    private readonly List<Count> _counts = Count.In(sentence, goods);
    private readonly List<Found> _found = [];

    public IReadOnlyList<SaidItem> Find()
    {
        var waiting = new List<Count>(_counts);
        var open = names.FindAll(n => sentence.IsFree(n.Start, n.End) || n.IsExact && sentence.IsFree(n.Start, n.Start + 1));
        var bound = new Count?[open.Count];
        if (open.Count > 0 && waiting.Count > 0 && open[0].Start < waiting[0].Start)
            Bind(open, bound, waiting, RightBehindName);
        Bind(open, bound, waiting, BeforeName);
        Bind(open, bound, waiting, BehindName);
        for (var i = 0; i < open.Count; i++)
            Put(open[i], bound[i], waiting);
        foreach (var count in waiting)
            PutUnit(count);
        if (_found.Count == 0)
            PutVariantAlone();
        _found.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 0; i < _found.Count; i++)
            FindVariant(i);
        foreach (var found in _found)
            sentence.Use(found.Start, found.End);
        return ItemChanges.Settle(sentence, _found);
    }

    /// <summary>An item and the stretch that says it.</summary>
    internal sealed record Found(int Start, int End, CatalogueProduct Product, CatalogueVariant? Variant, Count? Count, bool IsNamed);

    private static void Bind(List<Named> open, Count?[] bound, List<Count> waiting, Func<List<Named>, int, Count, bool> fits)
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
        if (_counts.Exists(c => c.Start >= count.End && c.Start < open[i].Start && c.HasMeasure))
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
            between = string.Concat(between.AsSpan(0, variant.Start - name.End), new string(' ', variant.End - variant.Start), between.AsSpan(variant.End - name.End));
        return Blanks().Replace(between, " ");
    }

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

    private void Put(Named name, Count? count, List<Count> waiting)
    {
        var products = name.Products.Count == 1 || count is null || count.Units.Count == 0 ? name.Products : [.. name.Products.Where(count.Units.Contains)];
        if (!name.IsExact && count is null && !IsAlone(name))
            return;
        if (products.Count != 1)
        {
            if (count is not null)
                troubles.Add(new SentenceTrouble(TroubleKind.SeveralProducts, sentence.Written(name.Start, name.End), products, count.Quantity));
            return;
        }
        // "洗鞋两双": said twice, it is still one thing.
        if (count is null && _found.Exists(f => f.Product == products[0] && f.Count is not null))
        {
            if (_found[^1].Product == products[0] && name.Start - _found[^1].End <= 2)
                _found[^1] = _found[^1] with { End = name.End };
            return;
        }
        if (count is null && (IsTreated(name) || IsFetched(name, products[0])))
            return;
        if (count is not null && _found.Count > 0 && _found[^1] is { Count: null } last && last.Product == products[0])
            _found.RemoveAt(_found.Count - 1);
        var pieces = count is not null && IsPieces(count, products[0]);
        _found.Add(new Found(Math.Min(name.Start, count?.Start ?? name.Start), Math.Max(name.End, count?.End ?? name.End), products[0], VariantOf(name),
            pieces ? null : count, IsNamed: true));
        waiting.RemoveAll(c => c.Start >= name.Start && c.End <= name.End);
    }

    // Three shirts are no three bags.
    private bool IsPieces(Count count, CatalogueProduct product) =>
        product.Unit.Chinese is "袋" or "包" or "筐" && count.End > count.Start && sentence.Text[count.End - 1] is '件' or '条' or '套' or '身' or '床' or '双' or '只';

    // "鞋子单独装" says how, not what.
    private bool IsTreated(Named name) => Treatment().IsMatch(sentence.Text.AsSpan(name.End));

    // Whoever has clothes fetched has not said how many bags, nor that it is an order.
    private bool IsFetched(Named name, CatalogueProduct product) =>
        product.Unit.Chinese is "袋" or "包" or "筐" && Fetching().IsMatch(sentence.Text.AsSpan(0, name.Start));

    private CatalogueVariant? VariantOf(Named name) => name.Meant is { } meant && name.Product is { Variants.Count: > 1 } product
        ? goods.VariantsIn(meant, 0, meant.Length, product).FirstOrDefault().Variant
        : null;

    // Initials and slips count with a quantity, behind a word that orders, or as the whole message.
    private bool IsAlone(Named name)
    {
        var before = sentence.Text.AsSpan(0, name.Start).Trim(" |");
        return (before.Length == 0 || Ordering().IsMatch(before)) && (name.End - name.Start > 2 || sentence.Text.AsSpan(name.End).Trim(" |,.!?，。！？").Length <= 2);
    }

    private void PutUnit(Count count)
    {
        if (count.Units.Count == 0 || !sentence.IsFree(count.Start, count.End))
            return;
        if (_found.FindLastIndex(f => f.Count is null && f.End <= count.Start && count.Units.Contains(f.Product)) is var waiting and >= 0)
        {
            _found[waiting] = _found[waiting] with { Count = count };
            sentence.Use(count.Start, count.End);
            return;
        }
        var variant = VariantNear(count, 8);
        var sole = count.Units.Count == 1 ? count.Units[0] : variant?.Product;
        if (sole is not null)
            _found.Add(new Found(Math.Min(count.Start, variant?.Start ?? count.Start), Math.Max(count.End, variant?.End ?? count.End), sole, variant?.Variant, count,
                IsNamed: variant is not null));
        else if (_found.Count == 0)
            troubles.Add(new SentenceTrouble(TroubleKind.SeveralProducts, sentence.Written(count.Start, count.End), count.Units, count.Quantity));
    }

    // "换成蜜桃色", "the peach one": a variant that only one product has.
    private void PutVariantAlone()
    {
        var text = sentence.Free;
        foreach (var variant in goods.VariantsIn(text, 0, text.Length, null))
        {
            var before = text.AsSpan(0, variant.Start);
            var count = _counts.Find(c => c.End <= variant.Start && variant.Start - c.End <= 2 || c.Start >= variant.End && c.Start - variant.End <= 3);
            if (count is { Units.Count: > 0 } && !count.Units.Contains(variant.Product!))
                continue;
            if (count is null && !Choosing().IsMatch(before))
                continue;
            _found.Add(new Found(Math.Min(variant.Start, count?.Start ?? variant.Start), Math.Max(variant.End, count?.End ?? variant.End), variant.Product!,
                variant.Variant, count, IsNamed: true));
            return;
        }
    }

    private void FindVariant(int i)
    {
        var found = _found[i];
        if (found.Variant is not null || found.Product.Variants.Count == 1)
            return;
        if (SpreadOut(i))
            return;
        if (early.Find(v => v.Product == found.Product) is { Variant: { } known })
        {
            _found[i] = found with { Variant = known };
            return;
        }
        var from = Math.Max(i > 0 ? _found[i - 1].End : 0, found.Start - 12);
        var to = Math.Min(i + 1 < _found.Count ? _found[i + 1].Start : sentence.Text.Length, found.End + 24);
        var near = goods.VariantsIn(sentence.Text, from, to, found.Product).Where(v => IsOf(found, v)).ToList();
        if (near.Count == 0)
            return;
        if (near.Count > 1 && Either().IsMatch(sentence.Text.AsSpan(near[0].End, near[^1].Start - near[0].End)))
            return;
        if (near.Count > 1 && Each().IsMatch(sentence.Text.AsSpan(Math.Min(found.Start, near[0].Start), Math.Max(found.End, near[^1].End) - Math.Min(found.Start, near[0].Start))))
        {
            _found[i] = found with { Variant = near[0].Variant, Start = Math.Min(found.Start, near[0].Start) };
            foreach (var other in near.Skip(1).Where(v => v.Variant != near[0].Variant))
                _found.Insert(i + 1, found with { Variant = other.Variant, Start = other.Start, End = Math.Max(found.End, other.End) });
            return;
        }
        var best = near.MinBy(v => v.Start >= found.Start && v.End <= found.End ? 0 : v.End <= found.Start ? found.Start - v.End : v.Start - found.End);
        _found[i] = found with { Variant = best.Variant, Start = Math.Min(found.Start, best.Start), End = Math.Max(found.End, best.End) };
    }

    // "1 rose and 2 peach lip tints": each variant with a count of its own.
    private bool SpreadOut(int i)
    {
        var found = _found[i];
        var from = i > 0 ? _found[i - 1].End : 0;
        var to = i + 1 < _found.Count ? _found[i + 1].Start : sentence.Text.Length;
        List<(Named Variant, Count Count)> each = [];
        foreach (var variant in goods.VariantsIn(sentence.Text, Math.Max(from, found.Start - 30), Math.Min(to, found.End + 30), found.Product))
            if (_counts.Find(c => (c.End <= variant.Start && variant.Start - c.End <= 1) || (c.Start >= variant.End && c.Start - variant.End <= 1 && c.HasMeasure)) is { } own
                && !each.Exists(e => e.Variant.Variant == variant.Variant || e.Count == own))
                each.Add((variant, own));
        if (each.Count < 2)
            return false;
        _found.RemoveAt(i);
        foreach (var (variant, count) in each)
            _found.Insert(i++, new Found(Math.Min(variant.Start, count.Start), Math.Max(variant.End, count.End), found.Product, variant.Variant, count, IsNamed: true));
        sentence.Use(found.Start, found.End);
        return true;
    }

    // Not across the end of a sentence, nor over what says something else.
    private bool IsOf(Found found, Named variant)
    {
        if (variant.Start >= found.Start && variant.End <= found.End)
            return true;
        var (a, b) = variant.End <= found.Start ? (variant.End, found.Start) : (found.End, variant.Start);
        return sentence.IsFree(variant.Start, variant.End) && !sentence.Free.AsSpan(a, Math.Max(0, b - a)).ContainsAny(Ends);
    }

    private Named? VariantNear(Count count, int reach)
    {
        var (from, to) = (Math.Max(0, count.Start - reach), Math.Min(sentence.Text.Length, count.End + reach));
        Named? nearest = null;
        foreach (var variant in goods.VariantsIn(sentence.Text, from, to, null))
            if (count.Units.Contains(variant.Product!) && sentence.IsFree(variant.Start, variant.End)
                && !_found.Exists(f => f.Start < variant.End && variant.Start < f.End)
                && (nearest is not { } known || Distance(variant) < Distance(known)))
                nearest = variant;
        return nearest;

        int Distance(Named variant) => variant.End <= count.Start ? count.Start - variant.End : variant.Start - count.End;
    }

    [GeneratedRegex(@"^[^|,，。；;!！?？\n+&、和]{0,18}$")]
    private static partial Regex Near();

    [GeneratedRegex(@"^ ?(of |x ?|\* ?|more |extra |the |pairs? of |new |dirty |big |small )*[a-z. ]{0,14}$")]
    private static partial Regex NextTo();

    [GeneratedRegex(@"^[^|。；;!！?？\n]{0,14}$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"^( in| of| the|的|色)* ?[x\*:：,，]? ?$|^(要|来|各|就|改成|换成|改为|改)$")]
    private static partial Regex Times();

    [GeneratedRegex("(要|来|买|订|拿|加|想|给我|洗|get|want|order|buy|need|add|like|have|some|the|a|of|换成|改成)$")]
    private static partial Regex Ordering();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex("还是|或|\\bor\\b")]
    private static partial Regex Either();

    [GeneratedRegex("各|每样|每种|\\beach\\b")]
    private static partial Regex Each();

    [GeneratedRegex("^(请|要|都|记得|上面?|里面?|有|的话|比较|一定|也| )*(轻|别|单独|分开|手洗|小心|不要(?!了)|不能|低温|冷水|挂|叠|有污|脏|干净|separate|gentl|by hand)|^s? (separately|by hand|gently|should|must|need to be|have)")]
    private static partial Regex Treatment();

    [GeneratedRegex("(取|收|拿|送|领)(一下|我的|下|走|回|送|我)*$|(collect|pick up|fetch|get|grab|leave|put|hang|fold|return)( back)?( my| the| our| some)?( dirty| clean)? ?$")]
    private static partial Regex Fetching();

    [GeneratedRegex("(换成?|改成?|改为|要|来|选|拿|变成|(swap|change|switch|replace)[^,.]{1,20} (for|to|with)( the)?|to( the)?|instead|make it( the)?|take( the)?|want( the)?|the) ?$")]
    private static partial Regex Choosing();
}
