using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>English addresses: behind "deliver to", "my address is", or by their shape alone.</summary>
internal static partial class EnglishPlaces
{
    /// <param name="open">A folded text with <see cref="SentenceText.Gone"/> where no address may be.</param>
    public static (int From, int To)? Find(string open, SentenceText sentence)
    {
        var asks = Asking().IsMatch(open);
        foreach (var cue in Announced().EnumerateMatches(open))
            if (From(open, cue.Index + cue.Length, sentence) is var (from, to) && to - from >= 3 && !NoPlace().IsMatch(open.AsSpan(from, to - from))
                && (!asks || IsShaped(open.AsSpan(from, to - from))))
                return (from, to);
        foreach (var cue in Before().EnumerateMatches(open))
            if (From(open, cue.Index + cue.Length, sentence) is var (from, to) && to > from && IsShaped(open.AsSpan(from, to - from)))
                return (from, to);
        foreach (var match in Shape().EnumerateMatches(open))
            if (From(open, match.Index, sentence) is var (from, to) && IsShaped(open.AsSpan(from, to - from)))
                return (from, to);
        return Named(open, sentence);
    }

    // "Embankment House 410", "room 1507 at the Portman Ritz": a part of the sentence that is nothing but a building and where in it.
    private static (int From, int To)? Named(string open, SentenceText sentence)
    {
        foreach (var piece in Pieces().EnumerateMatches(open))
        {
            var words = Opening().Match(open, piece.Index, piece.Length) is { Success: true } opening ? opening.Index + opening.Length : piece.Index;
            var part = open.AsSpan(words, piece.Index + piece.Length - words).TrimEnd();
            if (part.Length >= 6 && Building().IsMatch(part) && !Talk().IsMatch(part) && From(open, words, sentence) is var (from, to) && to > from)
                return (from, Math.Max(to, words + part.Length));
        }
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

    [GeneratedRegex(@"\b((deliver(ed|y)?|send|sent|ship|bring|post|mail|drop)\b[^,.;|!?]{0,24}?\b(?<!want |like |need |able )(to|at)|(pick(ed)?[ -]?up|pickup|collect(ed|ion)?|come|grab|get)\b[^,.;|!?]{0,24}?\b(at|from|to)|(my |new |the |delivery |pickup |shipping )*(address|addr|location)\b( is| to|'s|:| =| -| now)*|(i'm|im|i am|we're|we are|live|living|staying|based) (at|in|on)|place:|to:|at:) ?(?=[a-z0-9#])(?!address|do |buy|order|have|the shop|get |(about |around )?[0-9]{1,2} (to|on|at|please|pls|thanks)\b)")]
    private static partial Regex Announced();

    // Whether they deliver somewhere at all.
    [GeneratedRegex(@"\b(do|does|did) (you|u|ya|they|it)\b|\bhow (much|long|far)\b|\bis it possible\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(to|at|from|in)\b ?(?=[a-z0-9#])(?!(about |around )?[0-9]{1,2} (to|on|at|please|pls|thanks)\b)")]
    private static partial Regex Before();

    [GeneratedRegex(@"[^|,.;:!?\n，。；：！？()]{6,}")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\G( |-|(i'm|im|we're|i am|we are|it's|its|please|pls|and|at|to|from|in|the|my (place|address|office|hotel) is)\b)*")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[a-z' &-]*\b(room|rm|suite|ste|apt|apartment|flat|unit|dorm|villa|tower|building|bldg|block) ?(no\.? ?)?#?[0-9]{1,5}[a-z]?\b[a-z' &-]*$|^([a-z'&-]+ ){1,4}(house|hotel|center|centre|tower|court|plaza|mansions?|residences?|gardens?|apartments|building|inn|hyatt|hilton|marriott|ritz|sheraton|kerry|mall|campus) #?[0-9]{2,5}[a-z]?$|^([a-z'&-]+ ){1,3}(court|mansions?|residences?|gardens?|hotel|plaza|apartments|towers?|campus)$")]
    private static partial Regex Building();

    [GeneratedRegex(@"\b(i|you|u|my|need|want|leave|call|ring|is|are|do|does|can|could|what|how|when|where|who|which|no|not|don't|have|has|pick|collect|deliver|ship|send|wash|open|there|this|that|your|with|for)\b")]
    private static partial Regex Talk();

    [GeneratedRegex(@"\b((apt|apartment|room|rm|flat|unit|suite|building|bldg|block|floor|tower) ?#?[0-9a-z]{1,5}, ?|[0-9]{1,2}f, ?|[0-9]{1,2}(st|nd|rd|th) floor, ?)*((no\.? ?)?[0-9]{1,5},? (?=lane [0-9]))?(lane )?(no\.? ?|#)?[0-9]{1,5}[a-z]?([/-][0-9]{1,4})?,? (lane |west |east |north |south )?([a-z'.-]{2,} ){1,4}?(road|rd|street|st|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|alley|square|sq|plaza|tower|court|ct|close|terrace|lu|jie|highway|park|gardens?)\b")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\b(room|rm|apt|apartment|flat|unit|suite|building|bldg|block|floor|tower|villa|house) ?(no\.? ?|#)?[0-9a-z]{1,5}\b|\b([a-z]+ )?(road|rd|street|avenue|ave|plaza|tower|building|bldg|mansion|residences?|hotel|apartments|gardens?|campus|university|hospital|compound|villas?|office|centre|center|mall)\b")]
    private static partial Regex Known();

    [GeneratedRegex(@"^(building|bldg|block|blk|apt|apartment|flat|room|rm|unit|suite|ste|floor|fl|level|door|tower|gate|no\.?|lane|#|house|villa)( |#|\.)*[0-9a-z]{1,5}( .{0,25})?$|^[0-9]{1,5}(st|nd|rd|th)? (floor|fl)\b|^[0-9]{1,3}/?f$|^#?[0-9]{2,4}[a-z]?$|.* (district|road|rd|street|st|city|avenue|ave|lane|tower|building|mansion|plaza)$")]
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
