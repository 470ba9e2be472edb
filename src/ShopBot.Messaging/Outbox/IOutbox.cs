using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>Collects what a change owes people; written in the change's own SQL transaction, so both happen or neither.</summary>
public interface IOutbox
{
    /// <param name="fact">Serialised as JSON under its kind.</param>
    /// <param name="to">Whose lane it goes into; messages of one lane are sent in the order they were added.</param>
    /// <param name="dedupeKey">Names the occasion (<c>order:12:ready:{recipient}</c>): a second one is not added. 1 to 200 characters.</param>
    /// <param name="notBefore">UTC; for moves that can be undone. Null = at once; in quiet hours as <see cref="IOutboxPayload.AtNight"/> says.</param>
    void Add<TFact>(TFact fact, ContactPoint to, MessageClass messageClass, string dedupeKey, DateTimeOffset? notBefore = null)
        where TFact : IOutboxPayload;
}
