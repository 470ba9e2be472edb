using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Inspections;

/// <summary>What is said about something found where only a platform's form may be sent: it leads to the order's page, which shows the question.</summary>
internal static class FindingForm
{
    public static IReadOnlyList<string> Names { get; } = [NoticeForms.OfState(OrderState.Deciding), NoticeForms.AnyOrder];

    /// <param name="what">The occasion, in a few characters.</param>
    public static async Task<NoticeForm?> WriteAsync(
        NoticeForms forms, OrderReader orders, string shop, FindingCard card, Voice voice, DateTimeOffset at, string what, CancellationToken ct) =>
        await orders.FindAsync(shop, card.OrderId, ct) is { } order
            ? forms.ForCustomer(order, voice, at, what, card.Finding.Reason ?? card.Finding.Name.In(voice))
            : null;
}
