using System.Text;

namespace ShopBot.Dialogs.Sentences;

/// <summary>The first letters of the pinyin of a name: 口红 is kh.</summary>
/// <remarks>
/// GB 2312 orders its 3,755 common characters by their pinyin, so the place of a character tells its first letter. A name with a rarer
/// character, or a character read in another way, has its initials among the aliases of the catalogue.
/// </remarks>
internal static class Initials
{
    private const int Longest = 6;

    // The first character of each letter, as GB 2312 has it; no syllable begins with i, u or v.
    private static readonly (ushort First, char Letter)[] Letters =
    [
        (0xB0A1, 'a'), (0xB0C5, 'b'), (0xB2C1, 'c'), (0xB4EE, 'd'), (0xB6EA, 'e'), (0xB7A2, 'f'), (0xB8C1, 'g'), (0xB9FE, 'h'),
        (0xBBF7, 'j'), (0xBFA6, 'k'), (0xC0AC, 'l'), (0xC2E8, 'm'), (0xC4C3, 'n'), (0xC5B6, 'o'), (0xC5BE, 'p'), (0xC6DA, 'q'),
        (0xC8BB, 'r'), (0xC8F6, 's'), (0xCBFA, 't'), (0xCDDA, 'w'), (0xCEF4, 'x'), (0xD1B9, 'y'), (0xD4D1, 'z'),
    ];

    private const ushort LastCommon = 0xD7F9;

    // Words and units of two letters that people type for what they are.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "am", "pm", "ok", "no", "hi", "my", "me", "to", "at", "is", "it", "in", "on", "or", "of", "by", "do", "so", "us", "we", "up", "go", "he", "be", "as", "an",
        "if", "id", "tv", "pc", "ml", "cm", "kg", "th", "st", "nd", "rd", "sf", "qq", "wx", "la", "ba", "ya", "bb", "pp", "gg", "mr", "ms",
    };

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;

    /// <returns>Null for a name of one character or more than six, with anything but common characters, or whose initials are a word of their own.</returns>
    public static string? Of(string name)
    {
        if (name.Length is < 2 or > Longest)
            return null;
        Span<char> initials = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            if (LetterOf(name[i]) is not { } letter)
                return null;
            initials[i] = letter;
        }
        var word = initials.ToString();
        return Words.Contains(word) ? null : word;
    }

    /// <summary>The first letter of a common character's pinyin; null for anything else.</summary>
    public static char? LetterOf(char character)
    {
        if (!Latin.IsHan(character))
            return null;
        Span<byte> bytes = stackalloc byte[4];
        if (Gb2312.GetBytes([character], bytes) != 2)
            return null;
        var code = (ushort)((bytes[0] << 8) | bytes[1]);
        if (code < Letters[0].First || code > LastCommon)
            return null;
        var letter = Letters[0].Letter;
        foreach (var (first, next) in Letters)
            if (code >= first)
                letter = next;
        return letter;
    }
}
