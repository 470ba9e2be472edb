using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ShopBot.Simulator.WeChat.Api;

namespace ShopBot.Simulator.WeChat.Templates;

/// <summary>What may stand in a template's fields: a rule by the type each key begins with.</summary>
internal static partial class TemplateValues
{
    /// <summary>Words that make a message marketing, which templates must not be.</summary>
    private static readonly string[] Marketing = ["促销", "秒杀", "满减", "抽奖", "领红包", "打折", "特价", "优惠券", "限时抢"];

    /// <returns>Null, or the path of the field that breaks a rule, such as <c>data.thing2.value</c>.</returns>
    public static string? Problem(MessageTemplate template, JsonElement data)
    {
        foreach (var field in template.Fields)
        {
            var value = ApiCall.TextOf(ApiCall.ChildOf(data, field.Key), "value");
            if (string.IsNullOrEmpty(value) || !Fits(TypeOf(field.Key), value))
                return $"data.{field.Key}.value";
        }
        return null;
    }

    public static bool IsMarketing(JsonElement data) => data.ValueKind == JsonValueKind.Object && data.EnumerateObject()
        .Any(field => ApiCall.TextOf(field.Value, "value") is { } value && Marketing.Any(word => value.Contains(word, StringComparison.Ordinal)));

    /// <summary><c>thing2</c> is a <c>thing</c>.</summary>
    public static string TypeOf(string key) => key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static bool Fits(string type, string value) => type switch
    {
        "thing" => Length(value) <= 20,
        "number" => value.Length <= 32 && Number().IsMatch(value),
        "letter" => value.Length <= 32 && value.All(char.IsAsciiLetter),
        "symbol" => Length(value) <= 5 && !value.Any(char.IsLetterOrDigit),
        "character_string" => value.Length <= 32 && value.All(c => c is > ' ' and < '\u007F'),
        "time" => value.Split('~') is { Length: <= 2 } ends && ends.All(end => Time().IsMatch(end.Trim()) && IsTime(end.Trim())),
        "date" => value.Split('~') is { Length: <= 2 } ends && ends.All(end => IsDate(end.Trim())),
        "amount" => Amount().IsMatch(value),
        "phone_number" => value.Length <= 17 && value.All(c => c is > ' ' and < '\u007F' && !char.IsAsciiLetter(c)),
        "car_number" => Length(value) <= 8,
        "name" => value.All(c => c < '\u0080') ? value.Length <= 20 : Length(value) <= 10,
        "phrase" => Length(value) <= 5 && value.All(c => c is >= '\u4E00' and <= '\u9FFF'),
        _ => Length(value) <= 200, // Old free-form keys have no rule of their own.
    };

    private static int Length(string value) => new StringInfo(value).LengthInTextElements;

    private static bool IsTime(string text) => DateTime.TryParse(Western(text), CultureInfo.InvariantCulture, out _);

    private static bool IsDate(string text) => text.Any(char.IsAsciiDigit) && DateTime.TryParse(Western(text), CultureInfo.InvariantCulture, out _)
        && (text.Contains('年', StringComparison.Ordinal) || text.Contains('-', StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal));

    private static string Western(string text) => text.Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal).Replace('.', '-').Replace('：', ':');

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();

    // One sign of a currency before or after at most ten digits.
    [GeneratedRegex(@"^(?=(\D*\d){1,10}\D*$)([¥￥$€£]?-?\d{1,10}(\.\d{1,2})?元?)$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d{1,2}[:：]\d{2}")]
    private static partial Regex Time();
}
