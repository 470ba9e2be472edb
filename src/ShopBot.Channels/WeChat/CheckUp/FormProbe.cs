using System.Text.Json;
using System.Text.RegularExpressions;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat.CheckUp;

/// <summary>Compares the forms in the settings with those the platform has approved: each must exist and have the keywords that are filled.</summary>
internal static partial class FormProbe
{
    /// <param name="setting">Templates or Subscriptions.</param>
    /// <param name="list">The approved ones, as the platform lists them.</param>
    /// <param name="idField">The platform's name of a form's id.</param>
    public static IEnumerable<Finding> Compare(Account account, string setting, IReadOnlyDictionary<string, NoticeTemplate> configured, JsonElement list, string idField)
    {
        var approved = list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().GroupBy(f => WeChatMenuJson.Text(f, idField), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal)
            : [];
        var wrong = configured.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => ProblemIn(account, setting, c.Key, c.Value, approved)).OfType<Finding>().ToList();
        return wrong.Count > 0 ? wrong : [new Finding.Fine(setting, $"The platform has all {configured.Count} of the settings, with fitting keywords.")];
    }

    private static Finding.Wrong? ProblemIn(Account account, string setting, string notice, NoticeTemplate form, Dictionary<string, JsonElement> approved)
    {
        var path = $"Accounts:{account.Name}:{setting}:{notice}";
        if (!approved.TryGetValue(form.Id, out var theirs))
            return new Finding.Wrong(setting, $"The platform has no form with the id of '{notice}'.", $"Copy the id of an approved form from the platform's console into {path}:Id, or take {path} out.");
        var known = Keyword().Matches(WeChatMenuJson.Text(theirs, "content")).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        if (form.Data.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal)) is { } unknown)
            return new Finding.Wrong(setting, $"The form of '{notice}' ({WeChatMenuJson.Text(theirs, "title")}) has no keyword {unknown}.", $"Take {path}:Data:{unknown} out; the form has {string.Join(", ", known)}.");
        return known.FirstOrDefault(k => !form.Data.ContainsKey(k)) is { } missing
            ? new Finding.Wrong(setting, $"The form of '{notice}' ({WeChatMenuJson.Text(theirs, "title")}) has a keyword {missing} that nothing fills.", $"Write {path}:Data:{missing} with what shall stand there.")
            : null;
    }

    [GeneratedRegex(@"\{\{\s*(\w+)\.DATA\s*\}\}")]
    private static partial Regex Keyword();
}
