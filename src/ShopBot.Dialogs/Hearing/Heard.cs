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
        if (clean.Length == 0)
            return "";
        var folded = IsPlainAscii(clean) ? clean : clean.Normalize(NormalizationForm.FormKC);
        var key = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (!char.IsWhiteSpace(letter))
                key.Append(char.ToLowerInvariant(letter));
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }
        int from = 0, to = key.Length;
        while (from < to && !char.IsLetterOrDigit(key[from]))
            from++;
        while (to > from && !char.IsLetterOrDigit(key[to - 1]))
            to--;
        return key.ToString(from, to - from);
    }

    /// <summary>A short quotation of what was typed, for an answer that names it.</summary>
    public static string Quote(string clean, int atMost = 20)
    {
        var line = clean.ReplaceLineEndings(" ");
        if (line.Length <= atMost)
            return line;
        return line[..(char.IsHighSurrogate(line[atMost - 1]) ? atMost - 1 : atMost)] + "…";
    }

    private static bool IsPlainAscii(string text)
    {
        foreach (var letter in text)
            if (letter > 127)
                return false;
        return true;
    }
}
