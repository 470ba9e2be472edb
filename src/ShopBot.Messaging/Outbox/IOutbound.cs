using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>A channel's way out: turns activities into platform calls and makes them.</summary>
/// <remarks>Never decides about repeats, and never throws for a platform's answer.</remarks>
public interface IOutbound
{
    /// <summary>WeChat, Weibo or Line, as in the settings.</summary>
    string Channel { get; }

    /// <summary>Every way the platform has, best first; with what speaks against it for accounts of this kind, and its limits.</summary>
    IReadOnlyList<Way> WaysOf(Account account);

    /// <summary>Cuts activities into platform calls for the route. Uploads pictures: work no customer sees, so it may be repeated freely.</summary>
    Task<Rendering> RenderAsync(Account account, ContactPoint to, Route route, IReadOnlyList<Activity> activities, CancellationToken ct);

    /// <summary>Makes one call. Takes at most 10 s.</summary>
    Task<SendOutcome> SendAsync(Account account, ContactPoint to, OutboxPart part, CancellationToken ct);
}

/// <summary>What came of rendering.</summary>
public abstract record Rendering
{
    private Rendering() { }

    public sealed record Ready(IReadOnlyList<OutboxPart> Parts) : Rendering;

    /// <summary>An upload or a token failed before anything was sent.</summary>
    /// <param name="Outcome"><see cref="SendOutcome.TryAgain"/> (not counted) or <see cref="SendOutcome.Refused"/>.</param>
    public sealed record Failed(SendOutcome Outcome) : Rendering;
}

/// <summary>Puts a fact into words: fact and person's language give activities, which the channel then renders.</summary>
public interface INoticeWriter
{
    /// <summary>Under which names a shop may have an approved form for it in its account's settings, the most fitting first; empty = it is never sent as one.</summary>
    IReadOnlyList<string> TemplateNamesOf(OutboxMessage message);

    /// <returns>Empty where there is nothing (any more) to say. A notice that may go as a form has its <see cref="NoticeForm"/> as channel data.</returns>
    /// <exception cref="UnknownNoticeException">No wording for this kind; the message is parked.</exception>
    Task<IReadOnlyList<Activity>> WriteAsync(OutboxMessage message, Route route, CancellationToken ct);
}

/// <summary>A stored kind that this version of the program has no words for.</summary>
public sealed class UnknownNoticeException(string kind) : Exception($"No notice is written for messages of kind '{kind}'.");
