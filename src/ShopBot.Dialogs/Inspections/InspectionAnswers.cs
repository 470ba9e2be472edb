using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Shops.Inspections;

namespace ShopBot.Dialogs.Inspections;

/// <summary>Hears the answers to questions about something found, days later and in the middle of something else.</summary>
public sealed class InspectionAnswers(InspectionDesk desk, InspectionReader inspections, TimeProvider clock) : ICustomerAnswers
{
    public async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        var before = note.SpokeAt;
        note.SpokeAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (visit.Content.Inspections is not { } asked || visit.Said.Length == 0)
            return false;
        // Between two errands the numbers of the choices count too, where nothing was said since the question came.
        if (Numbers.IsPlain(visit.Key, out var place))
            return dialogs.ActiveDialog is null && place is >= 1 and <= 4 && await TakePlaceAsync(dialogs, visit, (int)place, before, ct);
        if (asked.Answers.Read(visit.Key) is not { } said)
            return false;
        if (said.Number is { } number)
            return await SendAsync(dialogs, visit, await desk.AnswerAsync(visit, number, said.Letter, said.Answer, IsChoice(visit, said), ct), ct);
        return MayMeanIt(dialogs, visit) && await TakeWordsAsync(dialogs, visit, said.Answer, ct);
    }

    // Whoever says what only our choices say means an answer; "return 2" alone may mean anything.
    private static bool IsChoice(Visit visit, SaidAnswer said) => visit.Content.Voices.Any(v => FindingWords.IsChoice(v, visit.Key, said));

    // Words without a number: not where they answer another question.
    private static bool MayMeanIt(DialogContext dialogs, Visit visit) =>
        dialogs.ActiveDialog is null or { Id: OrdersDialog.DialogId } && visit.Content.Commands.Find(visit.Key) is null && !OpenQuestion.Offers(dialogs, visit.Key);

    private async Task<bool> TakeWordsAsync(DialogContext dialogs, Visit visit, FindingAnswer answer, CancellationToken ct)
    {
        var open = await inspections.OpenOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, ct);
        return open.Count switch
        {
            0 => false,
            1 => await SendAsync(dialogs, visit, await desk.AnswerAsync(visit, open[0].Number, open[0].Finding.Letter, answer, isSure: true, ct), ct),
            _ => await SendAsync(dialogs, visit, InspectionDesk.AskWhich(visit, open, answer), ct),
        };
    }

    private async Task<bool> TakePlaceAsync(DialogContext dialogs, Visit visit, int place, long spokeAt, CancellationToken ct)
    {
        var unheard = (await inspections.OpenOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, ct))
            .Where(c => c.Finding.State == FindingState.Asked && c.Finding.AskedAt.ToUnixTimeMilliseconds() >= spokeAt).ToList();
        // Of two questions a number says too little.
        return unheard is [var card] && place <= card.Finding.Offers.Count
            && await SendAsync(dialogs, visit, await desk.AnswerAsync(visit, card.Number, card.Finding.Letter, card.Finding.Offers[place - 1], isSure: true, ct), ct);
    }

    private static async Task<bool> SendAsync(DialogContext dialogs, Visit visit, Activity? answer, CancellationToken ct)
    {
        if (answer is null)
            return false;
        if (dialogs.ActiveDialog is null or { Id: OrdersDialog.DialogId })
        {
            await dialogs.CancelAllDialogsAsync(ct);
            await visit.SendAsync(answer, ct);
            return true;
        }
        // What was under way goes on where it was.
        visit.First(answer.Text);
        await ErrandSet.AskAgainAsync(dialogs, ct);
        return true;
    }
}
