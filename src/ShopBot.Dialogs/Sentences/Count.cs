using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Recognizers.Text.Number;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Sentences;

/// <summary>A number in a sentence with what is counted by it: "两袋", "3 pairs of", "半".</summary>
/// <param name="End">Behind the unit or measure word, where one stands.</param>
/// <param name="Units">The products sold by that unit; empty for a measure word of any goods, or none.</param>
/// <param name="HasMeasure">Whether anything stands between the number and what is counted.</param>
/// <param name="IsMore">"Two more bags".</param>
internal sealed partial record Count(int Start, int End, double Value, string Written, IReadOnlyList<CatalogueProduct> Units, bool HasMeasure, bool IsMore)
{
    private const int Most = 999;

    /// <summary>1 to 999; null for what nobody can order.</summary>
    public int? Quantity => Value is >= 1 and <= Most && Value == Math.Floor(Value) ? (int)Value : null;

    /// <summary>From left to right.</summary>
    public static List<Count> In(SentenceText sentence, GoodsNames goods)
    {
        var free = sentence.Free;
        var counts = new List<Count>();
        if (free.AsSpan().ContainsAnyInRange('0', '9') || free.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
            Take(Languages.Chinese);
        if (free.AsSpan().ContainsAnyInRange('a', 'z'))
            Take(Languages.English);
        foreach (var glued in Glued().EnumerateMatches(free))
            Put(glued.Index, glued.Index + glued.Length, int.Parse(free.AsSpan(glued.Index, glued.Length), CultureInfo.InvariantCulture),
                needsGoods: glued.Index == 0 || free[glued.Index - 1] is not ('x' or '*'));
        foreach (var few in Few().EnumerateMatches(free))
            Put(few.Index, few.Index + few.Length, FewValue(free.AsSpan(few.Index, few.Length)), needsGoods: true);
        counts.Sort((a, b) => a.Start.CompareTo(b.Start));
        return counts;

        void Take(string culture)
        {
            foreach (var found in NumberRecognizer.RecognizeNumber(free, culture))
                if (found.Resolution.TryGetValue("value", out var value)
                    && double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    Put(found.Start, found.End + 1, number, needsGoods: false);
        }

        void Put(int start, int end, double value, bool needsGoods)
        {
            if (counts.Exists(c => c.Start < end && start < c.End) || Other().IsMatch(free.AsSpan(end)) || (start > 0 && free[start - 1] is '第' or '¥' or '￥' or '$' or '€' or '#' or '.'))
                return;
            if (start > 0 && free[start - 1] is '负' or '-' && value > 0 && !(start > 1 && (char.IsAsciiDigit(free[start - 2]) || Latin.IsLetter(free[start - 2]))))
                (start, value) = (start - 1, -value);
            if (value > 0 && free.AsSpan(0, start).EndsWith("minus "))
                value = -value;
            var at = Skip(free, end);
            var isMore = free.AsSpan(at).StartsWith("more ") || free.AsSpan(at).StartsWith("extra ");
            if (isMore)
                at = Skip(free, at + (free[at] == 'm' ? 4 : 5));
            IReadOnlyList<CatalogueProduct> units = at < free.Length ? goods.UnitAt(free, at, out var unitEnd) ?? [] : [];
            unitEnd = units.Count == 0 ? at : goods.UnitAt(free, at, out var last) is null ? at : last;
            // "一袋半" is found as one number.
            if (units.Count == 0 && end - start > 2 && free[end - 1] == '半')
                for (var inside = start + 1; inside < end - 1; inside++)
                    if (goods.UnitAt(free, inside, out var innerEnd) is { } inner && innerEnd == end - 1)
                        (units, unitEnd) = (inner, end);
            var measure = units.Count > 0 ? 0 : Measure().Match(free, at) is { Success: true } word && word.Index == at ? word.Length : 0;
            if (needsGoods && units.Count == 0 && measure == 0 && !goods.IsProductAt(free, at) && !goods.IsVariantAt(free, at) && !GoodsFollow(free, at, goods) && !IsPair(free, start, end))
                return;
            var to = units.Count > 0 ? unitEnd : measure > 0 ? at + measure : end;
            // "Two and a half bags" said the Chinese way.
            if (to < free.Length && free[to] == '半' && (units.Count > 0 || measure > 0))
                (value, to) = (value + 0.5, to + 1);
            counts.Add(new Count(start, to, value, sentence.Written(start, end), units, units.Count > 0 || measure > 0 || IsPair(free, start, end), isMore));
        }
    }

    // 俩 and 仨 have their measure word in them.
    private static bool IsPair(string text, int from, int to) => to - from == 1 && text[from] is '俩' or '仨';

    // "A king size duvet": up to three words in between.
    private static bool GoodsFollow(string text, int at, GoodsNames goods)
    {
        for (var words = 0; words < 3 && at < text.Length && Latin.WordAt(text, at, out var end) && end < text.Length && text[end] == ' '; words++)
        {
            at = end + 1;
            if (goods.IsProductAt(text, at))
                return true;
        }
        return false;
    }

    private static double FewValue(ReadOnlySpan<char> words) => words switch
    {
        "俩" => 2,
        "仨" => 3,
        "零" => 0,
        "半" or "half a" or "half" or "half an" => 0.5,
        "a couple of" or "couple of" or "a couple" or "couple" => 2,
        _ => 1,
    };

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    [GeneratedRegex(@"俩|仨|零(?!食|钱|头)|半(?![天小年月])|\b(half an?|half|a couple of|couple of|a couple|couple|an?|another|each of|single)\b")]
    private static partial Regex Few();

    // "2bags", "x2": written in one with a word.
    [GeneratedRegex(@"(?<![a-z0-9.])[0-9]{1,3}(?=[a-z]{2,})|(?<=(^|[^a-z])x|\*)[0-9]{1,3}(?![0-9a-z])")]
    private static partial Regex Glued();

    [GeneratedRegex(@"\G(个|份|件|样|款|套|条|只|双|支|盒|瓶|袋|包|箱|副|对|把|张|片|管|根|块|床|身|罐|大袋|小袋|pcs?\b|pieces?\b|items?\b|x(?![a-z])|\*|of\b)")]
    private static partial Regex Measure();

    // What is counted here is no goods: money, millilitres, minutes, houses.
    [GeneratedRegex(@"^ ?(ml|g|kg|cm|mm|%|毫升|克|元|块钱|块[^一-龥]|¥|rmb|yuan|bucks|号(?!口红|眉笔|气垫)|楼|室|栋|层|单元|弄|天|年|岁|折|分|小时|个?(小时|月|星期|礼拜|地方|问题|人|电话|朋友|优惠)|点|次|遍|下|起|样的|直|定|共|般|会|边|些|旦|切|路|位|only|hours?|minutes?|mins?|days?|weeks?|times?|years?|percent|people|persons?)")]
    private static partial Regex Other();
}
