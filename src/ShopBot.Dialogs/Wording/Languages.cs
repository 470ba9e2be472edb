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

    /// <summary>The language somebody writes in; null where a text does not show it (a number, an emoji, "OK").</summary>
    public static string? Of(string? text)
    {
        var latin = 0;
        foreach (var c in text ?? "")
        {
            if (c is >= '\u4E00' and <= '\u9FFF')
                return Chinese;
            latin += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return latin >= 2 && !text!.Trim().Equals("ok", StringComparison.OrdinalIgnoreCase) ? English : null;
    }
}
