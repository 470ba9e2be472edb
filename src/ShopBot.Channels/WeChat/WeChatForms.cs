using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>Fills a form the platform approved: each keyword's words with the notice's values in them, as long as its type allows.</summary>
/// <remarks>Types are the letters in front of a keyword's number (<c>thing2</c>). Texts are cut where a field is too short for them; what cannot be cut
/// (a number, a moment) is refused here, with the setting to mend, rather than by the platform.</remarks>
internal static partial class WeChatForms
{
    private const string Empty = "-";

    /// <summary>The body of template/send or bizsend.</summary>
    /// <param name="key">Of the send, for the call that knows keys; null = none.</param>
    /// <exception cref="FormatException">A value does not fit its field; names the keyword.</exception>
    public static string Body(string openId, NoticeTemplate form, NoticeForm notice, string linkField, string? key)
    {
        var body = new StringBuilder("{\"touser\":").Append(WeChatJson.Quote(openId)).Append(",\"template_id\":").Append(WeChatJson.Quote(form.Id));
        if (WeChatChoice.WebPage(notice.Link) is { } link)
            body.Append(CultureInfo.InvariantCulture, $",\"{linkField}\":{WeChatJson.Quote(link)}");
        if (key is not null)
            body.Append(",\"client_msg_id\":").Append(WeChatJson.Quote(key));
        body.Append(",\"data\":{");
        var isFirst = true;
        foreach (var (keyword, words) in form.Data)
        {
            body.Append(isFirst ? "" : ",").Append(WeChatJson.Quote(keyword)).Append(":{\"value\":").Append(WeChatJson.Quote(ValueOf(keyword, words, notice))).Append('}');
            isFirst = false;
        }

        return body.Append("}}").ToString();
    }

    private static string ValueOf(string keyword, string words, NoticeForm notice)
    {
        var filled = Placeholder().Replace(words, match => notice.Values.GetValueOrDefault(match.Groups[1].Value, ""));
        var value = WeChatText.Clean(filled).ReplaceLineEndings(" ");
        if (value.Length == 0)
            value = Empty;
        return Types.TryGetValue(TypeOf(keyword), out var rule) ? rule(value) ?? throw Unfit(keyword, value) : value;
    }

    public static string TypeOf(string keyword) => keyword.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    // Null = does not fit and cannot be cut. Types not named here (const, the old first, keyword1, remark) take what stands there.
    private static readonly Dictionary<string, Func<string, string?>> Types = new(StringComparer.Ordinal)
    {
        ["thing"] = value => Cut(value, 20),
        ["name"] = value => Cut(value, value.All(char.IsAscii) ? 20 : 10),
        ["letter"] = value => value.Length <= 32 && value.All(char.IsAsciiLetter) ? value : null,
        ["symbol"] = value => value.Length <= 5 && value.All(c => !char.IsLetterOrDigit(c)) ? value : null,
        ["character_string"] = value => value.Length <= 32 && value.All(c => c is > ' ' and < (char)127) ? value : null,
        ["number"] = value => Number().IsMatch(value) ? value : null,
        ["amount"] = value => Amount().IsMatch(value) ? value : null,
        ["phone_number"] = value => Phone().IsMatch(value) ? value : null,
        ["car_number"] = value => value.Length <= 8 ? value : null,
        ["phrase"] = value => Chinese().IsMatch(value) ? value : null,
        ["time"] = value => value.Any(char.IsAsciiDigit) ? value : null,
        ["date"] = value => value.Any(char.IsAsciiDigit) ? value : null,
    };

    private static string Cut(string value, int characters)
    {
        var text = new StringInfo(value);
        return text.LengthInTextElements <= characters ? value : text.SubstringByTextElements(0, characters - 1) + "…";
    }

    private static FormatException Unfit(string keyword, string value) => new($"\"{value}\" does not fit the form's keyword {keyword}; choose other words for it in the settings.");

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?=.{1,32}$)\d+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\p{Sc}?\d{1,10}(\.\d{1,2})?元?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[\d+() -]{1,17}$", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
