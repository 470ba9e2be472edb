using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Wording;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class VariantStep : DraftStep
{
    public override OrderField Field => OrderField.Variant;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Pick is { Product: not null, Variant: null };

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var visit = talk.Visit;
        var product = talk.Shelf.Find(talk.CurrentLine.Product!)!;
        return Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(
            visit.Say(new AskVariant(product.Name.In(visit.Voice))),
            [.. product.Variants.Select(v => PickPrompt.Choice(v.Code,
                visit.Say(new VariantChoice(v.Name.In(visit.Voice), v.Price.ToString())), ProductNames.Of(v)))]));
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        talk.CurrentLine.Variant = answer.Code;
        return TakenTask;
    }

    public override void Clear(OrderTalk talk)
    {
        if (talk.Draft.Pick is { } pick)
            pick.Variant = null;
    }
}
