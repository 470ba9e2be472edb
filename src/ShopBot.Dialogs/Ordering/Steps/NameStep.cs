using ShopBot.Dialogs.Errands;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class NameStep : DraftStep
{
    private const int Longest = 30;

    public override OrderField Field => OrderField.Name;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Name is null;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Open(talk.Visit.Say(new AskName())));

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        if (answer.Text.Length == 0)
            return Wrong(new ErrandTexts.WordsNeeded());
        var (name, phone) = NameAndPhone.Split(answer.Text);
        if (name.Length > Longest || !name.Any(char.IsLetter) || name.Contains('\n', StringComparison.Ordinal))
            return Wrong(new NameUnusable(Longest));
        talk.Draft.Name = name;
        talk.Draft.Phone = phone ?? talk.Draft.Phone;
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Name = null;
}
