using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Puts the goods of a sentence into the draft: ordered, more, fewer, others.</summary>
/// <remarks>What is not complete waits in the draft and is asked for; quantities are checked where a line becomes complete.</remarks>
internal static class GoodsTaker
{
    public static void Take(OrderTalk talk, ShopSentence sentence)
    {
        var draft = talk.Draft;
        if (sentence.Items.Count > 0 && draft.Lines.Count == 0)
            draft.Trail.RemoveAll(f => f is OrderField.Product or OrderField.Variant or OrderField.Quantity);
        // What was being picked before gives way to the first item; the others wait for their turn.
        var mayReplace = true;
        foreach (var item in sentence.Items)
            mayReplace &= !Take(talk, item, mayReplace);
        if (sentence.Troubles.FirstOrDefault(t => t.Kind == TroubleKind.SeveralProducts) is not { } unclear)
            return;
        // Two boxes of what is being picked, or of the only thing ordered by the box.
        bool IsMeant(DraftLine? line) => line is not null && unclear.Products.Any(p => p.Code == line.Product);
        if (IsMeant(draft.Pick))
            draft.Wanted = unclear.Quantity ?? draft.Wanted;
        else if (unclear.Quantity is { } quantity && draft.Lines.Count(IsMeant) == 1)
            Change(talk, draft.Lines.Single(IsMeant), talk.Shelf.Find(draft.Lines.Single(IsMeant).Product!)!, quantity);
        else
            AskWhich(draft, unclear);
    }

    private static void AskWhich(OrderDraft draft, SentenceTrouble unclear)
    {
        draft.Pick = new DraftLine();
        (draft.Among, draft.AmongSaid, draft.Wanted) = ([.. unclear.Products.Select(p => p.Code)], Heard.Quote(unclear.Said), unclear.Quantity ?? 0);
    }

    /// <returns>Whether the item is being picked now.</returns>
    private static bool Take(OrderTalk talk, SaidItem item, bool mayReplace)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var unit = item.Product.Unit.In(visit.Voice);
        var line = draft.Lines.FindLast(l => l.Product == item.Product.Code && (item.Variant is null || l.Variant == item.Variant.Code));
        if (item.BadQuantity is { } bad)
            visit.First(QuantityStep.Problem(item.Product, bad, unit) ?? new QuantityTooMany(item.Product.MostPerOrder, unit));
        switch (item.Change)
        {
            case ItemChange.Remove:
                Remove(talk, item, line);
                return false;
            case ItemChange.Add when line is not null && item.Quantity is { } more:
                Change(talk, line, item.Product, line.Quantity + more);
                return false;
            case ItemChange.Set when line is not null || draft.Lines.Count == 1:
                Set(talk, item, line ?? draft.Lines.FindLast(l => l.Product == item.Product.Code) ?? draft.Lines[0]);
                return true;
            case ItemChange.None when line is not null && item.Quantity is { } quantity:
                Change(talk, line, item.Product, quantity);
                return false;
            default:
                Add(draft, item, mayReplace);
                return true;
        }
    }

    private static void Add(OrderDraft draft, SaidItem item, bool mayReplace)
    {
        var quantity = item.Quantity ?? 0;
        var variant = item.Variant?.Code ?? (item.Product.Variants.Count == 1 ? item.Product.Variants[0].Code : null);
        // What is being picked is named more exactly, or in its place something else.
        if (draft.Pick is { } pick && (pick.Product is null || pick.Product == item.Product.Code || item.Change != ItemChange.Add) && mayReplace)
        {
            draft.Wanted = quantity > 0 ? quantity : pick.Product == item.Product.Code ? draft.Wanted : 0;
            variant ??= pick.Product == item.Product.Code ? pick.Variant : null;
            ProductStep.Put(draft, item.Product);
            draft.Pick!.Variant = variant;
        }
        else if (draft.Pick is null && draft.Waiting.Count == 0)
        {
            ProductStep.Put(draft, item.Product);
            (draft.Pick!.Variant, draft.Wanted) = (variant, quantity);
        }
        else
        {
            draft.Waiting.Add(new DraftLine { Product = item.Product.Code, Variant = variant, Quantity = quantity });
            return;
        }
        draft.Trail.Add(OrderField.Product);
        if (item.Variant is not null)
            draft.Trail.Add(OrderField.Variant);
    }

    private static void Remove(OrderTalk talk, SaidItem item, DraftLine? line)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var name = item.Product.Name.In(visit.Voice);
        if (line is null && draft.Pick?.Product != item.Product.Code && draft.Waiting.RemoveAll(w => w.Product == item.Product.Code) == 0)
        {
            visit.First(new NotInOrder(name));
            return;
        }
        if (line is not null && item.Quantity is { } fewer && fewer < line.Quantity)
        {
            Change(talk, line, item.Product, line.Quantity - fewer);
            return;
        }
        draft.Lines.RemoveAll(l => l.Product == item.Product.Code && (item.Variant is null || l.Variant == item.Variant.Code));
        if (draft.Pick?.Product == item.Product.Code)
            (draft.Pick, draft.Wanted, draft.Replaces) = (null, 0, null);
        draft.Changing = null;
        visit.First(new ItemRemoved(name));
    }

    private static void Set(OrderTalk talk, SaidItem item, DraftLine line)
    {
        var draft = talk.Draft;
        draft.Changing = null;
        if (line.Product == item.Product.Code)
        {
            line.Variant = item.Variant?.Code ?? line.Variant;
            if (item.Quantity is { } quantity)
                Change(talk, line, item.Product, quantity);
            return;
        }
        // Other goods in place of the only line: as many as before where nothing else is said.
        ProductStep.Put(draft, item.Product);
        draft.Replaces = draft.Lines.IndexOf(line);
        draft.Pick!.Variant = item.Variant?.Code ?? draft.Pick.Variant;
        draft.Wanted = item.Quantity ?? line.Quantity;
    }

    private static void Change(OrderTalk talk, DraftLine line, CatalogueProduct product, int quantity)
    {
        var visit = talk.Visit;
        var (unit, item) = (product.Unit.In(visit.Voice), OrderWords.Item(visit.Voice, talk.Shelf, line));
        talk.Draft.Changing = null;
        if (QuantityStep.Problem(product, quantity, unit) is { } problem)
            visit.First(problem);
        else if (line.Variant is { } code && product.Find(code)?.Stock is { } left && quantity > left)
            visit.First(new QuantityLeft(item, left, unit));
        else
        {
            line.Quantity = quantity;
            visit.First(new QuantityNow(item, quantity, unit));
        }
    }
}
