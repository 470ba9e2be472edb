using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>Reads by the words alone whether a message is about a return.</summary>
internal static partial class ReturnSaying
{
    private const string Mark = "zzwhenzz";
    private const int LongestLine = 80, LongestWords = 120;

    /// <summary>One of our own lines, in either language.</summary>
    /// <returns>Null where it is none.</returns>
    public static Tap? Line(Visit visit)
    {
        if (visit.Key.Length is 0 or > LongestLine || FirstNumber().Match(visit.Key) is not { Success: true } digits
            || !int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        foreach (var voice in visit.Content.Voices)
        {
            if (Is(new OtherTimes(number)))
                return new Tap.Others(number);
            if (Is(new Later(number)))
                return new Tap.Settle(number, new ReturnWish.Later());
            if (Is(new AtShop(number)))
                return new Tap.Settle(number, new ReturnWish.AtShop());
            if (Is(new InLocker(number)))
                return new Tap.Settle(number, new ReturnWish.Leave(HandedTo.Locker, null));
            if (Is(new WithNeighbour(number)))
                return new Tap.Neighbour(number);
            if (Heard.Key(voice.Say(new ReturnAt(number, Mark))).Split(Mark) is [var before, var after] && visit.Key.Length > before.Length + after.Length
                && visit.Key.StartsWith(before, StringComparison.Ordinal) && visit.Key.EndsWith(after, StringComparison.Ordinal))
                return new Tap.Window(number, voice, visit.Key[before.Length..^after.Length]);

            bool Is(Text line) => visit.Key == Heard.Key(voice.Say(line));
        }
        return null;
    }

    /// <summary>Words of the customer's own.</summary>
    /// <returns>Null where they are about something else.</returns>
    public static Said? Words(Visit visit)
    {
        if (visit.Key.Length is 0 or > LongestWords)
            return null;
        var said = visit.Said.ReplaceLineEndings(" ");
        var number = Named().Match(visit.Key) is { Success: true } named && int.TryParse(named.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : (int?)null;
        if (AtLocker().IsMatch(said))
            return new Said.Leave(number, HandedTo.Locker, null);
        if (LeftWith().Match(said) is { Success: true } left)
        {
            var with = left.Groups["with"].Value.Trim(' ', ',', '，', '。', '.', '!', '！', '吧', '了');
            return new Said.Leave(number, HandedTo.Neighbour, with.Length is 0 or > OrderReturn.LongestPlace || NoPlace().IsMatch(with) ? null : with);
        }
        if (Fetching().IsMatch(said))
            return new Said.AtShop(number);
        return Back().IsMatch(said) ? new Said.Back(number) : null;
    }

    public abstract record Tap(int Number)
    {
        /// <param name="When">Of the window, in the form for comparing.</param>
        public sealed record Window(int Number, Voice Voice, string When) : Tap(Number)
        {
            public bool Is(PickupWindow window) => Heard.Key(PickupWords.When(Voice, window)) == When;
        }

        public sealed record Others(int Number) : Tap(Number);

        public sealed record Neighbour(int Number) : Tap(Number);

        public sealed record Settle(int Number, ReturnWish Wish) : Tap(Number);
    }

    /// <param name="Number">Of the order that was named; null = none was.</param>
    public abstract record Said(int? Number)
    {
        public sealed record Back(int? Number) : Said(Number);

        public sealed record AtShop(int? Number) : Said(Number);

        /// <param name="With">Null = not said.</param>
        public sealed record Leave(int? Number, HandedTo Place, string? With) : Said(Number);
    }

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("[0-9]{1,6}", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@"(订单|第|单|order|no\.?|#)\s*#?\s*(?<number>[0-9]{1,6})(?![0-9])", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex Named();

    [GeneratedRegex(@"(放|存|扔|用|进).{0,4}(快递柜|丰巢|蜂巢|自提柜|柜子)|\b(in|into|to|use|put)\b.{0,12}\blocker", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex AtLocker();

    [GeneratedRegex(@"^.{0,12}?(?<!摆|开)(放(在|到|给)?|留(在|给)|交给|给)\s*(?<with>(隔壁|邻居|对门|对面|楼[上下]|门卫|门房|保安|物业|前台|传达室|门口|家门|[0-9]{2,5}).{0,60})$"
        + @"|\b(leave|drop|give|hand)\b\s*(it|them|the \w+)?\s*(off )?(with|at|to)\s+(?<with>(?!me\b|the shop|you\b).{1,80})$", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex LeftWith();

    // Named like that, nobody could find them.
    [GeneratedRegex(@"^((a|the|my) )?neighbou?rs?$|^(隔壁)?邻居(家|那里|那儿)?$", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex NoPlace();

    [GeneratedRegex(@"(自己|我|到店|去店里?|来店里?).{0,4}(来|去|到店)?.{0,2}(取|拿)(?!.{0,4}[?？吗])|\b(pick|collect|get|fetch)\b (it|them|my \w+) .{0,6}(at|from|in) (the|your) (shop|store)|\bcome to (the|your) (shop|store)", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex Fetching();

    [GeneratedRegex(@"送(回|过?来|到家|上门|我家|到我|给我)|\b(send|bring|deliver|drop)\b.{0,24}\bback\b|\breturn (it|them|my \w+)\b|\bdeliver (it|them|my \w+)\b", Loose, matchTimeoutMilliseconds: 200)]
    private static partial Regex Back();
}
