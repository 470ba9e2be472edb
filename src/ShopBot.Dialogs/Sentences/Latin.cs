namespace ShopBot.Dialogs.Sentences;

/// <summary>Latin words inside a folded text.</summary>
internal static class Latin
{
    public static bool IsLetter(char letter) => letter is >= 'a' and <= 'z';

    public static bool IsHan(char letter) => letter is >= '\u4E00' and <= '\u9FFF';

    /// <summary>The whole Latin word that begins at a place.</summary>
    public static bool WordAt(string text, int at, out int end)
    {
        end = at;
        if (!IsLetter(text[at]) || (at > 0 && IsLetter(text[at - 1])))
            return false;
        while (end < text.Length && IsLetter(text[end]))
            end++;
        return true;
    }
}
