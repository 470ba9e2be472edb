using System.Globalization;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Notices;

/// <summary>What notices say as named values, for the forms that platforms approve: names and placeholders of the settings Templates and Subscriptions.</summary>
public sealed class NoticeForms(ShopBook shops, OrderLinks links)
{
    /// <summary>The form for every notice about an order that has none of its own.</summary>
    public const string AnyOrder = "order";

    internal const string NewOrder = "new-order", TakenBack = "order-taken-back", Rebooked = "pickup-moved", PickupReminder = "pickup-reminder", PickupOffer = "pickup-offer", Person = "person-wanted", Photo = "photo", Complaint = "complaint";

    private static readonly string[] OfOrders = ["number", "what", "items", "total", "name", "phone", "shop", "note", "time"], OfPeople = ["name", "phone", "note"];

    /// <summary>Every name a form may stand under, with the placeholders that may be written into its fields.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        Enum.GetValues<OrderState>().Where(state => state != OrderState.Placed).Select(OfState).Concat([AnyOrder, Photo, NewOrder, TakenBack, Rebooked, PickupReminder, PickupOffer])
            .ToDictionary(name => name, _ => (IReadOnlyList<string>)OfOrders, StringComparer.Ordinal)
            .Append(new(Person, OfPeople)).Append(new(Complaint, OfPeople)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The name of the form for an order that came into this state.</summary>
    public static string OfState(OrderState state) => $"order-{Lower(state)}";

    /// <param name="what">The occasion, in a few characters.</param>
    /// <param name="note">What else there is to say of it; empty = nothing.</param>
    /// <param name="link">Where a tap leads; null = the order's page as it is.</param>
    public NoticeForm ForCustomer(OrderDetails order, Voice voice, DateTimeOffset at, string what, string note, string? link = null) =>
        new(ValuesOf(order, voice, at, what, note), link ?? links.For(order.Token));

    /// <summary>Staff work in the chat: theirs opens no page.</summary>
    public NoticeForm ForStaff(OrderDetails order, Voice voice, string what) => new(ValuesOf(order, voice, order.History[^1].At, what, note: order.Note ?? ""), null);

    /// <summary>Somebody wants a person; there may be no order at all.</summary>
    public static NoticeForm ForPerson(string name, string phone, string said) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["phone"] = phone, ["note"] = said }, null);

    private Dictionary<string, string> ValuesOf(OrderDetails order, Voice voice, DateTimeOffset at, string what, string note)
    {
        var shop = shops[order.Shop];
        return new(StringComparer.Ordinal)
        {
            ["number"] = order.Number.ToString(CultureInfo.InvariantCulture),
            ["what"] = what,
            ["items"] = OrderView.Lines(voice, order).ReplaceLineEndings("，"),
            ["total"] = order.Total.ToString(),
            ["name"] = order.Name,
            ["phone"] = order.Phone,
            ["shop"] = shop.Name,
            ["note"] = note,
            // As the platforms' forms want moments, whatever the language.
            ["time"] = TimeZoneInfo.ConvertTime(at, shop.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        };
    }

    // In the settings a name is lower case, as everywhere else.
    private static string Lower(OrderState state) => string.Create(CultureInfo.InvariantCulture, $"{state}").ToLower(CultureInfo.InvariantCulture);
}
