namespace ShopBot.Messaging.Outbox;

/// <summary>What a notice says as named values, for platforms whose forms have fields. Channel data of the notice's activity, beside its words.</summary>
/// <param name="Values">By placeholder (<c>number</c>, <c>state</c>); all that the notice knows.</param>
/// <param name="Link">The page a tap opens; null = none.</param>
public sealed record NoticeForm(IReadOnlyDictionary<string, string> Values, string? Link);
