namespace ShopBot.Messaging.Contacts;

/// <summary>What a person did that lets us write to them for a while.</summary>
/// <param name="Trigger">Names the platform's own window: each has its own count; the same trigger again replaces the earlier window.</param>
/// <param name="ExpiresAt">UTC; the platform refuses after it.</param>
/// <param name="Remaining">Messages the platform takes in it.</param>
public sealed record ReplyWindow(ContactPoint Contact, string Trigger, DateTimeOffset ExpiresAt, int Remaining);

/// <summary>What we know about reaching people: the windows they opened, who left.</summary>
/// <remarks>A hint: where it is wrong, the platform's answer corrects it.</remarks>
public interface IContacts
{
    /// <summary>Notes a window; written behind, in batches, so that a message in waits for nothing. Lanes that wait for a window wake.</summary>
    /// <param name="openedAt">UTC; when the person did it. A send under way then may have been counted against this window, so it has one less.</param>
    void NoteWindow(ReplyWindow window, DateTimeOffset openedAt);

    /// <summary>The person left (unsubscribed, blocked): all windows close. Written behind like windows, in the order noted.</summary>
    /// <param name="at">UTC, by the platform's clock; where the person opened a window after that they are back, and nothing changes.</param>
    void NoteGone(ContactPoint contact, DateTimeOffset at);

    /// <summary>What the person said to a form the account may send them; written behind in the same line. Accepting pays for one more notice.</summary>
    /// <param name="accepts">False = they switched it off: nothing more goes out as it until they accept again.</param>
    /// <param name="at">UTC, by the platform's clock; the same again changes nothing.</param>
    void NoteConsent(ContactPoint contact, string templateId, bool accepts, DateTimeOffset at);

    /// <summary>Windows open at <paramref name="now"/> with something left, the one that ends first at the front.</summary>
    Task<IReadOnlyList<ReplyWindow>> OpenWindowsAsync(ContactPoint contact, DateTimeOffset now, CancellationToken ct);

    /// <summary>Writes what was noted so far; for shutdown and tests.</summary>
    Task FlushAsync(CancellationToken ct);
}
