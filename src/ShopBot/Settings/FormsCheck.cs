using System.Text.RegularExpressions;
using ShopBot.Dialogs.Notices;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Settings;

/// <summary>Whether an account's forms are for notices there are, and say what those know.</summary>
internal static partial class FormsCheck
{
    public static void Run(Account account, SettingProblems problems)
    {
        foreach (var (section, forms) in new[] { ("Templates", account.Templates), ("Subscriptions", account.Subscriptions) })
        {
            foreach (var (notice, form) in forms)
                Check($"Accounts:{account.Name}:{section}:{notice}", notice, form, problems);
        }
    }

    private static void Check(string setting, string notice, NoticeTemplate form, SettingProblems problems)
    {
        if (!NoticeForms.All.TryGetValue(notice, out var known))
        {
            problems.Add(setting, "is for no notice there is", string.Join(", ", NoticeForms.All.Keys.Order(StringComparer.Ordinal)));
            return;
        }

        foreach (var (keyword, words) in form.Data)
        {
            var unknown = Placeholder().Matches(words).Select(match => match.Groups[1].Value).Where(name => !known.Contains(name)).ToList();
            if (unknown.Count > 0)
                problems.Add($"{setting}:Data:{keyword}", $"has no placeholder {{{unknown[0]}}}", string.Join(", ", known.Select(name => $"{{{name}}}")));
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
