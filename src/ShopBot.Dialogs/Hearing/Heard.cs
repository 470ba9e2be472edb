using System.Globalization;
using System.Text;

namespace ShopBot.Dialogs.Hearing;

/// <summary>What a person typed, made fit to be compared and stored: any bytes a phone can send go in, nothing throws.</summary>
public static class Heard
{
    /// <summary>Text as it may be stored and shown: no lone surrogates, no control or direction marks, no blanks around it.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsSurrogate(letter))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1]))
                    clean.Append(letter).Append(text[++i]);
                continue;
            }
            if (letter is '\r' or '\n' or '\t' or '\u2028' or '\u2029')
                clean.Append(letter == '\r' ? "" : letter == '\t' ? " " : "\n");
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))
                clean.Append(letter);
        }
        return clean.ToString().Trim();
    }

    /// <summary>The form in which words are compared: half-width, lower case, single blanks, no signs or emoji at the ends.</summary>
    /// <param name="clean">As <see cref="Clean"/> gives it.</param>
    public static string Key(string clean)
    {
        var folded = IsPlain(clean) ? clean : clean.Normalize(NormalizationForm.FormKC);
        Span<char> key = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var typed in folded)
        {
            var letter = Narrow(typed);
            if (letter != ' ')
                key[length++] = char.ToLowerInvariant(letter);
            else if (length > 0 && key[length - 1] != ' ')
                key[length++] = ' ';
        }
        var from = 0;
        while (from < length && !char.IsLetterOrDigit(key[from]))
            from++;
        while (length > from && !char.IsLetterOrDigit(key[length - 1]))
            length--;
        return key[from..length].ToString();
    }

    /// <summary>A short quotation of what was typed, for an answer that names it.</summary>
    public static string Quote(string clean, int atMost = 20)
    {
        var line = clean.ReplaceLineEndings(" ");
        if (line.Length <= atMost)
            return line;
        return line[..(char.IsHighSurrogate(line[atMost - 1]) ? atMost - 1 : atMost)] + "…";
    }

    // Latin, Chinese and their signs have nothing to normalise but their width; anything else (①, ﬁ, ²) takes the long way.
    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
            if (letter is not (<= '\u00A7' or '×' or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E')
                or (>= '\u2010' and <= '\u2023') or '…'))
                return false;
        return true;
    }

    private static char Narrow(char letter) =>
        letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : char.IsWhiteSpace(letter) ? ' ' : letter;
}
