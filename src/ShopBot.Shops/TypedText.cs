namespace ShopBot.Shops;

internal static class TypedText
{
    /// <summary>Without blanks around it; null where nothing but blanks was typed.</summary>
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>The beginning of a text; a character of two halves stays whole.</summary>
    public static string Beginning(string typed, int atMost) =>
        typed.Length <= atMost ? typed : typed[..(char.IsHighSurrogate(typed[atMost - 1]) ? atMost - 1 : atMost)];
}
