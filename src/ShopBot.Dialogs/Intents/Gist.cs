using System.Text;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Sentences;

namespace ShopBot.Dialogs.Intents;

/// <summary>A message as wishes are compared: simplified characters, half width, no capitals, and placeholders for what changes nothing about the wish
/// (figures, days, phone numbers, names of goods), so that "两袋明天" and "三支后天" are the same.</summary>
public sealed class Gist
{
    private const string Numerals = "零一二两俩三四五六七八九十百千半几", Counters = "个点号月天次份年块元周瓶件度";
    private const int FewestOfPhone = 7;

    private readonly WordMask _mask, _groups;

    /// <param name="names">Of goods, variants and units, each with its placeholder.</param>
    /// <param name="alike">Groups of words that say much the same.</param>
    public Gist(IEnumerable<(string Name, char Mark)> names, IEnumerable<IReadOnlyList<string>> alike)
    {
        List<(string, char)> hidden = [.. names.Select(n => (Fold(n.Name), n.Mark))];
        List<(string, char)> groups = [.. alike.SelectMany((words, group) => words.Select(w => (Fold(w), (char)(Placeholder.FirstGroup + group))))];
        _mask = new WordMask(hidden.Concat(GistWords.All));
        _groups = new WordMask(groups);
        Print = string.Join('\n', hidden.Concat(groups));
    }

    /// <summary>The same for two that hide the same.</summary>
    internal string Print { get; }

    /// <param name="said">Any text.</param>
    /// <returns>The message in its own words, and with one sign for each word of a group; that one is empty where there is no such word.</returns>
    public (string Own, string Grouped) Of(string said)
    {
        var folded = Fold(said);
        var own = Hide(folded, withGroups: false, out _);
        var grouped = Hide(folded, withGroups: true, out var hasGroup);
        return (own, hasGroup ? grouped : "");
    }

    private string Hide(string folded, bool withGroups, out bool hasGroup)
    {
        var gist = new StringBuilder(folded.Length);
        hasGroup = false;
        for (var at = 0; at < folded.Length;)
        {
            if (withGroups && _groups.At(folded, at, out var mark) is > 0 and var inGroup)
            {
                hasGroup = true;
                Add(gist, mark);
                at += inGroup;
            }
            else if (_mask.At(folded, at, out mark) is > 0 and var length && (mark != Placeholder.Unit || EndsWithNumber(gist)))
            {
                Add(gist, mark);
                at += length;
            }
            else if (EndOfNumber(folded, at) is var end && end > at)
            {
                Add(gist, MarkOf(folded, at, end));
                at = end;
            }
            else
                AddLetter(gist, folded[at++]);
        }
        return gist.ToString().Trim();
    }

    /// <summary>Simplified, half-width and small, without apostrophes.</summary>
    private static string Fold(string said)
    {
        var clean = Heard.Clean(said);
        var folded = clean.IsNormalized(NormalizationForm.FormKC) ? clean : clean.Normalize(NormalizationForm.FormKC);
        return string.Create(folded.Length, folded, static (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = source[i] switch
                {
                    '’' or '‘' => '\'',
                    '。' => '.',
                    '、' => ',',
                    var letter => Traditional.Simplify(char.ToLowerInvariant(letter)),
                };
        });
    }

    // Two placeholders of a kind in a row are one: "周五下午三点半" is a day and an hour.
    private static void Add(StringBuilder gist, char mark)
    {
        var last = gist.Length;
        while (last > 0 && gist[last - 1] == ' ')
            last--;
        if (last == 0 || gist[last - 1] != mark)
            gist.Append(mark);
    }

    private static void AddLetter(StringBuilder gist, char letter)
    {
        if (char.IsWhiteSpace(letter))
        {
            if (gist.Length > 0 && gist[^1] != ' ')
                gist.Append(' ');
        }
        else if (letter is '?' or '!' || char.IsLetterOrDigit(letter))
        {
            // Nobody means more with "hiiiii" and "哈哈哈哈" than with two of them.
            if (gist.Length < 2 || gist[^1] != letter || gist[^2] != letter)
                gist.Append(letter);
        }
        else if (letter != '\'' && gist.Length > 0 && gist[^1] != ' ')
            gist.Append(' ');
    }

    // "支" is a unit in "三支", but not in "支付".
    private static bool EndsWithNumber(StringBuilder gist)
    {
        var last = gist.Length - 1;
        while (last >= 0 && gist[last] == ' ')
            last--;
        return last >= 0 && gist[last] == Placeholder.Number;
    }

    private int EndOfNumber(string text, int at)
    {
        var end = at;
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ':' or '-' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                end++;
            return end;
        }
        while (end < text.Length && Numerals.Contains(text[end], StringComparison.Ordinal))
            end++;
        // "一下" and "一直" count nothing.
        return end > at && (end - at > 1 || (end < text.Length && IsCounted(text, end)) || text[at] is '两' or '俩') ? end : at;
    }

    private bool IsCounted(string text, int at) =>
        Counters.Contains(text[at], StringComparison.Ordinal) || (_mask.At(text, at, out var mark) > 0 && mark == Placeholder.Unit);

    private static char MarkOf(string text, int at, int end)
    {
        var digits = text.AsSpan(at, end - at);
        var count = 0;
        foreach (var letter in digits)
            count += char.IsAsciiDigit(letter) ? 1 : 0;
        if (count >= FewestOfPhone)
            return Placeholder.Phone;
        return digits.Contains(':') || (end < text.Length && text[end] == '点') ? Placeholder.Hour : Placeholder.Number;
    }
}
