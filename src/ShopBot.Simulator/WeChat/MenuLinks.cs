using System.Text.RegularExpressions;
using ShopBot.Simulator.Phones;

namespace ShopBot.Simulator.WeChat;

/// <summary>Links inside a text that say something in the person's name when tapped, as a line of a menu message does.</summary>
/// <remarks>Not in the platform's documentation; the client has understood them for years, and they work in answers to pushes, where menus do not exist.</remarks>
internal static partial class MenuLinks
{
    /// <returns>Null where the text has none. What a link says may differ from what it shows.</returns>
    public static IReadOnlyList<ChatChoice>? In(string text)
    {
        if (!text.Contains("weixin://bizmsgmenu", StringComparison.Ordinal))
            return null;
        var choices = Link().Matches(text).Select(link =>
            new ChatChoice(Uri.UnescapeDataString(link.Groups["id"].Value), Uri.UnescapeDataString(link.Groups["says"].Value))).ToList();
        return choices.Count > 0 ? choices : null;
    }

    [GeneratedRegex("""<a\s+href=(["'])weixin://bizmsgmenu\?msgmenucontent=(?<says>[^&"'<>]+)&(?:amp;)?msgmenuid=(?<id>[^&"'<>]+)\1\s*>[^<>]+</a>""")]
    private static partial Regex Link();
}
