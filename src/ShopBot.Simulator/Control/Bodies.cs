namespace ShopBot.Simulator.Control;

// The bodies of the control API, as README.md of this project documents them.

internal sealed record Saying(string Text)
{
    public string Text { get; } = Text ?? throw new ControlProblem(400, "text is needed");
}

internal sealed record SeveralSayings(IReadOnlyList<string> Texts)
{
    public IReadOnlyList<string> Texts { get; } = Texts ?? throw new ControlProblem(400, "texts is needed");
}

/// <param name="Id">The id of a line in a menu message, or of such a line in a text.</param>
/// <param name="Message">The id of that message; null = the newest that has such a line.</param>
internal sealed record Choosing(string Id, long? Message = null);

/// <param name="Button">Key, address or name of a button of the bottom menu.</param>
/// <param name="Result">What the camera read or which place was picked.</param>
internal sealed record Tapping(string Button, string? Result = null);

/// <param name="Precision">Metres; only for position reports.</param>
internal sealed record Place(double Latitude, double Longitude, int Scale = 16, string Label = "", double Precision = 40);

internal sealed record SharedLink(string Title, string Url, string Description = "");

/// <param name="Scene">A scene, or the ticket or address of a code the account made.</param>
internal sealed record Scanning(string Scene)
{
    public string Scene { get; } = Scene ?? throw new ControlProblem(400, "scene is needed: a scene, a ticket or a code's address");
}

/// <param name="Templates">What the person chose for each: <c>accept</c> or <c>reject</c>.</param>
/// <param name="OnPage">Asked on a web page; otherwise inside an article.</param>
internal sealed record PromptAnswer(IReadOnlyDictionary<string, string> Templates, bool OnPage = true)
{
    public IReadOnlyDictionary<string, string> Templates { get; } = Templates is { Count: > 0 } && Templates.Values.All(v => v is "accept" or "reject")
        ? Templates : throw new ControlProblem(400, "templates is needed: an object of template ids, each \"accept\" or \"reject\"");
}

/// <param name="Scene">Of the page that asks, 0 to 10000.</param>
internal sealed record Confirmation(int Scene, bool Accept = true);

internal sealed record StoppedNotices(IReadOnlyList<string> Templates)
{
    public IReadOnlyList<string> Templates { get; } = Templates is { Count: > 0 } ? Templates : throw new ControlProblem(400, "templates is needed: a list of ids");
}

/// <summary>A template of the account, as chosen or taken away in the platform's console.</summary>
internal sealed record TemplateChange(string? Title = null, string? Content = null, bool? IsNotice = null, bool? Blocked = null);

/// <param name="Event">The name of the event where <paramref name="MsgType"/> is <c>event</c>.</param>
internal sealed record AnyPush(string MsgType, string? Event = null, IReadOnlyDictionary<string, string>? Elements = null)
{
    public IReadOnlyDictionary<string, string> Fields => Elements ?? new Dictionary<string, string>();
}

/// <param name="Sample">The name of a built-in picture, instead of <paramref name="Base64"/>.</param>
/// <param name="Recognition">What was spoken, for voice.</param>
internal sealed record SentFile(string? Base64 = null, string? Sample = null, string? Recognition = null);

internal sealed record PersonChange(bool? Blacklisted = null, bool? Refuses = null, WeChat.PhoneKind? Phone = null);

/// <param name="Accounts">Whose chats are on the phone; empty = all accounts.</param>
internal sealed record NewPerson(string Name, IReadOnlyList<string>? Accounts = null, bool Follows = true);

/// <param name="By">As <c>1.02:03:04</c> (days, hours, minutes, seconds), added to the other four.</param>
internal sealed record ClockMove(TimeSpan By = default, double Days = 0, double Hours = 0, double Minutes = 0, double Seconds = 0)
{
    public TimeSpan Whole => By + TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes) + TimeSpan.FromSeconds(Seconds);
}

/// <param name="Frozen">Stop the clock there, or let it run; null = as it is.</param>
internal sealed record ClockSetting(DateTimeOffset? To = null, bool? Frozen = null);

/// <summary><c>Channel</c> is <c>token</c>, <c>stable</c>, or both when absent.</summary>
internal sealed record Theft
{
    public string? Channel { get; init; }
}

/// <summary><c>After</c> passes before each delivery, on the simulated clock.</summary>
internal sealed record Redelivery
{
    public int Times { get; init; } = 1;
    public TimeSpan After { get; init; }
    public bool Together { get; init; }
}
