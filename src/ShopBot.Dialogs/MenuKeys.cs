using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;

namespace ShopBot.Dialogs;

/// <summary>What a tap on the account's menu stands for.</summary>
internal static class MenuKeys
{
    private static readonly Dictionary<string, Command> Commands =
        Enum.GetValues<Command>().ToDictionary(c => Spelling.Kebab(c.ToString()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a button with this key is answered like words somebody says.</summary>
    public static bool IsUnderstood(string key, Vocabulary<Command> commands, Vocabulary<StaffWord> staffWords)
    {
        var said = Heard.Key(Heard.Clean(key));
        return Commands.ContainsKey(key) || commands.Find(said) is not null || staffWords.Find(said) is not null;
    }

    /// <param name="key">As the account's menu was made: <c>order</c>, <c>orders</c>, <c>person</c>; anything else counts as typed.</param>
    public static string WordsFor(Visit visit, string key) =>
        Commands.TryGetValue(key, out var command) && visit.Content.WordsFor(command) is [var word, ..] ? word : key;
}
