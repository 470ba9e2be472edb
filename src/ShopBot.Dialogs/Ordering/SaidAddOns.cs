using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Add-ons named in a message: "两袋，加急", "no express after all". They are read before the rest, which then knows nothing of them.</summary>
/// <param name="Without">The message without them, as typed.</param>
internal sealed partial record SaidAddOns(IReadOnlyList<AddOn> Wanted, IReadOnlyList<AddOn> Unwanted, string Without)
{
    private const int LongestText = 500;

    public bool IsEmpty => Wanted.Count + Unwanted.Count == 0;

    /// <summary>Whether nothing else was said.</summary>
    public bool IsAll => !IsEmpty && !Without.Any(char.IsLetterOrDigit);

    /// <remarks>A question about an add-on orders none.</remarks>
    public static SaidAddOns Read(string said, PriceRules rules)
    {
        var (wanted, unwanted) = (new List<AddOn>(), new List<AddOn>());
        if (rules.AddOns.Count == 0 || said.Length is 0 or > LongestText || Asking().IsMatch(said))
            return new SaidAddOns(wanted, unwanted, said);
        var rest = said;
        foreach (var (word, addOn) in rules.AddOns.SelectMany(a => a.Aliases.Append(a.Name.Chinese).Append(a.Name.English).Select(w => (Word: w, AddOn: a))).OrderByDescending(w => w.Word.Length))
        {
            while (Find(rest, word) is var (from, to) && to > 0)
            {
                var before = Before().Match(rest[..from]);
                (before.Groups["no"].Success ? unwanted : wanted).Add(addOn);
                to += Behind().Match(rest[to..]).Length;
                rest = rest[..before.Index] + "，" + rest[to..];
            }
        }
        // Who says both means what was said last; with figures alone nobody can tell, so the wish wins.
        return new SaidAddOns([.. wanted.Distinct()], [.. unwanted.Except(wanted).Distinct()], rest);
    }

    private static (int From, int To) Find(string text, string word)
    {
        for (var at = 0; (at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, at, CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth)) >= 0; at++)
        {
            var to = at + word.Length;
            if (to <= text.Length && !RunsOn(text, at - 1, at) && !RunsOn(text, to - 1, to))
                return (at, to);
        }
        return default;
    }

    // "express" does not stand in "expressway".
    private static bool RunsOn(string text, int left, int right) =>
        left >= 0 && right < text.Length && char.IsAsciiLetter(text[left]) && char.IsAsciiLetter(text[right]);

    [GeneratedRegex("[?？]|吗|么$|多少|几块|怎么收|收费|能不能|可不可以|是什么|how much|how long|what('s| is| does)|^(is|are|do|does|can) ", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"((?<no>不要|不用|不需要|别|无需|去掉|取消|不|(?<![a-z])(no|without|not|don'?t need|drop|cancel|remove))|请|麻烦|帮我|我要|我想要|想要|要|需要|再加|加上|加|也|都|((?<![a-z])(please|with|and|add|plus|also|make it|i want|i'd like|an?|the)))?\s*((?<![a-z])(an?|the)\s*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s*(一下|服务|处理|的|了|吧|哈|哦|，谢谢|please|service|after all|instead)*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();
}
