using System.Text.Json;
using System.Text.RegularExpressions;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Api;

namespace ShopBot.Simulator.WeChat.Templates;

/// <summary>A template an account may fill, for template messages or for subscription notices.</summary>
internal sealed partial record MessageTemplate
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Lines of <c>label：{{key.DATA}}</c>.</summary>
    public required string Content { get; init; }

    public string Example { get; init; } = "";

    /// <summary>For subscription notices, which need a person's consent; otherwise for template messages.</summary>
    public bool IsNotice { get; init; }

    /// <summary>The platform took it away for breaking its rules.</summary>
    public bool Blocked { get; init; }

    public IReadOnlyList<TemplateField> Fields => _fields ??= [.. Field().Matches(Content).Select(m => new TemplateField(m.Groups["label"].Value.Trim(), m.Groups["key"].Value))];

    private IReadOnlyList<TemplateField>? _fields;

    /// <summary>As a card on a phone.</summary>
    public ChatMessage Filled(JsonElement data, string? url, string? page) => new()
    {
        From = "account", Kind = IsNotice ? "notification" : "template", Title = Title, Url = url, Page = page, TemplateId = Id,
        Rows = [.. Fields.Select(f => new ChatRow(f.Label, ApiCall.TextOf(ApiCall.ChildOf(data, f.Key), "value") ?? ""))],
    };

    [GeneratedRegex(@"(?<label>[^\n{}：:]*)[：:]?\s*\{\{\s*(?<key>[A-Za-z_]+\d*)\.DATA\s*\}\}")]
    private static partial Regex Field();
}

/// <param name="Key">Type and number, such as <c>thing2</c>.</param>
internal sealed record TemplateField(string Label, string Key);
