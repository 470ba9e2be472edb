using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Prepaid;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Prepaid;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>How it is paid; the prepaid card is offered where it covers the whole order.</summary>
internal sealed class PaymentStep(OrderPrices prices, PrepaidReader cards) : DraftStep
{
    public override OrderField Field => OrderField.Payment;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Payment is null;

    public override async Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var visit = talk.Visit;
        var choices = new List<Choice>();
        if (visit.Content.Prepaid is not null && await cards.BalanceAsync(visit.Shop, visit.Visitor.CustomerId, ct) is { Minor: > 0 } balance)
        {
            var (_, total) = await prices.OfAsync(talk, ct);
            if (balance.Minor >= total.Minor)
                choices.Add(PickPrompt.Choice(nameof(PaymentWay.Prepaid), visit.Say(new PrepaidTexts.PaymentPrepaidChoice(balance.ToString())), OrderWords.Payment(visit.Voice, PaymentWay.Prepaid)));
            else
                visit.First(new PrepaidTexts.NotEnoughForThis(balance.ToString(), total.ToString()));
        }
        choices.AddRange(Offered(talk.Draft.Handover!.Value).Select(p => PickPrompt.Choice(p.ToString(), OrderWords.Payment(visit.Voice, p))));
        return new OrderQuestion.Pick(visit.Say(new AskPayment()), choices);
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        talk.Draft.Payment = Enum.Parse<PaymentWay>(answer.Code);
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Payment = null;

    /// <summary>The card was chosen, and no longer covers what the order costs now: the question is open again.</summary>
    public async Task ReopenIfShortAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        if (draft.Payment != PaymentWay.Prepaid)
            return;
        var (balance, (_, total)) = (await cards.BalanceAsync(visit.Shop, visit.Visitor.CustomerId, ct), await prices.OfAsync(talk, ct));
        if (balance.Minor >= total.Minor)
            return;
        draft.Payment = null;
        // The question says what is left on the card.
        if (balance.Minor == 0)
            visit.First(new PrepaidTexts.NoLongerEnough(balance.ToString(), total.ToString()));
    }

    /// <summary>What is always offered; the card comes to it by what is on it.</summary>
    public static IReadOnlyList<PaymentWay> Offered(Handover handover) => handover == Handover.Pickup
        ? [PaymentWay.AtPickup, PaymentWay.Transfer]
        : [PaymentWay.OnDelivery, PaymentWay.Transfer];
}
