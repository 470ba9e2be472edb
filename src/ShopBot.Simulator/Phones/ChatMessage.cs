namespace ShopBot.Simulator.Phones;

/// <summary>One bubble of a chat, in the form the control API shows it.</summary>
public sealed record ChatMessage
{
    /// <summary>Grows over all chats; the cursor for <c>after=</c>.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary><c>person</c>, <c>account</c>, or <c>platform</c> for notices.</summary>
    public required string From { get; init; }

    /// <summary>text, image, voice, video, music, news, menu, location, link, miniprogram, template, notification, event, notice or transfer.</summary>
    public required string Kind { get; init; }

    public string? Text { get; init; }

    /// <summary>Path of the picture, sound or film on this server.</summary>
    public string? MediaUrl { get; init; }

    public string? MediaId { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    /// <summary>The page of a mini program a card leads to.</summary>
    public string? Page { get; init; }

    /// <summary>The template a card was made from.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The lines of a card.</summary>
    public IReadOnlyList<ChatRow>? Rows { get; init; }

    public IReadOnlyList<ChatArticle>? Articles { get; init; }

    /// <summary>What can be tapped in a menu message, and in a text that has links of that kind.</summary>
    public IReadOnlyList<ChatChoice>? Choices { get; init; }

    /// <summary>The closing line of a menu message.</summary>
    public string? Tail { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary><c>reply</c> (in the answer to a push), <c>custom</c> (customer-service message), <c>template</c>, <c>subscription</c> or <c>mass</c>.</summary>
    public string? Via { get; init; }

    /// <summary>The push this message went out with or answers.</summary>
    public long? PushId { get; init; }
}

public sealed record ChatRow(string Label, string Value);

/// <param name="PicUrl">As the account wrote it.</param>
public sealed record ChatArticle(string Title, string Description, string PicUrl, string Url);

/// <param name="Id">What comes back as <c>bizmsgmenuid</c>.</param>
public sealed record ChatChoice(string Id, string Text);
