using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Sentences;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>When the customer would like it. Asked only where a time was said that will not do or may mean two, and to change it.</summary>
internal sealed class WantedStep : DraftStep
{
    public override OrderField Field => OrderField.Wanted;

    public override bool IsOpen(OrderTalk talk) => talk.Draft.OrWantedWindow is not null || (talk.Draft.AsksWanted && PickupStep.PlanFor(talk) is null);

    public override Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (voice, draft) = (talk.Visit.Voice, talk.Draft);
        if (draft.OrWantedWindow is null || !WantedWindow.TryParse(draft.WantedWindow, out var first) || !WantedWindow.TryParse(draft.OrWantedWindow, out var other))
            return Task.FromResult<OrderQuestion>(new OrderQuestion.Open(voice.Say(new AskWanted()), voice.Say(new AnyTime())));
        return Task.FromResult<OrderQuestion>(new OrderQuestion.Pick(voice.Say(new AskWantedWhich()),
        [
            PickPrompt.Choice(draft.WantedWindow!, WantedWords.Choice(voice, first)),
            PickPrompt.Choice(draft.OrWantedWindow, WantedWords.Choice(voice, other)),
        ]));
    }

    public override Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        if (answer.Code.Length > 0)
        {
            (draft.WantedWindow, draft.OrWantedWindow) = (answer.Code, null);
            return TakenTask;
        }
        if (answer.Text.Length == 0)
            return Wrong(new ErrandTexts.WordsNeeded());
        // "1" taps the only choice there is.
        if (visit.Key is "1" || visit.IsSaying(new AnyTime()) || visit.Content.Commands.Find(visit.Key) is Command.No)
        {
            Clear(talk);
            return TakenTask;
        }
        var sentence = ShopSentence.Read(answer.Text, talk.Shelf, talk.Setting);
        if (!sentence.SaysWhen)
            return Wrong(new WantedUnclear(Heard.Quote(answer.Text)));
        if (WantedTaker.Take(talk, sentence) is { } wrong)
            return Wrong(wrong);
        draft.AsksWanted = false;
        return TakenTask;
    }

    public override void Clear(OrderTalk talk)
    {
        var draft = talk.Draft;
        (draft.WantedDay, draft.WantedWindow, draft.OrWantedWindow, draft.AsksWanted) = (null, null, null, false);
    }
}
