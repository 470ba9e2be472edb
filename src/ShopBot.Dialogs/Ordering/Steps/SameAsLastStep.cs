using ShopBot.Dialogs.Errands;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>Offers what a customer told us last time: one tap in place of three answers.</summary>
internal sealed class SameAsLastStep : DraftStep
{
    private const string Same = "same", Other = "other";

    public override OrderField Field => OrderField.SameAsLast;

    public override bool IsOpen(OrderTalk talk) =>
        talk.Draft is { SameAsLastAsked: false, Known: { } known, Name: null, Phone: null }
        && (!talk.Draft.NeedsAddress || talk.Draft.Address is not null || known.Address is not null);

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft, known) = (talk.Visit, talk.Draft, talk.Draft.Known!);
        var phone = PhoneNumbers.Masked(known.Phone);
        // An address that was just said is not asked for again.
        var words = draft is { NeedsAddress: true, Address: null }
            ? visit.Say(new AskSameAddressAsLast(known.Address!, known.Name, phone))
            : visit.Say(new AskSameAsLast(known.Name, phone));
        return Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(words,
        [
            PickPrompt.Yes(Same, visit.Say(new SameAsLast())),
            PickPrompt.No(Other, visit.Say(new NotSameAsLast())),
        ]));
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        draft.SameAsLastAsked = true;
        if (answer.Code == Same)
        {
            (draft.Name, draft.Phone) = (draft.Known!.Name, draft.Known.Phone);
            if (draft.NeedsAddress)
                draft.Address ??= draft.Known.Address;
        }
        return TakenTask;
    }

    public override void Clear(OrderTalk talk)
    {
        var draft = talk.Draft;
        (draft.SameAsLastAsked, draft.Name, draft.Phone, draft.Address, draft.Latitude, draft.Longitude) = (false, null, null, null, null, null);
    }
}
