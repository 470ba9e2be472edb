namespace ShopBot.Messaging.Outbox;

/// <summary>A fact somebody should hear of: says what happened, never in which words or over which channel.</summary>
public interface IOutboxPayload
{
    /// <summary>Stored name and version, such as <c>photo-taken.v1</c>; never changes, so that the class may be renamed.</summary>
    static abstract string Kind { get; }

    /// <summary>Whether this very fact is told in the quiet hours. Only a <see cref="MessageClass.Status"/> is asked; it is not stored.</summary>
    AtNight AtNight => AtNight.Waits;
}

/// <summary>What becomes of a status in a shop's quiet hours.</summary>
public enum AtNight
{
    /// <summary>It is told when they are over; what is behind it in the lane need not wait for it.</summary>
    Waits,

    /// <summary>The customer waits for it, or it would be too late in the morning.</summary>
    Comes,
}

/// <summary>What may be done when it stays unknown whether the platform took a message.</summary>
public enum MessageClass
{
    /// <summary>Order and pickup status, photos: sent once more; a repeat is harmless, silence is a lost customer.</summary>
    Status,

    /// <summary>What the bot answers in a conversation when it did not fit the platform's own answer: like a status.</summary>
    Reply,

    /// <summary>Typed by staff: never twice by itself; shown as "unknown" to the sender.</summary>
    StaffReply,

    /// <summary>Payment, refund, codes: never twice; parked for a person.</summary>
    Money,

    /// <summary>Alerts to staff about new work: like a status.</summary>
    StaffAlert,

    /// <summary>Offers and surveys: never twice; behind everything else, and never with the last of a limit.</summary>
    Promotion,
}
