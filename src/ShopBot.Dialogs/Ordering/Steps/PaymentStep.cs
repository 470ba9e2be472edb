using ShopBot.Dialogs.Errands;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class PaymentStep : DraftStep
{
    public override OrderField Field => OrderField.Payment;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Payment is null;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(talk.Visit.Say(new AskPayment()),
            [.. Offered(talk.Draft.Handover!.Value).Select(p => PickPrompt.Choice(p.ToString(), OrderWords.Payment(talk.Visit.Voice, p)))]));

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        talk.Draft.Payment = Enum.Parse<PaymentWay>(answer.Code);
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Payment = null;

    public static IReadOnlyList<PaymentWay> Offered(Handover handover) => handover == Handover.Pickup
        ? [PaymentWay.AtPickup, PaymentWay.Transfer]
        : [PaymentWay.OnDelivery, PaymentWay.Transfer];
}
