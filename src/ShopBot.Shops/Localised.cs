namespace ShopBot.Shops;

/// <summary>A text in both languages of a shop.</summary>
/// <param name="Chinese">zh-CN.</param>
/// <param name="English">en-US.</param>
public sealed record Localised(string Chinese, string English)
{
    /// <summary>The two languages by their culture names, as customers and settings name them.</summary>
    public static bool IsLanguage(string culture) => culture is "zh-CN" or "en-US";

    /// <param name="culture">zh-… gives the Chinese text, everything else the English one.</param>
    public string In(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
}
