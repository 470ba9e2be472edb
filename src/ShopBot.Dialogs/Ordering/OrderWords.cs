using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>The parts of an order in words.</summary>
internal static class OrderWords
{
    public static string Handover(Voice voice, Handover handover) => voice.Say(handover switch
    {
        Shops.Ordering.Handover.Pickup => new HandoverPickup(),
        Shops.Ordering.Handover.Delivery => new HandoverDelivery(),
        _ => new HandoverCollection(),
    });

    public static string Payment(Voice voice, PaymentWay payment) => voice.Say(payment switch
    {
        PaymentWay.AtPickup => new PaymentAtPickup(),
        PaymentWay.OnDelivery => new PaymentOnDelivery(),
        PaymentWay.Prepaid => new Prepaid.PrepaidTexts.PaymentPrepaid(),
        _ => new PaymentByTransfer(),
    });

    /// <summary>A product and its variant, as one name; without the variant where there is only one.</summary>
    public static string Item(Voice voice, CatalogueProduct product, CatalogueVariant variant) => product.Variants.Count == 1
        ? product.Name.In(voice)
        : voice.Say(new ItemName(product.Name.In(voice), variant.Name.In(voice)));

    public static string Item(Voice voice, Catalogue shelf, DraftLine line) =>
        shelf.Find(line) is var (product, variant) ? Item(voice, product, variant) : "";

    /// <summary>The lines picked so far, one to a line; empty while there are none.</summary>
    public static string Lines(OrderTalk talk) => string.Join("\n", talk.Draft.Lines.Select(line => Line(talk, line)));

    /// <summary>Where to, who, when, how paid, and the wish: one line each.</summary>
    /// <param name="pickup">The booked window in words; null = none, then the wish is shown.</param>
    /// <param name="phone">Shown masked: the chat may be read over a shoulder.</param>
    public static IEnumerable<string> Details(
        Voice voice, Handover handover, string? address, string name, string phone, PaymentWay payment, string? note, WantedTime? wanted, string? pickup)
    {
        var masked = PhoneNumbers.Masked(phone);
        yield return voice.Say(handover switch
        {
            Shops.Ordering.Handover.Pickup => new SummaryPickup(name, masked),
            Shops.Ordering.Handover.Delivery => new SummaryDelivery(address ?? "", name, masked),
            _ => new SummaryCollection(address ?? "", name, masked),
        });
        if (pickup is not null)
            yield return voice.Say(new Pickups.PickupTexts.SummaryPickupWindow(pickup));
        else if (wanted is not null)
            yield return voice.Say(new SummaryWanted(WantedWords.When(voice, wanted)));
        yield return voice.Say(new SummaryPayment(Payment(voice, payment)));
        if (!string.IsNullOrEmpty(note))
            yield return voice.Say(new SummaryNote(note));
    }

    private static string Line(OrderTalk talk, DraftLine line)
    {
        if (talk.Shelf.Find(line) is not var (product, variant))
            return "";
        var visit = talk.Visit;
        return visit.Say(new SummaryLine(Item(visit.Voice, product, variant), line.Quantity, product.Unit.In(visit.Voice),
            (variant.Price with { Minor = variant.Price.Minor * line.Quantity }).ToString()));
    }
}
