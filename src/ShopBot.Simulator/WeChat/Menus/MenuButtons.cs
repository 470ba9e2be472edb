using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Menus;

/// <summary>Looks into the buttons of a menu.</summary>
internal static class MenuButtons
{
    /// <summary>Every button that does something; those that only open others are left out.</summary>
    public static IEnumerable<JsonNode> Leaves(JsonNode? buttons) => ((buttons as JsonArray) ?? [])
        .SelectMany(b => b!["sub_button"] is JsonArray { Count: > 0 } inner ? inner.ToArray() : [b]).OfType<JsonNode>();

    public static string? Of(JsonNode button, string name) => button[name]?.GetValue<string>();

    /// <summary>A copy as the platform gives it back: every leaf has an empty list of further buttons.</summary>
    public static JsonArray Published(System.Text.Json.JsonElement buttons)
    {
        var copy = JsonNode.Parse(buttons.GetRawText())!.AsArray();
        foreach (var leaf in Leaves(copy))
            leaf["sub_button"] = new JsonArray();
        return copy;
    }

    /// <summary>Hosts the links of a menu lead to.</summary>
    public static IEnumerable<string> Hosts(JsonNode? buttons) => Leaves(buttons).Select(l => Of(l, "url")).OfType<string>()
        .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Host : url);
}
