using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Rounds;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>Who fetches what: taking, taking over, giving back, and saying that nobody was there.</summary>
public sealed class RoundDesk(
    TakeFetch takeFetch, GiveBackFetch giveBack, ReportNobodyHome reportNobody, OrderMover mover, OrderReader orders, Handovers handovers, VisitorBook visitors, ErrandSet errands,
    TimeProvider clock) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.Accept, StaffWord.TakeOver, StaffWord.GiveBack, StaffWord.NobodyHome];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        if (command.Number is not { } number)
        {
            await visit.SendAsync(new StaffTexts.WhichOrder(Heard.Quote(visit.Said)), ct);
            return;
        }
        var answer = command.Word switch
        {
            StaffWord.GiveBack => await GiveBackAsync(visit, number, ct),
            StaffWord.NobodyHome => await NobodyHomeAsync(visit, number, ct),
            _ => await TakeAsync(visit, number, takeOver: command.Word == StaffWord.TakeOver, ct),
        };
        if (answer.Text is not StaffTexts.NoSuchOrder)
            note.StaffOrder = number;
        await errands.LeaveAsync(dialogs, ct);
        await visit.SendAsync(Message(visit, answer), ct);
    }

    private async Task<Answer> TakeAsync(Visit visit, int number, bool takeOver, CancellationToken ct)
    {
        switch (await takeFetch.RunAsync(visit.Shop, visit.NextKey("take-fetch"), new Actor(visit.Contact), number, takeOver, ct))
        {
            case TakeFetchResult.Taken { From: { } from }:
                return new Answer(new TakenOver(number, from));
            case TakeFetchResult.Taken { Accepted: { } accepted }:
                return new Answer(await mover.SayMovedAsync(visit, accepted, ct), MayUndo: mover.MayUndo(visit));
            case TakeFetchResult.Taken:
                return new Answer(new Yours(number), MayUndo: mover.MayUndo(visit));
            case TakeFetchResult.AlreadyYours:
                return new Answer(new AlreadyYours(number));
            case TakeFetchResult.SomebodyElses other:
                return new Answer(new TakenBy(number, other.By, At(visit, other.At)), TakeOver: number);
            case TakeFetchResult.NoSuchOrder:
                return new Answer(new StaffTexts.NoSuchOrder(number));
            case TakeFetchResult.NotStaff:
                return await NoLongerStaffAsync(visit, ct);
            default:
                return new Answer((await mover.MoveAsync(visit, number, OrderState.Accepted, new MoveDetails(), ct))!, MayUndo: mover.MayUndo(visit));
        }
    }

    private async Task<Answer> GiveBackAsync(Visit visit, int number, CancellationToken ct) =>
        await giveBack.RunAsync(visit.Shop, visit.NextKey("give-back"), new Actor(visit.Contact), number, ct) switch
        {
            GiveBackFetchResult.GivenBack { Told: 0 } => new Answer(new GaveBackAlone(number)),
            GiveBackFetchResult.GivenBack given => new Answer(new GaveBack(number, given.Told)),
            GiveBackFetchResult.SomebodyElses other => new Answer(new NotYoursToGive(number, other.By)),
            GiveBackFetchResult.NobodyHasIt => new Answer(new NobodyHasIt(number)),
            GiveBackFetchResult.NotToBeFetched not => new Answer(await NotToBeFetchedAsync(visit, number, not.State, ct)),
            GiveBackFetchResult.NoSuchOrder => new Answer(new StaffTexts.NoSuchOrder(number)),
            _ => await NoLongerStaffAsync(visit, ct),
        };

    private async Task<Answer> NobodyHomeAsync(Visit visit, int number, CancellationToken ct)
    {
        switch (await reportNobody.RunAsync(visit.Shop, visit.NextKey("nobody-home"), new Actor(visit.Contact), number, ct))
        {
            case ReportNobodyHomeResult.Reported { IsTold: false }:
                return new Answer(new NobodyReportedGone(number));
            case ReportNobodyHomeResult.Reported { Times: 1 } first:
                return new Answer(new NobodyReported(number, first.Name));
            case ReportNobodyHomeResult.Reported again:
                return new Answer(new NobodyReportedAgain(number, again.Name, again.Times));
            case ReportNobodyHomeResult.TooEarly early:
                return new Answer(new NobodyTooEarly(number, At(visit, early.BeginsAt)));
            // Nobody takes the clean laundry either: it goes back.
            case ReportNobodyHomeResult.NotToBeFetched { State: OrderState.Delivering }:
                var missed = await handovers.MissAsync(visit, number, ct);
                return new Answer(missed.Words, MayUndo: missed.IsDone && mover.MayUndo(visit));
            case ReportNobodyHomeResult.NotToBeFetched not:
                return new Answer(await NotToBeFetchedAsync(visit, number, not.State, ct));
            case ReportNobodyHomeResult.NoSuchOrder:
                return new Answer(new StaffTexts.NoSuchOrder(number));
            default:
                return await NoLongerStaffAsync(visit, ct);
        }
    }

    private async Task<Text> NotToBeFetchedAsync(Visit visit, int number, OrderState state, CancellationToken ct)
    {
        var order = (await orders.FindAsync(visit.Shop, number, ct))!;
        return new NotToBeFetched(number, OrderView.State(visit.Voice, order.Kind, state));
    }

    private async Task<Answer> NoLongerStaffAsync(Visit visit, CancellationToken ct)
    {
        await visitors.RecogniseStaffAsync(visit, ct);
        return new Answer(new StaffTexts.NoLongerStaff());
    }

    private static Activity Message(Visit visit, Answer answer)
    {
        var choices = new List<string>();
        if (answer.TakeOver is { } number)
            choices.Add(visit.Say(new DoTakeOver(number)));
        if (answer.MayUndo)
            choices.Add(visit.Say(new DoUndo()));
        choices.Add(visit.Say(new StaffTexts.MenuToday()));
        return visit.Message(answer.Text, choices);
    }

    private string At(Visit visit, DateTimeOffset at) => ShiftWords.At(visit.Voice, at, clock.GetUtcNow(), visit.Settings.Zone);

    /// <param name="TakeOver">The order that may be taken over.</param>
    private sealed record Answer(Text Text, int? TakeOver = null, bool MayUndo = false);
}
