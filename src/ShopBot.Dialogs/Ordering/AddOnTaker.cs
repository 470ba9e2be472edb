using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Puts add-ons into the draft and says what they cost.</summary>
internal static class AddOnTaker
{
    public static void Take(OrderTalk talk, SaidAddOns said)
    {
        foreach (var addOn in said.Wanted)
            Put(talk, addOn);
        foreach (var addOn in said.Unwanted)
            Drop(talk, addOn);
    }

    public static void Put(OrderTalk talk, AddOn addOn)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var name = addOn.Name.In(visit.Voice);
        // Before the goods are known it is kept; whether it goes with them shows then.
        if (draft.Lines.Count > 0 && !addOn.GoesWith(ProductsOf(draft)))
        {
            visit.First(new AddOnDoesNotFit(name));
            return;
        }
        if (!draft.AddOns.Contains(addOn.Code))
            draft.AddOns.Add(addOn.Code);
        visit.First(new AddOnAdded(name, Price(talk, addOn)));
    }

    public static void Drop(OrderTalk talk, AddOn addOn)
    {
        if (talk.Draft.AddOns.Remove(addOn.Code))
            talk.Visit.First(new AddOnRemoved(addOn.Name.In(talk.Visit.Voice)));
    }

    /// <summary>Drops what the shop no longer offers, or what does not go with the goods.</summary>
    public static void Tidy(OrderTalk talk)
    {
        var draft = talk.Draft;
        foreach (var code in draft.AddOns.ToList())
        {
            var addOn = talk.Prices.AddOns.FirstOrDefault(a => a.Code == code);
            if (addOn?.GoesWith(ProductsOf(draft)) == true)
                continue;
            draft.AddOns.Remove(code);
            talk.Visit.First(addOn is null ? new GoneMeanwhile() : new AddOnDoesNotFit(addOn.Name.In(talk.Visit.Voice)));
        }
    }

    /// <summary>+¥30, or +¥10 for each piece.</summary>
    public static string Price(OrderTalk talk, AddOn addOn)
    {
        var price = Money.Of(addOn.Price, talk.Visit.Settings.Currency).WithSign();
        return addOn.IsPerPiece && UnitOf(talk, addOn) is { } unit ? talk.Visit.Say(new AddOnPricePer(price, unit)) : price;
    }

    private static string? UnitOf(OrderTalk talk, AddOn addOn) =>
        addOn.Products.Append(talk.Draft.Lines.FirstOrDefault()?.Product).OfType<string>().Select(talk.Shelf.Find).FirstOrDefault()?.Unit.In(talk.Visit.Voice);

    private static IEnumerable<string> ProductsOf(OrderDraft draft) => draft.Lines.Select(l => l.Product!);
}
