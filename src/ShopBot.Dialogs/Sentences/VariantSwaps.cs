using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Finds one variant taken in place of another: "气垫不要23号，要21号", "swap the rosewood tint for peach".</summary>
internal static partial class VariantSwaps
{
    private const int FarthestName = 14;

    /// <summary>Takes the names of the goods that are swapped out of the names, and uses up the words.</summary>
    /// <returns>What is wanted now, with no quantity: it is what it was.</returns>
    public static List<ItemFinder.Found> Take(SentenceText sentence, List<Named> names, GoodsNames goods)
    {
        var swaps = new List<ItemFinder.Found>();
        var text = sentence.Free;
        var variants = goods.VariantsIn(text, 0, text.Length, null).Concat(names.Where(n => n.Product is not null)
            .SelectMany(n => goods.VariantsIn(text, Math.Max(0, n.Start - FarthestName), Math.Min(text.Length, n.End + FarthestName), n.Product)))
            .DistinctBy(v => v.Start).OrderBy(v => v.Start).ToList();
        for (var i = 0; i + 1 < variants.Count; i++)
        {
            var (old, wanted) = (variants[i], variants[i + 1]);
            if (old.Product != wanted.Product || old.Variant == wanted.Variant || old.End > wanted.Start)
                continue;
            var (before, between) = (text[..old.Start], text[old.End..wanted.Start]);
            if (InsteadOf().IsMatch(between))
                wanted = old;
            else if (!Into().IsMatch(between) && !((Unwanted().IsMatch(before) && Wanted().IsMatch(between)) || (Swapping().IsMatch(before) && For().IsMatch(between))))
                continue;
            var (from, to) = (old.Start, variants[i + 1].End);
            foreach (var name in names.Where(n => n.Products.Contains(wanted.Products[0]) && n.End >= from - FarthestName && n.Start <= to + FarthestName).ToList())
            {
                (from, to) = (Math.Min(from, name.Start), Math.Max(to, name.End));
                names.Remove(name);
            }
            swaps.Add(new ItemFinder.Found(from, to, wanted.Products[0], wanted.Variant, null, IsNamed: true, IsSwap: true));
            sentence.Use(from, to);
            i++;
        }
        return swaps;
    }

    [GeneratedRegex("^[^|0-9一二两三四五六七八九十]{0,8}(换|改|->|→)(成|为|到|要|一?个)?[^|0-9]{0,3}$")]
    private static partial Regex Into();

    [GeneratedRegex("(不要|不是|别要|不想要|\\bnot( the)?) ?$")]
    private static partial Regex Unwanted();

    [GeneratedRegex("^(的|那个|了|色| )*[，, ]{0,2}(我?想?要|换|是|改|给我|拿|来|but|want|i want)(成|的|the| )*$")]
    private static partial Regex Wanted();

    [GeneratedRegex("\\b(swap|change|switch|exchange|trade|replace)\\b[^|]{0,30}$")]
    private static partial Regex Swapping();

    [GeneratedRegex("^[a-z ]{0,24}\\b(for|to|with|into|by)( the| a)? ?$")]
    private static partial Regex For();

    [GeneratedRegex("^[a-z ]{0,16}\\b(instead of|rather than)( the)? ?$|^(的)?(，|,)?(而不是|不要|不是)$")]
    private static partial Regex InsteadOf();
}
