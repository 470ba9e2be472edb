namespace ShopBot.Messaging.Turns;

/// <summary>What is remembered of an event that was worked off, so that it is never worked off twice.</summary>
public sealed class EventRecord
{
    /// <summary>Name under which stores keep the type.</summary>
    public const string StoredName = "event";

    /// <summary>The platform's answer, byte for byte; empty when the turn answered later.</summary>
    public byte[] Body { get; set; } = [];

    public string ContentType { get; set; } = "";

    /// <summary>What goes through the outbox, as an outbox payload; null = nothing. Kept so that a repeat can enqueue it again under the same key.</summary>
    public byte[]? Overflow { get; set; }

    /// <summary>No delivery waited for the answer and the account may not push: the replies are also kept for the next contact.</summary>
    public bool IsHeld { get; set; }
}
