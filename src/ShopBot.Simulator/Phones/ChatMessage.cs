namespace ShopBot.Simulator.Phones;

/// <summary>One bubble of a chat, in the form the control API shows it.</summary>
public sealed record ChatMessage
{
    /// <summary>Grows over all chats; the cursor for <c>after=</c>.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary><c>person</c>, <c>account</c>, or <c>platform</c> for notices.</summary>
    public required string From { get; init; }

    /// <summary>text, image, voice, video, music, news, menu, location, link, miniprogram, event, notice or transfer.</summary>
    public required string Kind { get; init; }

    public string? Text { get; init; }

    /// <summary>Path of the picture, sound or film on this server.</summary>
    public string? MediaUrl { get; init; }

    public string? MediaId { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<ChatArticle>? Articles { get; init; }

    /// <summary>What can be tapped in a menu message, and in a text that has links of that kind.</summary>
    public IReadOnlyList<ChatChoice>? Choices { get; init; }

    /// <summary>The closing line of a menu message.</summary>
    public string? Tail { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary><c>reply</c> (in the answer to a push) or <c>custom</c> (customer-service message).</summary>
    public string? Via { get; init; }

    /// <summary>The push this message went out with or answers.</summary>
    public long? PushId { get; init; }
}

/// <param name="PicUrl">As the account wrote it.</param>
public sealed record ChatArticle(string Title, string Description, string PicUrl, string Url);

/// <param name="Id">What comes back as <c>bizmsgmenuid</c>.</param>
public sealed record ChatChoice(string Id, string Text);
