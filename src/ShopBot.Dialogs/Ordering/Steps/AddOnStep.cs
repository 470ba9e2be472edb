using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Wording;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>What is ordered besides: a tap adds it, or takes it out again. The summary comes after each.</summary>
internal sealed class AddOnStep : DraftStep
{
    private const string Nothing = "nothing";

    public override OrderField Field => OrderField.AddOns;

    /// <summary>Never by itself: the summary leads here.</summary>
    public override bool IsOpen(OrderTalk talk) => false;

    public static bool HasAny(OrderTalk talk) => talk.Prices.AddOns.Any(a => a.GoesWith(talk.Draft.Lines.Select(l => l.Product!)));

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        return Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(visit.Say(new AskAddOn()),
        [
            .. talk.Prices.AddOns.Where(a => a.GoesWith(draft.Lines.Select(l => l.Product!))).Select(a => PickPrompt.Choice(a.Code, visit.Say(
                draft.AddOns.Contains(a.Code) ? new AddOnWithout(a.Name.In(visit.Voice)) : new AddOnChoice(a.Name.In(visit.Voice), AddOnTaker.Price(talk, a))))),
            PickPrompt.No(Nothing, visit.Say(new ChangeNothing())),
        ]));
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        if (talk.Prices.AddOns.FirstOrDefault(a => a.Code == answer.Code) is { } addOn)
        {
            if (talk.Draft.AddOns.Contains(addOn.Code))
                AddOnTaker.Drop(talk, addOn);
            else
                AddOnTaker.Put(talk, addOn);
        }
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.AddOns.Clear();
}
