using System.Globalization;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Orders.OrdersTexts;

namespace ShopBot.Dialogs.Orders;

/// <summary>An order that was placed, in words: for its customer, for staff and for notices.</summary>
internal static class OrderView
{
    public static string State(Voice voice, Offer kind, OrderState state) => voice.Say(state switch
    {
        OrderState.Placed => new StatePlaced(),
        OrderState.Accepted => new StateAccepted(),
        OrderState.Ready => kind == Offer.Laundry ? new StateClean() : new StateReady(),
        OrderState.Shipped => new StateShipped(),
        OrderState.Collected => new StateCollected(),
        OrderState.Deciding => new StateDeciding(),
        OrderState.Washing => new StateWashing(),
        OrderState.Delivering => new StateDelivering(),
        OrderState.Completed => new StateCompleted(),
        _ => new StateCancelled(),
    });

    public static string State(Voice voice, OrderCard order) => State(voice, order.Kind, order.State);

    public static string State(Voice voice, OrderDetails order) => State(voice, order.Kind, order.State);

    /// <summary>What an order is about, in a few characters.</summary>
    public static string Items(Voice voice, OrderCard order) => voice.Say(new ItemsShort(order.First.In(voice), order.Pieces));

    /// <summary>What was ordered and what it costs besides, one to a line; together they are the total.</summary>
    public static string Lines(Voice voice, OrderDetails order) => string.Join("\n", order.Lines.Select(l => voice.Say(new OrderingTexts.SummaryLine(
        Item(voice, l), l.Quantity, l.Unit.In(voice), (l.Price with { Minor = l.Price.Minor * l.Quantity }).ToString())))
        .Concat(order.Charges.Select(c => voice.Say(new OrderingTexts.SummaryCharge(c.Label.In(voice), c.Amount.WithSign())))));

    /// <summary>Everything but the lines: where to, who, how paid, parcel and seal.</summary>
    public static string Facts(Voice voice, OrderDetails order)
    {
        var facts = OrderWords.Details(voice, order.Handover, order.Address, order.Name, order.Phone, order.Payment, order.Note, order.Wanted,
            order.Pickup is { } booked ? PickupWords.When(voice, booked) : null).ToList();
        if (order.Pieces.Count > 0)
            facts.Add(voice.Say(new Pieces.PiecesTexts.InTheBag(Pieces.PieceWords.Names(voice, order.Pieces))));
        if (PaidSoFar(voice, order) is { } paid)
            facts.Add(paid);
        if (order.SealNumber is { } seal)
            facts.Add(voice.Say(new SealNumber(seal)));
        if (order.Carrier is { } carrier)
            facts.Add(Parcel(voice, carrier, order.TrackingNumber));
        return string.Join("\n", facts);
    }

    /// <summary>What was paid, and what of it is still to be settled; null where nothing was.</summary>
    public static string? PaidSoFar(Voice voice, OrderDetails order) => order is { PaidAt: null, Paid.Minor: 0 } ? null : voice.Say(order.Due.Minor switch
    {
        0 => order.Paid.Minor == 0 && order.State == OrderState.Cancelled ? new PaidBack() : new Paid(),
        > 0 => new PaidPartly(order.Paid.ToString(), order.Due.ToString()),
        _ => new PaidTooMuch(order.Paid.ToString(), (order.Due with { Minor = -order.Due.Minor }).ToString()),
    });

    public static string Parcel(Voice voice, string carrier, string? tracking) =>
        voice.Say(tracking is null ? new ParcelWithoutNumber(carrier) : new Parcel(carrier, tracking));

    public static string Timeline(Voice voice, OrderDetails order, TimeZoneInfo zone) => string.Join("\n",
        order.History.Select(h => voice.Say(new TimelineEntry(When(voice, h.At, zone), State(voice, order.Kind, h.State)))));

    /// <summary>A moment on the shop's clock.</summary>
    public static string When(Voice voice, DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return voice.IsChinese
            ? local.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)
            : local.ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Item(Voice voice, OrderedLine line) => line.Variant.In(voice) is { Length: > 0 } variant
        ? voice.Say(new OrderingTexts.ItemName(line.Product.In(voice), variant))
        : line.Product.In(voice);
}
