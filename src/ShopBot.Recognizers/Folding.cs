namespace Microsoft.Recognizers.Text;

/// <summary>Brings the ways of typing one character together: full width to half width, capitals to small letters.</summary>
internal static class Folding
{
    private const char FullWidthFirst = '\uFF01', FullWidthLast = '\uFF5E', IdeographicSpace = '\u3000';
    private const int FullWidthShift = FullWidthFirst - '!';

    /// <summary>Character by character, so that positions in the answer are positions in the question.</summary>
    public static string Fold(string text)
    {
        foreach (var c in text)
        {
            if (Fold(c) != c)
                return string.Create(text.Length, text, static (folded, source) =>
                {
                    for (var i = 0; i < folded.Length; i++)
                        folded[i] = Fold(source[i]);
                });
        }

        return text;
    }

    public static char Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\u0080' => c,
        >= FullWidthFirst and <= FullWidthLast => Fold((char)(c - FullWidthShift)),
        IdeographicSpace => ' ',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Half width, but capitals stay: for the few signs whose case carries meaning (5M, but 5m).</summary>
    public static char HalfWidth(char c) => c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthShift) : c;
}
