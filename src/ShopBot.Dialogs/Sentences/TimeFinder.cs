using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Finds the days and times in a sentence and uses up their words.</summary>
internal static partial class TimeFinder
{
    /// <returns>In the order in which they were said; impossible ones among them.</returns>
    public static List<TimeRead> Find(SentenceText sentence, SentenceSetting setting, List<SentenceTrouble> troubles)
    {
        var free = sentence.Free;
        var reads = new List<TimeRead>();
        var text = new TimeText(free);
        if (free.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') || Digits().IsMatch(free))
            Take(Languages.Chinese);
        if (free.AsSpan().ContainsAnyInRange('a', 'z'))
            Take(Languages.English);
        reads.Sort((a, b) => a.From.CompareTo(b.From));
        FindImpossible(sentence, troubles);
        return reads;

        void Take(string culture)
        {
            foreach (var found in DateTimeRecognizer.RecognizeDateTime(text.Text, culture, DateTimeOptions.None, setting.Now))
            {
                var (from, to) = text.Place(found.Start, found.End);
                if (!IsDegree(text.Text, found) && !IsAhead(found.Text) && sentence.IsFree(from, to) && TimeRead.Of(found, from, to) is { } read)
                    Put(read);
            }
        }

        void Put(TimeRead read)
        {
            if (read.IsImpossible)
                troubles.Add(new SentenceTrouble(TroubleKind.ImpossibleDay, sentence.Written(read.From, read.To)));
            // Of two languages that read the same place, the one that saw more is right.
            reads.RemoveAll(r => r.From >= read.From && r.To <= read.To);
            if (reads.Exists(r => r.From < read.To && read.From < r.To))
                return;
            reads.Add(read);
        }
    }

    /// <summary>The words of what was found are nobody else's.</summary>
    public static void Use(SentenceText sentence, List<TimeRead> reads)
    {
        foreach (var read in reads)
            sentence.Use(read.From, read.To);
    }

    // "干净一点" says how, not when.
    private static bool IsDegree(string text, ModelResult found)
    {
        if (found.Text is not ("一点" or "1点" or "早一点" or "晚一点"))
            return false;
        var next = found.End + 1 < text.Length ? text[found.End + 1] : ' ';
        var isAfterWord = found.Start > 0 && Latin.IsHan(text[found.Start - 1]) && !"天午上晚早是在到就那".Contains(text[found.Start - 1], StringComparison.Ordinal);
        return found.Text.Length > 2 || (isAfterWord && !"钟半左前以之后到过".Contains(next, StringComparison.Ordinal));
    }

    // "半小时前打电话", "10 minutes before you come" count from the visit, not from now.
    private static bool IsAhead(string words) => Ahead().IsMatch(words);

    private static void FindImpossible(SentenceText sentence, List<SentenceTrouble> troubles)
    {
        foreach (var match in ClockLike().EnumerateMatches(sentence.Free))
        {
            var words = sentence.Free.Substring(match.Index, match.Length);
            var split = words.AsSpan().IndexOfAnyExceptInRange('0', '9');
            var hour = int.Parse(words.AsSpan(0, split), CultureInfo.InvariantCulture);
            var isMinuteWrong = int.TryParse(words.AsSpan(split + 1), out var minute) && minute > 59;
            if (hour <= 24 && !isMinuteWrong)
                continue;
            troubles.Add(new SentenceTrouble(TroubleKind.ImpossibleTime, sentence.Written(match.Index, match.Index + match.Length)));
            sentence.Use(match.Index, match.Index + match.Length);
        }
        foreach (var match in DayLike().EnumerateMatches(sentence.Free))
        {
            var words = sentence.Free.AsSpan(match.Index, match.Length);
            var month = words.IndexOf('月');
            var day = words[(month + 1)..];
            day = day[..day.IndexOfAnyExceptInRange('0', '9')];
            if ((month < 0 || int.Parse(words[..month], CultureInfo.InvariantCulture) <= 12) && int.Parse(day, CultureInfo.InvariantCulture) is >= 1 and <= 31)
                continue;
            troubles.Add(new SentenceTrouble(TroubleKind.ImpossibleDay, sentence.Written(match.Index, match.Index + match.Length)));
            sentence.Use(match.Index, match.Index + match.Length);
        }
    }

    [GeneratedRegex("(小时|分钟|刻钟)之?以?前|前.{0,3}(小时|分钟|刻钟)|(hours?|min(ute)?s?) (before|ago|earlier)")]
    private static partial Regex Ahead();

    [GeneratedRegex("[0-9]{1,4}[-:/][0-9]{1,2}")]
    private static partial Regex Digits();

    [GeneratedRegex("(?<![0-9:])[0-9]{1,3}(:[0-9]{2}(?![0-9:])|点(钟|半)?(?!儿))")]
    private static partial Regex ClockLike();

    [GeneratedRegex("(?<![0-9])([0-9]{1,3}月[0-9]{1,3}[号日]|[0-9]{2,3}[号日](?!楼|栋|幢|室|房|门|线|店|院|色|弄|单元))")]
    private static partial Regex DayLike();
}
