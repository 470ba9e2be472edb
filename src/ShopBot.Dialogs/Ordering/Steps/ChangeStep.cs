using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Wording;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>Which answer of the summary to give anew. Everything else stays, and the summary comes again.</summary>
internal sealed class ChangeStep : DraftStep
{
    private const string Nothing = "nothing";

    public override OrderField Field => OrderField.Change;

    /// <summary>Never by itself: the summary leads here.</summary>
    public override bool IsOpen(OrderTalk talk) => false;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(talk.Visit.Say(new AskWhatToChange()), [.. Choices(talk)]));

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        draft.Changing = null;
        if (answer.Code == Nothing)
            return Turned;
        var (field, line) = Read(answer.Code);
        if (field == OrderField.Product)
            (draft.Pick, draft.Replaces) = (new DraftLine(), line);
        else
            (draft.Changing, draft.ChangingLine) = (field, line);
        return Turned;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Changing = null;

    private static Task<OrderOutcome> Turned { get; } = Task.FromResult<OrderOutcome>(new OrderOutcome.Turned());

    private static IEnumerable<Choice> Choices(OrderTalk talk)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        Choice Field(OrderField field, Text label, int line = 0) =>
            PickPrompt.Choice(string.Create(CultureInfo.InvariantCulture, $"{field}.{line}"), visit.Say(label));

        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var item = OrderWords.Item(visit.Voice, talk.Shelf, draft.Lines[i]);
            yield return Field(OrderField.Quantity, new ChangeQuantity(item), i);
            if (draft.Lines.Count == 1 && talk.Shelf.Products.Sum(p => p.Variants.Count) > 1)
                yield return Field(OrderField.Product, new ChangeProduct(item), i);
        }
        if (AddOnStep.HasAny(talk))
            yield return Field(OrderField.AddOns, new ChangeAddOns());
        if (HandoverStep.Offered(talk).Count > 1)
            yield return Field(OrderField.Handover, new ChangeHandover());
        if (draft.NeedsAddress)
            yield return Field(OrderField.Address, new ChangeAddress());
        yield return PickupStep.PlanFor(talk) is null ? Field(OrderField.Wanted, new ChangeWanted()) : Field(OrderField.Pickup, new Pickups.PickupTexts.ChangePickup());
        yield return Field(OrderField.Name, new ChangeName());
        yield return Field(OrderField.Phone, new ChangePhone());
        yield return Field(OrderField.Payment, new ChangePayment());
        yield return Field(OrderField.Note, new ChangeNote());
        yield return PickPrompt.Choice(Nothing, visit.Say(new ChangeNothing()));
    }

    private static (OrderField Field, int Line) Read(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return (Enum.Parse<OrderField>(code[..dot]), int.Parse(code[(dot + 1)..], CultureInfo.InvariantCulture));
    }
}
