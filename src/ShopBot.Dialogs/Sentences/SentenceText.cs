using System.Globalization;
using System.Text;

namespace ShopBot.Dialogs.Sentences;

/// <summary>A sentence made fit to be searched: small letters, half width, simplified characters. Remembers where each letter stood and what is used up.</summary>
internal sealed class SentenceText
{
    /// <summary>Stands where something is used up: no word, no number, and nothing runs across it.</summary>
    public const char Gone = '|';

    private readonly char[] _letters;
    private readonly int[] _from;
    private readonly int[] _to;
    private string? _free;

    /// <param name="said">As <see cref="Hearing.Heard.Clean"/> gives it.</param>
    public SentenceText(string said)
    {
        Said = said;
        // One sign may stand for several: ⅔, ㍿.
        var letters = new StringBuilder(said.Length + 8);
        var (from, to) = (new List<int>(said.Length + 8), new List<int>(said.Length + 8));
        for (var i = 0; i < said.Length; i++)
        {
            var begin = i;
            if (char.IsHighSurrogate(said[i]) && i + 1 < said.Length)
            {
                // Emoji end a word like a sign does.
                Put(Gone, begin, ++i + 1);
                continue;
            }
            if (Plain(said[i]) is { } letter)
            {
                if (letter != '\0')
                    Put(letter, begin, i + 1);
            }
            else
                foreach (var folded in said[i].ToString().Normalize(NormalizationForm.FormKC))
                    Put(char.ToLowerInvariant(folded), begin, i + 1);
        }
        (_letters, _from, _to) = (letters.ToString().ToCharArray(), [.. from], [.. to]);
        Text = letters.ToString();

        void Put(char letter, int begin, int end)
        {
            letters.Append(letter);
            from.Add(begin);
            to.Add(end);
        }
    }

    /// <summary>As written.</summary>
    public string Said { get; }

    /// <summary>Folded; positions below are those of this text.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> with <see cref="Gone"/> in place of what is used up.</summary>
    public string Free => _free ??= new string(_letters);

    public bool IsFree(int from, int to) => !_letters.AsSpan(from, to - from).Contains(Gone);

    /// <summary>Nobody else may take these letters.</summary>
    public void Use(int from, int to)
    {
        _letters.AsSpan(from, to - from).Fill(Gone);
        _free = null;
    }

    /// <summary>A stretch as it was written.</summary>
    public string Written(int from, int to) => from >= to ? "" : Said[_from[from].._to[to - 1]];

    // Null = needs the long way; \0 = leaves no trace.
    private static char? Plain(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter + 32),
        < '\u0080' => letter,
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - 0xFEE0)),
        >= '\u4E00' and <= '\u9FFF' => Traditional.Simplify(letter),
        '\u3000' or '\u00A0' => ' ',
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u2013' or '\u2014' or '\u2212' or '\u2010' or '\u2011' or '\u301C' => '-',
        '\u00D7' => 'x',
        _ => CharUnicodeInfo.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => '\0',
            UnicodeCategory.OtherSymbol when letter is not (>= '\u2460' and <= '\u24FF') => Gone,
            UnicodeCategory.OtherPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation => letter,
            _ => null,
        },
    };
}
