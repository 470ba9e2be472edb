using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Finds the address or place in a sentence and uses up its words.</summary>
internal static partial class PlaceFinder
{
    /// <param name="names">Of goods, which no address runs across.</param>
    /// <returns>As written; null where there is none.</returns>
    public static string? Find(SentenceText sentence, List<Named> names, GoodsNames goods)
    {
        var open = Open(sentence, names, goods);
        if ((ChinesePlaces.Find(open) ?? EnglishPlaces.Find(open, sentence)) is not var (from, to))
            return null;
        var place = sentence.Written(from, to);
        sentence.Use(from, to);
        return place;
    }

    /// <summary>The sentence without what cannot be part of an address: goods, counts, days and times.</summary>
    private static string Open(SentenceText sentence, List<Named> names, GoodsNames goods)
    {
        var letters = sentence.Free.ToCharArray();
        foreach (var name in names.Where(n => n.IsExact))
            letters.AsSpan(name.Start, name.End - name.Start).Fill(SentenceText.Gone);
        foreach (var time in TimeWords().EnumerateMatches(sentence.Free))
            letters.AsSpan(time.Index, time.Length).Fill(SentenceText.Gone);
        foreach (var number in Numbers().EnumerateMatches(sentence.Free))
        {
            var unit = number.Index + number.Length;
            if (unit < sentence.Free.Length && goods.UnitAt(sentence.Free, unit, out var end) is not null)
                letters.AsSpan(number.Index, end - number.Index).Fill(SentenceText.Gone);
        }
        return new string(letters);
    }

    [GeneratedRegex("""
        大?[今明后][天日早晚儿]|(早上|早晨|上午|中午|下午|傍晚|晚上|夜里)|(下个?|本|这个?)?(周|星期|礼拜)[一二三四五六日天1-6]|[0-9一二两三四五六七八九十]{1,3}(点|时(?!代))(钟|半|[一三]刻|[0-9]{1,2}分?)?(左右|以后|之后|以前|之前|多|后(?!门)|前(?!台|滩|门))?|
        [0-9]{1,2}:[0-9]{2}(\ ?[ap]m\b)?|[0-9]{1,2}月[0-9]{1,2}[号日]?|
        \b(today|tomorrow|tmrw?|tonight|(this|next)?\ ?(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?|(this\ |in\ the\ )?(morning|afternoon|evening)|noon|
        [0-9]{1,2}(:[0-9]{2}|\.[0-9]{2})?\ ?(am|pm|a\.m\.|p\.m\.|o'?clock)|(half|quarter)\ (past|to)\ [a-z0-9]+|(after|before|by|around|between|from|until|till?)\ [0-9]{1,2}(?!\ ?[a-z]|[0-9]))\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TimeWords();

    [GeneratedRegex("[0-9]{1,6} ?|[零一二两俩三四五六七八九十百千万半几]{1,6}")]
    private static partial Regex Numbers();
}
