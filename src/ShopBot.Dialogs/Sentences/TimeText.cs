using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>A sentence as the date recognisers like it: short names of days written out, "by 5" as "by 5 o'clock". Remembers where each letter stood.</summary>
internal sealed partial class TimeText
{
    private static readonly FrozenDictionary<string, string> Written = new Dictionary<string, string>
    {
        ["mon"] = "monday", ["tue"] = "tuesday", ["tues"] = "tuesday", ["wed"] = "wednesday", ["weds"] = "wednesday", ["thu"] = "thursday",
        ["thur"] = "thursday", ["thurs"] = "thursday", ["fri"] = "friday", ["sat"] = "saturday", ["sun"] = "sunday", ["tmr"] = "tomorrow",
        ["tmrw"] = "tomorrow", ["tmw"] = "tomorrow", ["tmo"] = "tomorrow", ["tomo"] = "tomorrow", ["moro"] = "morrow", ["tomorow"] = "tomorrow",
        ["tommorow"] = "tomorrow", ["tommorrow"] = "tomorrow", ["tomorrrow"] = "tomorrow", ["tomorrw"] = "tomorrow", ["tmorrow"] = "tomorrow", ["tomoro"] = "tomorrow",
        ["tdy"] = "today", ["tody"] = "today", ["tonite"] = "tonight", ["tonght"] = "tonight", ["nite"] = "night", ["arvo"] = "afternoon", ["aft"] = "afternoon",
        ["aftn"] = "afternoon", ["morn"] = "morning", ["mornin"] = "morning", ["afternon"] = "afternoon", ["afternoo"] = "afternoon",
        ["aftenoon"] = "afternoon", ["evning"] = "evening", ["wensday"] = "wednesday", ["wednsday"] = "wednesday", ["wendesday"] = "wednesday", ["thirsday"] = "thursday",
        ["thursdy"] = "thursday", ["saterday"] = "saturday", ["firday"] = "friday", ["frday"] = "friday", ["oclock"] = "o'clock", ["midday"] = "noon", ["till"] = "until",
        ["til"] = "until", ["b4"] = "before", ["aft3r"] = "after", ["arnd"] = "around", ["abt"] = "about", ["arround"] = "around", ["rnd"] = "around", ["frm"] = "from", ["btwn"] = "between", ["nxt"] = "next", ["thru"] = "to", ["thisafternoon"] = "this afternoon",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Behind these a bare number up to twelve is an hour, unless something is counted with it.
    private static readonly FrozenSet<string> BeforeHour = FrozenSet.Create(StringComparer.Ordinal,
        "by", "before", "after", "until", "around", "about", "between", "from", "past", "approx", "since");

    private static readonly FrozenSet<string> AfterHour = FrozenSet.Create(StringComparer.Ordinal,
        "", "to", "and", "on", "or", "today", "tomorrow", "tonight", "please", "pls", "plz", "thanks", "thx", "ok", "okay", "at", "if", "works", "in", "but", "would", "this",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "tmr", "tmrw", "is", "no", "i", "from");

    private static readonly FrozenSet<string> Tomorrows = FrozenSet.Create(StringComparer.Ordinal, "moro", "morrow", "moz", "mrw", "mor", "morow", "day", "nite", "night");

    private static readonly FrozenSet<string> Months = FrozenSet.Create(StringComparer.Ordinal,
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private readonly StringBuilder _text = new();
    private readonly List<int> _places = [];

    /// <param name="free">As <see cref="SentenceText.Free"/> has it.</param>
    public TimeText(string free)
    {
        free = InMandarin(free);
        var (before, isHourOpen) = ("", false);
        for (var at = 0; at < free.Length;)
        {
            var end = EndOfWord(free, at);
            var word = free[at..end];
            if (char.IsAsciiDigit(word[0]))
            {
                if (word == "2" && WordBehind(free, end) is { } glued && Tomorrows.Contains(glued))
                {
                    Put(glued is "day" ? "today" : glued is "nite" or "night" ? "tonight" : "tomorrow", at, at = end + glued.Length);
                    continue;
                }
                // "25th" alone needs its article.
                // "12.5号": month and day.
                if (MonthAndDay().Match(free, at) is { Success: true } monthAndDay)
                {
                    Put(word, at, end);
                    Put("月", end, end + 1);
                    (at, before, isHourOpen) = (end + 1, "", false);
                    continue;
                }
                if (WordBehind(free, end) is "th" or "st" or "nd" or "rd" && !Months.Contains(before))
                    Put("on the ", at, at + 1);
                var isHour = (IsHour(free, word, end) && (BeforeHour.Contains(before) || (isHourOpen && before is "to" or "and" or "-"))) || BeginsRange(free, word, end, before)
                    || (word.Length <= 2 && HourOfDay().IsMatch(free.AsSpan(end)) && HourBegins().IsMatch(free.AsSpan(0, at)));
                Put(word, at, end);
                if (isHour)
                    Put(" o'clock", at, end);
                isHourOpen = isHour;
                before = "";
            }
            else if (Latin.IsLetter(word[0]))
            {
                if (word == "ish" && at > 0 && char.IsAsciiDigit(free[at - 1]))
                    Put(" o'clock", at, end);
                else if (word is "th" or "st" or "nd" or "rd" && at > 0 && char.IsAsciiDigit(free[at - 1]))
                    Put(word, at, end);
                else
                {
                    if (word == "b" && at + 1 < free.Length && free[at + 1] == '4')
                    {
                        before = "before";
                        Put(before, at, at = end + 1);
                        continue;
                    }
                    before = Written.GetValueOrDefault(word, word);
                    // "Come by at ten" is no "by ten".
                    var isComing = before == "by" && Coming(free, at);
                    // "Half nine" is half past nine.
                    var isHalf = before == "half" && HalfHour().IsMatch(free.AsSpan(end));
                    Put(isComing ? ".." : isHalf ? "half past" : before, at, end);
                }
            }
            else
            {
                if (word == "@")
                {
                    Put(before = "at", at, at = end);
                    continue;
                }
                Put(word == "周" && end < free.Length && free[end] is >= '1' and <= '6' ? "周" : word, at, end);
                if (word is "周" && end < free.Length && free[end] is >= '1' and <= '6')
                {
                    Put("一二三四五六"[free[end] - '1'].ToString(), end, end + 1);
                    end++;
                }
                before = word == "-" ? "-" : word == " " ? before : "";
                isHourOpen &= word is " " or "-";
            }
            at = end;
        }
        Text = _text.ToString();
    }

    public string Text { get; }

    /// <summary>Where a stretch of <see cref="Text"/> stood.</summary>
    /// <param name="last">Inclusive.</param>
    public (int From, int To) Place(int first, int last)
    {
        var to = _places[last] + 1;
        // What was written out ends where the short form did.
        for (var i = last + 1; i < _places.Count && _places[i] == _places[last]; i++)
            to = _places[i] + 1;
        return (_places[first], Math.Max(to, _places[first] + 1));
    }

    // Letter for letter, so that places stay.
    private static string InMandarin(string free) => free.Contains('听') || free.Contains('晏') || free.Contains('昼')
        ? free.Replace("听日", "明天", StringComparison.Ordinal).Replace("听朝", "明早", StringComparison.Ordinal).Replace("听晚", "明晚", StringComparison.Ordinal)
            .Replace("下昼", "下午", StringComparison.Ordinal).Replace("上昼", "上午", StringComparison.Ordinal).Replace("晏昼", "下午", StringComparison.Ordinal)
        : free;

    [GeneratedRegex(@"\G(1[0-2]|[1-9])\.([12][0-9]|3[01]|[1-9])[号日]")]
    private static partial Regex MonthAndDay();

    // "9 on Friday", "at 10 to …".
    [GeneratedRegex(@"^ (on )(mon|tue|wed|thu|fri|sat|sun)|^ (tomorrow|tmrw?|today|tonight)( (morning|evening|night|afternoon))?( ?$| ?[,.!|])")]
    private static partial Regex HourOfDay();

    [GeneratedRegex(@"(^|[|,.!]) ?$|\b(at|for|say) ?$")]
    private static partial Regex HourBegins();

    [GeneratedRegex("^ (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?! ?(bags?|pairs?|dozen|boxe?s?|jars?|tubes?|[0-9.:]))\\b")]
    private static partial Regex HalfHour();

    // "10 to 12", "2-4": two hours, the earlier one first, and nothing is counted by them.
    private static bool BeginsRange(string free, string number, int end, string before) =>
        before is not "room" and not "no" && number.Length <= 2 && Range().Match(free, end) is { Success: true } && int.Parse(number, CultureInfo.InvariantCulture) is >= 1 and <= 12;

    [GeneratedRegex(@"\G ?(to|until|-) ?(1[0-2]|[1-9])(?![0-9:.]?[0-9])( ?$| ?[.,!|，。]| (today|tomorrow|tmr|on|works|please|pls|is|ok|this|in)\b)")]
    private static partial Regex Range();

    private static bool Coming(string free, int at)
    {
        var word = free.AsSpan(0, at).TrimEnd();
        return word.EndsWith("come") || word.EndsWith("coming") || word.EndsWith("drop") || word.EndsWith("stop") || word.EndsWith("swing") || word.EndsWith("pop") || word.EndsWith("pass");
    }

    private static bool IsHour(string free, string number, int end)
    {
        if (number.Length > 2 || !int.TryParse(number, out var hour) || hour is < 1 or > 12)
            return false;
        if (end < free.Length && free[end] is ':' or '.' or '%' or '/' && end + 1 < free.Length && char.IsAsciiDigit(free[end + 1]))
            return false;
        var next = end;
        while (next < free.Length && free[next] == ' ')
            next++;
        if (next == free.Length || free[next] is '-')
            return true;
        if (!Latin.IsLetter(free[next]))
            return !char.IsAsciiDigit(free[next]) && !"个袋双支盒条件瓶份号楼室只包".Contains(free[next], StringComparison.Ordinal);
        return AfterHour.Contains(free[next..EndOfWord(free, next)]);
    }

    private static string? WordBehind(string free, int at) => at < free.Length && Latin.IsLetter(free[at]) ? free[at..EndOfWord(free, at)] : null;

    private static int EndOfWord(string text, int at)
    {
        var end = at + 1;
        if (char.IsAsciiDigit(text[at]))
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        else if (Latin.IsLetter(text[at]))
            while (end < text.Length && Latin.IsLetter(text[end]))
                end++;
        return end;
    }

    // A word written out keeps the place of its letters as far as they go, then that of its last.
    private void Put(string word, int from, int to)
    {
        for (var i = 0; i < word.Length; i++)
        {
            _text.Append(word[i]);
            _places.Add(Math.Min(from + i, to - 1));
        }
    }
}
