using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>English addresses: behind "deliver to", "my address is", or by their shape alone.</summary>
internal static partial class EnglishPlaces
{
    /// <param name="open">A folded text with <see cref="SentenceText.Gone"/> where no address may be.</param>
    public static (int From, int To)? Find(string open, SentenceText sentence)
    {
        foreach (var cue in Announced().EnumerateMatches(open))
            if (From(open, cue.Index + cue.Length, sentence) is var (from, to) && to - from >= 3 && !NoPlace().IsMatch(open.AsSpan(from, to - from)))
                return (from, to);
        foreach (var cue in Before().EnumerateMatches(open))
            if (From(open, cue.Index + cue.Length, sentence) is var (from, to) && to > from && IsShaped(open.AsSpan(from, to - from)))
                return (from, to);
        foreach (var match in Shape().EnumerateMatches(open))
            if (From(open, match.Index, sentence) is var (from, to) && IsShaped(open.AsSpan(from, to - from)))
                return (from, to);
        return null;
    }

    private static bool IsShaped(ReadOnlySpan<char> words) => Shape().IsMatch(words) || Known().IsMatch(words);

    /// <summary>From the beginning of an address as far as it goes: to the next word that belongs to something else.</summary>
    private static (int From, int To) From(string open, int from, SentenceText sentence)
    {
        while (from < open.Length && open[from] is ' ' or ':' or '=' or '-')
            from++;
        var to = EndOfPart(open, from);
        while (to < open.Length && open[to] == ',')
        {
            var next = to + 1;
            while (next < open.Length && open[next] == ' ')
                next++;
            var end = EndOfPart(open, next);
            if (end <= next || !(Part().IsMatch(open.AsSpan(next, end - next)) || IsProper(sentence.Written(next, end))))
                break;
            to = end;
        }
        return (from, to);
    }

    private static int EndOfPart(string open, int from)
    {
        var to = from;
        while (to < open.Length && open[to] is not (SentenceText.Gone or ',' or ';' or '!' or '?' or '\n' or '，' or '。' or '(') && !EndsSentence(open, to))
            to++;
        if (Stop().Match(open[from..to]) is { Success: true } stop)
            to = from + stop.Index;
        while (to > from && open[to - 1] is ' ' or '-' or '.')
            to--;
        return to;
    }

    // The dot behind "Rd." or "No." ends nothing.
    private static bool EndsSentence(string open, int at) => open[at] == '.' && (at + 1 == open.Length || open[at + 1] == ' ')
        && !(at >= 2 && open.AsSpan(Math.Max(0, at - 4), Math.Min(4, at)) is var before && Short().IsMatch(before));

    // "Xuhui District", "Shanghai": every word with a capital.
    private static bool IsProper(string part) => part.Length is > 2 and < 30
        && part.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => char.IsAsciiLetterUpper(w[0])) && !Days().IsMatch(part);

    [GeneratedRegex(@"\b((deliver(ed|y)?|send|sent|ship|bring|post|mail|drop)\b[^,.;|!?]{0,24}?\b(?<!want |like |need |able )(to|at)|(pick(ed)?[ -]?up|pickup|collect(ed|ion)?|come|grab|get)\b[^,.;|!?]{0,24}?\b(at|from|to)|(my |new |the |delivery |pickup |shipping )*(address|addr|location)\b( is| to|'s|:| =| -| now)*|(i'm|im|i am|we're|we are|live|living|staying|based) (at|in|on)|place:|to:|at:) ?(?=[a-z0-9#])(?!address|do |buy|order|have|the shop|get )")]
    private static partial Regex Announced();

    [GeneratedRegex(@"\b(to|at|from|in)\b ?(?=[a-z0-9#])")]
    private static partial Regex Before();

    [GeneratedRegex(@"\b((apt|apartment|room|rm|flat|unit|suite|building|bldg|block|floor|tower) ?#?[0-9a-z]{1,5}, ?)?(no\.? ?|#)?[0-9]{1,5}[a-z]?([/-][0-9]{1,4})?,? (lane |west |east |north |south )?([a-z'.-]{2,} ){1,4}?(road|rd|street|st|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|alley|square|sq|plaza|tower|court|ct|close|terrace|lu|jie|highway|park|gardens?)\b")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\b(room|rm|apt|apartment|flat|unit|suite|building|bldg|block|floor|tower|villa|house) ?(no\.? ?|#)?[0-9a-z]{1,5}\b|\b([a-z]+ )?(road|rd|street|avenue|ave|plaza|tower|building|bldg|mansion|residences?|hotel|apartments|gardens?|campus|university|hospital|compound|villas?|office|centre|center|mall)\b")]
    private static partial Regex Known();

    [GeneratedRegex(@"^(building|bldg|block|blk|apt|apartment|flat|room|rm|unit|suite|ste|floor|fl|level|door|tower|gate|no\.?|lane|#|house|villa)( |#|\.)*[0-9a-z]{1,5}( .{0,25})?$|^[0-9]{1,5}(st|nd|rd|th)? (floor|fl)\b|^#?[0-9]{2,4}[a-z]?$|.* (district|road|rd|street|st|city|avenue|ave|lane|tower|building|mansion|plaza)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"(^|(?<=[ ,]))(please|pls|plz|plss|thanks?|thx|ty|and|with|for|by|before|after|around|between|until|on|if|when|i|i'll|my|we|no(?!\.? ?[0-9])|don't|dont|do|leave|call|ring|asap|at|from|is|are|can|could|will|would|but|instead|now|next|this|same|not|okay|ok|use|as|so|then|anytime|sometime|any|want|need|ready|ta|cheers|about|or|the same|gate code|actually|sorry|to (collect|pick|get|fetch|wash|order))(?= |$|\.)")]
    private static partial Regex Stop();

    [GeneratedRegex(@"^(the |your |ur |our )?(shop|store|counter|same|me|us|you|it|them|him|her|place|house|collect|pick|fetch|get|wash|clean|order|wait|day|time|night|that|there|here|a person|someone|home time|the address|address|laundry|clothes|discount|one|two|three|trouble|hurry|bed|hospital bed|work on|a hurry|need|love|interested).*$")]
    private static partial Regex NoPlace();

    [GeneratedRegex(@"(rd|st|ave|no|apt|bldg|rm|blvd|ln|dr|fl)$")]
    private static partial Regex Short();

    [GeneratedRegex("(?i)^(mon|tue|wed|thu|fri|sat|sun|today|tomorrow|please|thanks|pls|no |don)")]
    private static partial Regex Days();
}
