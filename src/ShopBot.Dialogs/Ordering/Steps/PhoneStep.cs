using ShopBot.Dialogs.Errands;
using ShopBot.Shops.Customers;
using ShopBot.Dialogs.Hearing;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class PhoneStep : DraftStep
{
    public override OrderField Field => OrderField.Phone;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Phone is null;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Open(talk.Visit.Say(new AskPhone())));

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        if (answer.Text.Length == 0)
            return Wrong(new ErrandTexts.WordsNeeded());
        if (PhoneNumbers.Read(answer.Text) is not { } phone)
            return Wrong(new PhoneUnusable(Heard.Quote(answer.Text)));
        talk.Draft.Phone = phone;
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Phone = null;
}
