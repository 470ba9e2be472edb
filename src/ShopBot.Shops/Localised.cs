namespace ShopBot.Shops;

/// <summary>A text in both languages of a shop.</summary>
/// <param name="Chinese">zh-CN.</param>
/// <param name="English">en-US.</param>
public sealed record Localised(string Chinese, string English)
{
    /// <param name="culture">zh-… gives the Chinese text, everything else the English one.</param>
    public string In(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
}
