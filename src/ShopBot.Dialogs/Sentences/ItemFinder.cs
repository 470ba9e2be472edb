using System.Text.RegularExpressions;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Puts names, counts and variants together to what is ordered, and uses up their words.</summary>
internal sealed partial class ItemFinder(
    SentenceText sentence, List<Named> names, List<Named> early, List<ItemFinder.Found> swaps, GoodsNames goods, List<SentenceTrouble> troubles)
{
    private readonly List<Count> _counts = Count.In(sentence, goods);
    private readonly List<Found> _found = [.. swaps];

    public IReadOnlyList<SaidItem> Find()
    {
        var waiting = new List<Count>(_counts);
        var open = names.FindAll(n => sentence.IsFree(n.Start, n.End) || n.IsExact && sentence.IsFree(n.Start, n.Start + 1));
        var bound = new CountBinding(sentence, goods, early, _counts).Bind(open, waiting);
        for (var i = 0; i < open.Count; i++)
            Put(open[i], bound[i], waiting);
        foreach (var count in waiting)
            PutUnit(count);
        if (_found.Count == 0)
            PutVariantAlone();
        _found.Sort((a, b) => a.Start.CompareTo(b.Start));
        new VariantBinding(sentence, goods, early, _counts, _found).Bind();
        foreach (var found in _found)
            sentence.Use(found.Start, found.End);
        return ItemChanges.Settle(sentence, _found);
    }

    /// <summary>An item and the stretch that says it.</summary>
    /// <param name="IsSwap">Its variant takes the place of another.</param>
    internal sealed record Found(int Start, int End, CatalogueProduct Product, CatalogueVariant? Variant, Count? Count, bool IsNamed, bool IsSwap = false);

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
        if (count is not null && _found.Count > 0 && _found[^1] is { Count: null } last && last.Product == products[0] && !NamesOther(last, name))
            _found.RemoveAt(_found.Count - 1);
        var pieces = count is not null && IsPieces(count, products[0]);
        _found.Add(new Found(Math.Min(name.Start, count?.Start ?? name.Start), Math.Max(name.End, count?.End ?? name.End), products[0], VariantOf(name),
            pieces ? null : count, IsNamed: true));
        waiting.RemoveAll(c => c.Start >= name.Start && c.End <= name.End);
    }

    // "My boots and 2 pairs of sneakers" are two things.
    private bool NamesOther(Found last, Named name) =>
        goods.VariantsIn(sentence.Text, last.Start, last.End, last.Product).Select(v => v.Variant).FirstOrDefault() is { } before
        && goods.VariantsIn(sentence.Text, name.Start, name.End, last.Product).Select(v => v.Variant).FirstOrDefault() is { } now && before != now;

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

    [GeneratedRegex("(要|来|买|订|拿|加|想|给我|洗|get|want|order|buy|need|add|like|have|some|the|a|of|换成|改成)$")]
    private static partial Regex Ordering();

    [GeneratedRegex("^(请|要|都|记得|上面?|里面?|有|的话|比较|一定|也| )*(轻|别|单独|分开|手洗|小心|不要(?!了)|不能|低温|冷水|挂|叠|有污|脏|干净|separate|gentl|by hand)|^s? (separately|by hand|gently|should|must|need to be|have)")]
    private static partial Regex Treatment();

    [GeneratedRegex("(取|收|拿|送|领)(一下|我的|下|走|回|送|我)*$|(collect|pick up|fetch|get|grab|leave|put|hang|fold|return)( back)?( my| the| our| some)?( dirty| clean)? ?$")]
    private static partial Regex Fetching();

    [GeneratedRegex("(换成?|改成?|改为|要|来|选|拿|变成|(swap|change|switch|replace)[^,.]{1,20} (for|to|with)( the)?|to( the)?|instead|make it( the)?|take( the)?|want( the)?|the) ?$")]
    private static partial Regex Choosing();
}
