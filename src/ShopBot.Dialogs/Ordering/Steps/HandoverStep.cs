using ShopBot.Dialogs.Errands;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>Picked up, brought or collected; asked only where what was chosen can be had in more than one way.</summary>
internal sealed class HandoverStep(CustomerReader customers) : DraftStep
{
    public override OrderField Field => OrderField.Handover;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Handover is null;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(talk.Visit.Say(new AskHandover()),
            [.. Offered(talk).Select(h => PickPrompt.Choice(h.ToString(), OrderWords.Handover(talk.Visit.Voice, h)))]));

    public override async Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        await PutAsync(talk, Enum.Parse<Handover>(answer.Code), ct);
        return Taken;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Handover = null;

    /// <summary>What every line of the order can be had by.</summary>
    public static IReadOnlyList<Handover> Offered(OrderTalk talk) =>
        [.. talk.Draft.Lines.Select(l => talk.Shelf.Find(l.Product!)?.Handovers ?? [])
            .Aggregate((all, next) => [.. all.Intersect(next)])];

    /// <summary>The way that needs no question: the only one there is, or the one that was said, be it by naming an address.</summary>
    public static Handover? Meant(OrderTalk talk)
    {
        var offered = Offered(talk);
        if (offered.Count == 1)
            return offered[0];
        if (talk.Draft.SaidHandover is { } said && offered.Contains(said))
            return said;
        var toAddress = offered.Where(h => h != Handover.Pickup).ToList();
        return talk.Draft.Address is not null && toAddress.Count == 1 ? toAddress[0] : null;
    }

    /// <summary>Sets the way and drops the answers that no longer fit it.</summary>
    public async Task PutAsync(OrderTalk talk, Handover handover, CancellationToken ct)
    {
        var draft = talk.Draft;
        (draft.Handover, draft.SaidHandover) = (handover, null);
        if (draft.Payment is { } payment and not PaymentWay.Prepaid && !PaymentStep.Offered(handover).Contains(payment))
            draft.Payment = null;
        if (draft.Known is null && await customers.FindAsync(talk.Visit.Shop, talk.Visit.Visitor.CustomerId, ct) is { Name: { } name, Phone: { } phone } card)
            draft.Known = new KnownContact { Name = name, Phone = phone, Address = card.Address };
    }
}
