using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class ProductStep : DraftStep
{
    public override OrderField Field => OrderField.Product;

    public override bool IsOpen(OrderTalk talk) =>
        talk.Draft.Pick is { } pick ? pick.Product is null : talk.Draft.Lines.Count + talk.Draft.Waiting.Count == 0;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft, shelf) = (talk.Visit, talk.Draft, talk.Shelf);
        if (shelf.Products.All(p => p.IsSoldOut))
            return Task.FromResult<OrderQuestion>(new OrderQuestion.Nothing(visit.Say(new AllSoldOut())));
        if (draft is { Among.Count: > 1, AmongSaid: { } said })
            return Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(visit.Say(new AskWhichProduct(said)),
                [.. shelf.Products.Where(p => draft.Among.Contains(p.Code)).Select(p => PickPrompt.Choice(p.Code, Label(visit, p)))]));
        var words = visit.Say(draft.Lines.Count > 0 && draft.Replaces is null ? new AskAnotherProduct() : new AskProduct());
        return Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(words, [.. shelf.Products.Select(p =>
            // Names and aliases are heard before the prompt is asked (ShopSentence), so the state need not carry them.
            PickPrompt.Choice(p.Code, Label(visit, p)))]));
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        if (talk.Shelf.Find(answer.Code) is not { } product)
            return Wrong(new ProductUnknown(answer.Text));
        if (product.IsSoldOut)
            return Wrong(new ProductSoldOut(product.Name.In(talk.Visit.Voice)));
        Put(talk.Draft, product);
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Pick = new DraftLine();

    /// <summary>A product with one variant needs no second question.</summary>
    public static void Put(OrderDraft draft, CatalogueProduct product) =>
        (draft.Among, draft.AmongSaid, draft.Pick) = ([], null, new DraftLine { Product = product.Code, Variant = product.Variants.Count == 1 ? product.Variants[0].Code : null });

    private static string Label(Visit visit, CatalogueProduct product)
    {
        var (name, price) = (product.Name.In(visit.Voice), product.LowestPrice().ToString());
        return visit.Say(product.HasOnePrice() ? new ProductChoice(name, price) : new ProductChoiceFrom(name, price));
    }
}
