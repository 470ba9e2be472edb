namespace ShopBot.Dialogs.Wording;

/// <summary>The languages the bot speaks, by culture name.</summary>
public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en-US";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    /// <summary>The language closest to a culture name; English where we do not speak it.</summary>
    public static string Closest(string? culture) =>
        culture?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;
}
