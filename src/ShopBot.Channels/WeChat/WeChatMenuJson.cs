using System.Text.Json;
using ShopBot.Messaging.Menus;

namespace ShopBot.Channels.WeChat;

/// <summary>Menus as the platform writes and reads them, and in one form in which the two can be compared.</summary>
internal static class WeChatMenuJson
{
    /// <summary>Of the buttons that need a key though nobody reads it: what follows comes as a message or with the event.</summary>
    private const string ScanKey = "shopbot-scan", PlaceKey = "shopbot-place", PictureKey = "shopbot-picture";

    public static byte[] Create(IReadOnlyList<MenuButton> buttons) => WeChatJson.Bytes($$"""{"button":{{Array(buttons)}}}""");

    /// <param name="tag">The platform's id of the tag whose people see it.</param>
    public static byte[] AddConditional(IReadOnlyList<MenuButton> buttons, string tag) =>
        WeChatJson.Bytes($$$"""{"button":{{{Array(buttons)}}},"matchrule":{"tag_id":{{{WeChatJson.Quote(tag)}}}}}""");

    /// <summary>The same text for the same buttons, whatever the platform adds.</summary>
    public static string Plain(IReadOnlyList<MenuButton> buttons)
    {
        using var document = JsonDocument.Parse(Array(buttons));
        return Plain(document.RootElement);
    }

    /// <inheritdoc cref="Plain(IReadOnlyList{MenuButton})"/>
    public static string Plain(JsonElement buttons) => buttons.ValueKind != JsonValueKind.Array ? "" : string.Join('\n', buttons.EnumerateArray().Select(button =>
    {
        var line = string.Join('|', new[] { "type", "name", "key", "url", "appid", "pagepath", "media_id", "article_id" }.Select(field => Text(button, field)));
        return button.TryGetProperty("sub_button", out var inner) && Plain(inner) is { Length: > 0 } below ? $"{line}\n<\n{below}\n>" : line;
    }));

    public static string Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Number => value.GetRawText(), _ => "" }
            : "";

    private static string Array(IReadOnlyList<MenuButton> buttons) => $"[{string.Join(',', buttons.Select(One))}]";

    private static string One(MenuButton button)
    {
        var name = WeChatJson.Quote(button.Name);
        return button switch
        {
            MenuButton.Group group => $$"""{"name":{{name}},"sub_button":{{Array(group.Buttons)}}}""",
            MenuButton.Says says => Keyed("click", says.Words),
            MenuButton.Opens opens => $$"""{"type":"view","name":{{name}},"url":{{WeChatJson.Quote(opens.Page)}}}""",
            MenuButton.Scans => Keyed("scancode_waitmsg", ScanKey),
            MenuButton.SendsPlace => Keyed("location_select", PlaceKey),
            MenuButton.SendsPicture => Keyed("pic_photo_or_album", PictureKey),
            _ => throw new InvalidOperationException($"{button} is no button of WeChat."),
        };

        string Keyed(string type, string key) => $$"""{"type":"{{type}}","name":{{name}},"key":{{WeChatJson.Quote(key)}}}""";
    }
}
