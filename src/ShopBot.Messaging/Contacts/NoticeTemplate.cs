namespace ShopBot.Messaging.Contacts;

/// <summary>A form that the platform approved for one account. Settings "Accounts:{account}:Templates:{notice}" and "…:Subscriptions:{notice}".</summary>
public sealed class NoticeTemplate
{
    /// <summary>As the platform's console shows it.</summary>
    public string Id { get; set; } = "";

    /// <summary>By the form's own keyword (<c>thing2</c>) what stands there: words with <c>{placeholders}</c>, see dialogs/README.md.</summary>
    public Dictionary<string, string> Data { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>How much the platform takes of one account. Settings "Accounts:{account}:Limits:…"; 0 = what a new account has.</summary>
public sealed class AccountLimits
{
    /// <summary>Customer-service messages a Beijing day.</summary>
    public int ServicePerDay { get; set; }

    /// <summary>Template messages a Beijing day.</summary>
    public int TemplatePerDay { get; set; }

    /// <summary>Subscription notices a Beijing day.</summary>
    public int SubscriptionPerDay { get; set; }

    /// <summary>Uploads of pictures and recordings a Beijing day.</summary>
    public int UploadPerDay { get; set; }

    /// <summary>Messages a minute over each of the three ways.</summary>
    public int MessagesPerMinute { get; set; }
}
