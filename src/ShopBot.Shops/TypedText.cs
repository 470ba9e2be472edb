namespace ShopBot.Shops;

internal static class TypedText
{
    /// <summary>Without blanks around it; null where nothing but blanks was typed.</summary>
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
