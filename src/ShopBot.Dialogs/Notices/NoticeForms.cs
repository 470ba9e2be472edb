using System.Globalization;
using System.Text.Json;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Notices;

/// <summary>What notices say as named values, for the forms that platforms approve: names and placeholders of the settings Templates and Subscriptions.</summary>
public sealed class NoticeForms(ShopBook shops, OrderLinks links)
{
    /// <summary>The form for every notice about an order that has none of its own.</summary>
    public const string AnyOrder = "order";

    private const string NewOrder = "new-order", TakenBack = "order-taken-back", Person = "person-wanted", Photo = "photo";

    private static readonly string[] OfOrders = ["number", "what", "items", "total", "name", "phone", "shop", "note", "time"], OfPeople = ["name", "phone", "note"];

    /// <summary>Every name a form may stand under, with the placeholders that may be written into its fields.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        Enum.GetValues<OrderState>().Where(state => state != OrderState.Placed).Select(state => $"order-{Lower(state)}").Concat([AnyOrder, Photo, NewOrder, TakenBack])
            .ToDictionary(name => name, _ => (IReadOnlyList<string>)OfOrders, StringComparer.Ordinal)
            .Append(new(Person, OfPeople)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Names under which a form may stand in an account's settings, the most fitting first; empty = only in words.</summary>
    public static IReadOnlyList<string> NamesOf(OutboxMessage message) => message.Kind switch
    {
        var kind when kind == OrderMoved.Kind => StateOf(message) is { } state ? [$"order-{Lower(state)}", AnyOrder] : [AnyOrder],
        var kind when kind == PhotoTaken.Kind => [Photo, AnyOrder],
        var kind when kind == OrderPlaced.Kind => [NewOrder],
        var kind when kind == OrderCancelled.Kind => [TakenBack],
        var kind when kind == PersonAsked.Kind => [Person],
        var kind when kind == ComplaintMade.Kind => ["complaint", "person-wanted"],
        _ => [],
    };

    /// <param name="what">The occasion, in a few characters.</param>
    /// <param name="note">What else there is to say of it; empty = nothing.</param>
    public NoticeForm ForCustomer(OrderDetails order, Voice voice, DateTimeOffset at, string what, string note) =>
        new(ValuesOf(order, voice, at, what, note), links.For(order.Token));

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

    private static OrderState? StateOf(OutboxMessage message)
    {
        try
        {
            return JsonSerializer.Deserialize<OrderMoved>(message.Payload.Span, JsonSerializerOptions.Web)?.State;
        }
        catch (JsonException)
        {
            return null; // The writer parks it, with the reason.
        }
    }

    // In the settings a name is lower case, as everywhere else.
    private static string Lower(OrderState state) => string.Create(CultureInfo.InvariantCulture, $"{state}").ToLower(CultureInfo.InvariantCulture);
}
