using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>What became of a message that the platform had accepted.</summary>
public enum DeliveryResult
{
    Delivered,

    /// <summary>The person does not take the account's messages.</summary>
    PersonRefuses,

    /// <summary>The platform failed at it.</summary>
    Failed,
}

/// <summary>What a platform tells later of a message (WeChat: TEMPLATESENDJOBFINISH, subscribe_msg_sent_event).</summary>
/// <param name="To">Whom it was for.</param>
/// <param name="PlatformId">As the send returned it.</param>
/// <param name="TemplateId">The form it was sent as, where the send returned no id; null otherwise.</param>
/// <param name="Said">The platform's own words, for people: <c>failed:user block</c>.</param>
public sealed record DeliveryReport(ContactPoint To, string? PlatformId, string? TemplateId, DeliveryResult Result, string Said);

/// <summary>Settles messages by what platforms report of them.</summary>
public interface IDeliveryReports
{
    /// <summary>Notes it with the message. One that certainly did not arrive goes on over its next route, or waits for the person.</summary>
    /// <remarks>The same report again changes nothing. One that is faster than the answer to the send itself is kept until that is written down.</remarks>
    Task NoteAsync(DeliveryReport report, CancellationToken ct);
}
