using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

internal sealed class NoteStep : DraftStep
{
    public const int Longest = 200;

    public override OrderField Field => OrderField.Note;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.Note is null;

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct) =>
        Task.FromResult<OrderQuestion>(new OrderQuestion.Open(talk.Visit.Say(new AskNote()), talk.Visit.Say(new NoNote())));

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        if (answer.Text.Length == 0)
            return Wrong(new ErrandTexts.WordsNeeded());
        if (answer.Text.Length > Longest)
            return Wrong(new NoteTooLong(Longest));
        var visit = talk.Visit;
        // "1" taps the only choice there is.
        var isNothing = visit.Key is "1" || visit.Key == Heard.Key(visit.Say(new NoNote()))
            || visit.Content.Commands.Find(visit.Key) is Command.No;
        talk.Draft.Note = isNothing ? "" : answer.Text;
        return TakenTask;
    }

    public override void Clear(OrderTalk talk) => talk.Draft.Note = null;
}
