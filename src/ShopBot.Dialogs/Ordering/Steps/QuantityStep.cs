using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class QuantityStep : DraftStep
{
    public override OrderField Field => OrderField.Quantity;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Pick is { Variant: not null, Quantity: 0 };

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, line) = (talk.Visit, talk.CurrentLine);
        var (product, variant) = talk.Shelf.Find(line)!.Value;
        var (item, unit) = (OrderWords.Item(visit.Voice, product, variant), product.Unit.In(visit.Voice));
        Text question = talk.Draft.Changing is null ? new AskQuantity(item, unit, variant.Price.ToString())
            : talk.Draft.Lines.Count == 1 ? new AskNewQuantity(item, unit, line.Quantity)
            : new AskNewQuantityOrNone(item, unit, line.Quantity);
        return Task.FromResult<OrderQuestion>(new OrderQuestion.Number(visit.Say(question)));
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var line = talk.CurrentLine;
        var (product, variant) = talk.Shelf.Find(line)!.Value;
        var unit = product.Unit.In(talk.Visit.Voice);
        var item = OrderWords.Item(talk.Visit.Voice, product, variant);
        if (answer.Number is not { } number)
            return Wrong(answer.Attempt % 2 == 1 ? new QuantityNotANumber(unit) : new QuantityStillNotANumber(unit));
        if (number == 0 && talk.Draft.Changing is not null && talk.Draft.Lines.Count > 1)
        {
            talk.Draft.Lines.Remove(line);
            talk.Visit.First(new ItemRemoved(item));
            return TakenTask;
        }
        if (Problem(product, number, unit) is { } problem)
            return Wrong(problem);
        // The catalogue may be two seconds behind; PlaceOrder is not, and what it refuses leads back here.
        if (variant.Stock is { } left && number > left)
            return left > 0 ? Wrong(new QuantityLeft(item, left, unit)) : Task.FromResult<OrderOutcome>(SoldOut(talk, line, item));

        line.Quantity = (int)number;
        if (talk.Draft.Changing is null)
            PutAway(talk.Draft);
        return TakenTask;
    }

    /// <returns>Why nobody can order so many; null = they can, as far as there are so many.</returns>
    /// <param name="unit">In the customer's language.</param>
    public static Text? Problem(CatalogueProduct product, double number, string unit) =>
        number <= 0 ? new QuantityTooFew(unit)
        : number != Math.Floor(number) ? new QuantityNotWhole(unit)
        : number > product.MostPerOrder ? new QuantityTooMany(product.MostPerOrder, unit)
        : null;

    public override void Clear(OrderTalk talk)
    {
        var draft = talk.Draft;
        if (draft.Pick is null && draft.Lines.Count > 0)
        {
            draft.Pick = draft.Lines[^1];
            draft.Lines.RemoveAt(draft.Lines.Count - 1);
        }
        draft.Pick?.Quantity = 0;
    }

    // A complete line joins the others; the same thing twice is one line with the later quantity.
    private static void PutAway(OrderDraft draft)
    {
        var pick = draft.Pick!;
        if (draft.Replaces is { } index && index < draft.Lines.Count)
            draft.Lines[index] = pick;
        else
            draft.Lines.Add(pick);
        draft.Lines.RemoveAll(l => l != pick && l.Product == pick.Product && l.Variant == pick.Variant);
        (draft.Pick, draft.Replaces) = (null, null);
    }

    private static OrderOutcome.Turned SoldOut(OrderTalk talk, DraftLine line, string item)
    {
        talk.Visit.First(new SoldOutMeanwhile(item));
        if (talk.Draft.Changing is not null)
            talk.Draft.Lines.Remove(line);
        talk.Draft.Pick = talk.Draft.Lines.Count > 0 && talk.Draft.Changing is not null ? null : new DraftLine();
        talk.Draft.Changing = null;
        return new OrderOutcome.Turned();
    }
}
