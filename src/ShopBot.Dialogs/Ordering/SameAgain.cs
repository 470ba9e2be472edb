using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>"老样子": fills a draft with what the customer ordered last, for the nearest window; what is gone or costs something else now is said.</summary>
internal sealed class SameAgain(OrderReader orders, PickupStep pickups)
{
    public async Task FillAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        if (await orders.LastAsync(visit.Shop, visit.Visitor.CustomerId, ct) is not { } last)
        {
            visit.First(new NothingOrderedYet());
            return;
        }
        foreach (var line in last.Lines)
            TakeLine(talk, line);
        if (draft.Lines.Count == 0)
            return;
        (draft.Name, draft.Phone, draft.Address, draft.Note, draft.SameAsLastAsked) = (last.Name, last.Phone, last.Address, "", true);
        (draft.Latitude, draft.Longitude) = (last.Point?.Latitude, last.Point?.Longitude);
        if (HandoverStep.Offered(talk).Contains(last.Handover))
            (draft.Handover, draft.Payment) = (last.Handover, last.Payment);
        if (PickupStep.PlanFor(talk) is not null)
            await pickups.PutSoonestAsync(talk, ct);
        visit.First(new SameAsOrder(last.Number));
    }

    private static void TakeLine(OrderTalk talk, LastLine line)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var found = talk.Shelf.Products.SelectMany(p => p.Variants, (product, variant) => (Product: product, Variant: variant)).FirstOrDefault(f => f.Variant.Id == line.VariantId);
        if (found.Product is null || found.Variant.IsSoldOut)
        {
            visit.First(new NoLongerThere(line.Product.In(visit.Voice)));
            return;
        }
        draft.Lines.Add(new DraftLine { Product = found.Product.Code, Variant = found.Variant.Code, Quantity = Math.Min(line.Quantity, found.Product.MostPerOrder) });
        if (found.Variant.Price.Minor != line.Price.Minor)
            visit.First(new AnotherPriceNow(OrderWords.Item(visit.Voice, found.Product, found.Variant), line.Price.ToString(), found.Variant.Price.ToString()));
    }
}
