namespace ShopBot.Dialogs.Sentences;

/// <summary>Names with a slip of the finger: one letter wrong, missing, too many or swapped; in Chinese one character that sounds alike at its beginning.</summary>
internal static class Slips
{
    private const int ShortestLatin = 5, TwoSlips = 9, ShortestChinese = 2;

    private const string OwnWork = "一二两三四五六七八九十百千万半几个只支袋双条盒瓶件份些的了吗呢吧啊在再到和跟与要来去取送洗下上不我你他有是给把用也就都还又今明后天点号";

    /// <summary>Whether a name is long enough to be told from other words in spite of a slip.</summary>
    public static bool MayBeMeant(string name) => name.Length >= ShortestLatin ? name.All(c => Latin.IsLetter(c) || c == ' ') || name.All(Latin.IsHan)
        : name.Length >= ShortestChinese && name.All(Latin.IsHan);

    /// <summary>Whether a name with a slip begins at a place of a text.</summary>
    /// <param name="isCounted">Whether a unit stands before that place, so that goods must follow.</param>
    public static bool IsMeant(string text, int at, string name, bool isCounted, out int end)
    {
        end = at;
        return !Latin.IsHan(name[0]) ? IsLatin(text, at, name, out end)
            : (isCounted || name.Length > ShortestChinese) && IsChinese(text, at, name, out end);
    }

    private static bool IsChinese(string text, int at, string name, out int end)
    {
        end = at + name.Length;
        if (end > text.Length)
            return false;
        var slips = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var (typed, meant) = (text[at + i], name[i]);
            if (typed == meant)
                continue;
            // Typed by its pinyin, the wrong character begins with the right letter; a character that does its own work is no slip.
            if (++slips > 1 || OwnWork.Contains(typed) || !SoundsLike(typed, meant, name.Length))
                return false;
        }
        return slips == 1;
    }

    // A rare character has no known sound; in a long name it may stand for any other.
    private static bool SoundsLike(char typed, char meant, int length) =>
        Initials.LetterOf(typed) is { } letter ? Initials.LetterOf(meant) == letter : length > ShortestChinese && Latin.IsHan(typed);

    private static bool IsLatin(string text, int at, string name, out int end)
    {
        end = at;
        if (text[at] != name[0] || (at > 0 && Latin.IsLetter(text[at - 1])))
            return false;
        var words = name.AsSpan().Count(' ') + 1;
        for (var i = at; i <= text.Length; i++)
        {
            if (i < text.Length && Latin.IsLetter(text[i]))
                continue;
            if (--words == 0)
            {
                end = i;
                break;
            }
            if (i == text.Length || text[i] != ' ')
                return false;
        }
        var typed = text.AsSpan(at, end - at);
        if (typed is [.., 's'] && name[^1] != 's' && typed.Length > name.Length)
            typed = typed[..^1];
        var most = name.Length >= TwoSlips ? 2 : 1;
        return words == 0 && Math.Abs(typed.Length - name.Length) <= most && Distance(typed, name) is var distance && distance > 0 && distance <= most;
    }

    /// <summary>Letters wrong, missing, too many or swapped with their neighbour.</summary>
    private static int Distance(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var width = meant.Length + 1;
        Span<int> cells = stackalloc int[3 * width];
        var before = cells[..width];
        var last = cells.Slice(width, width);
        var row = cells[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }
        return last[^1];
    }
}
