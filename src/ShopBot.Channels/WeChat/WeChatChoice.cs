using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace ShopBot.Channels.WeChat;

/// <summary>A choice offered below a message: something to say, or a page to open.</summary>
/// <param name="Title">Cleaned, one line.</param>
/// <param name="Says">What a tap says in the person's name; null for a page.</param>
/// <param name="Opens">An http or https address; null for something to say.</param>
internal sealed record WeChatChoice(string Title, string? Says, string? Opens)
{
    /// <returns>Null for actions a chat cannot show (sign-in, calls) and for addresses that are no web pages.</returns>
    public static WeChatChoice? Of(CardAction action)
    {
        var value = action.Value?.ToString();
        var title = OneLine(action.Title ?? value);
        if (title.Length == 0)
            return null;
        return action.Type switch
        {
            ActionTypes.OpenUrl => WebPage(value) is { } page ? new(title, null, page) : null,
            ActionTypes.ImBack or ActionTypes.PostBack or ActionTypes.MessageBack or null or "" =>
                new(title, OneLine(action.Type == ActionTypes.MessageBack ? action.Text ?? value : value) is { Length: > 0 } says ? says : title, null),
            _ => null,
        };
    }

    /// <summary>The address as it may stand between quotes; null where it is no web page.</summary>
    public static string? WebPage(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri.Replace("'", "%27", StringComparison.Ordinal)
            : null;

    /// <summary>One line each. What can be said is numbered and, where it fits, can be tapped; typing number or words says the same.</summary>
    /// <returns>Null where not even bare lines fit.</returns>
    public static string? Lines(IReadOnlyList<WeChatChoice> choices, int maxBytes)
    {
        foreach (var tappable in (ReadOnlySpan<bool>)[true, false])
        {
            var lines = Lines(choices, tappable);
            if (WeChatText.Bytes(lines) <= maxBytes)
                return lines;
        }
        return null;
    }

    /// <remarks>The bizmsgmenu link is undocumented but known from practice: the client sends the content in the person's name, and the text arrives
    /// with bizmsgmenuid as from a msgmenu. It works in passive answers, where msgmenu does not exist.</remarks>
    public static string Lines(IReadOnlyList<WeChatChoice> choices, bool tappable)
    {
        var lines = new StringBuilder();
        var number = 0;
        foreach (var choice in choices)
        {
            if (lines.Length > 0)
                lines.Append('\n');
            if (choice.Opens is { } page)
            {
                lines.Append(CultureInfo.InvariantCulture, $"<a href=\"{page}\">{InLink(choice.Title)}</a>");
                continue;
            }
            number++;
            if (tappable)
                lines.Append(CultureInfo.InvariantCulture, $"<a href=\"weixin://bizmsgmenu?msgmenucontent={Uri.EscapeDataString(choice.Says!)}&msgmenuid={number}\">{number}. {InLink(choice.Title)}</a>");
            else
                lines.Append(CultureInfo.InvariantCulture, $"{number}. {choice.Title}");
        }
        return lines.ToString();
    }

    // Whatever the client makes of an angle bracket in a link, it makes nothing of the full-width ones.
    private static string InLink(string title) => title.Replace('<', '＜').Replace('>', '＞');

    private static string OneLine(string? text) => WeChatText.Clean(text).ReplaceLineEndings(" ");
}
