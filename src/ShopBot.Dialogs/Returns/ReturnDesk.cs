using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Pickups;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>Takes what customers want of their clean laundry: a line of a notice, tapped whenever, or words of their own.</summary>
public sealed class ReturnDesk(ErrandSet errands, ReturnReader returns, ReturnPurpose purpose, ReturnWindows windows, ReturnPlaces places, SettleReturn settle) : ICustomerAnswers
{
    public async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        if (visit.Content.Returns is null)
            return false;
        if (ReturnSaying.Line(visit) is { } line)
            return await TakeAsync(dialogs, visit, line, ct);
        // In the middle of something else the same words are an answer to that.
        return dialogs.ActiveDialog is null or { Id: WindowDialog.DialogId } && ReturnSaying.Words(visit) is { } said && await TakeAsync(dialogs, visit, said, ct);
    }

    /// <summary>Who is asked for a time may answer with a place instead; a time is the question's own to hear.</summary>
    private async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, ReturnSaying.Said said, CancellationToken ct)
    {
        if (dialogs.ActiveDialog is not null)
        {
            if (said is not (ReturnSaying.Said.Leave or ReturnSaying.Said.AtShop) || (await returns.OpenAsync(visit.Shop, visit.Visitor.CustomerId, ct)).Count == 0)
                return false;
            await errands.LeaveAsync(dialogs, ct);
        }
        return await HearAsync(dialogs, visit, said, ct);
    }

    private async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, ReturnSaying.Tap line, CancellationToken ct)
    {
        if (await purpose.FindAsync(visit, line.Number, ct) is not { } card)
            return false;
        await errands.LeaveAsync(dialogs, ct);
        switch (line)
        {
            case ReturnSaying.Tap.Window window when windows.Named(visit.Shop, card, window.Is) is { } named:
                await BookAsync(dialogs, visit, line.Number, named, ct);
                break;
            case ReturnSaying.Tap.Window:
                visit.First(new PickupTexts.OverMeanwhile(visit.Said));
                await AskWindowAsync(dialogs, line.Number, ct);
                break;
            case ReturnSaying.Tap.Others:
                await AskWindowAsync(dialogs, line.Number, ct);
                break;
            case ReturnSaying.Tap.Settle wish:
                await SettleAsync(visit, line.Number, wish.Wish, ct);
                break;
            default:
                await AskPlaceAsync(dialogs, visit, card, ct);
                break;
        }
        return true;
    }

    private async Task<bool> HearAsync(DialogContext dialogs, Visit visit, ReturnSaying.Said said, CancellationToken ct)
    {
        var open = await returns.OpenAsync(visit.Shop, visit.Visitor.CustomerId, ct);
        // A word about one of several is about the one the courier stands with, or stood with last.
        var meant = said.Number is { } number ? open.FirstOrDefault(c => c.Number == number)
            : open.Count == 1 ? open[0]
            : said is ReturnSaying.Said.Leave ? open.OrderByDescending(c => c.Order == OrderState.Delivering).ThenByDescending(c => c.Misses).FirstOrDefault()
            : null;
        if (meant is null && (open.Count == 0 || said.Number is not null))
            return false;
        switch (said)
        {
            case ReturnSaying.Said.Leave { Place: HandedTo.Locker } or ReturnSaying.Said.Leave { With: not null } when meant is not null:
                var leave = (ReturnSaying.Said.Leave)said;
                await places.LeaveAsync(visit, meant.Number, leave.Place, leave.With, ct);
                return true;
            case ReturnSaying.Said.Leave when meant is not null:
                await AskPlaceAsync(dialogs, visit, meant, ct);
                return true;
            case ReturnSaying.Said.AtShop when meant is not null:
                await SettleAsync(visit, meant.Number, new ReturnWish.AtShop(), ct);
                return true;
            case ReturnSaying.Said.AtShop:
                await visit.SendAsync(visit.Message(new WhichReturn(), open.Select(c => visit.Say(new AtShop(c.Number)))), ct);
                return true;
            default:
                // Without a number the dialog asks which order, and hears the time that was said.
                await dialogs.BeginDialogAsync(WindowDialog.DialogId, meant is null ? null : WindowDialog.For(ReturnPurpose.Name, meant.Number), ct);
                return true;
        }
    }

    private async Task BookAsync(DialogContext dialogs, Visit visit, int number, PickupWindow window, CancellationToken ct)
    {
        switch (await purpose.BookAsync(visit, number, window, ct))
        {
            case WindowBooking.Booked booked:
                await visit.SendAsync(visit.Message(booked.Words, visit.Say(new OtherTimes(number))), ct);
                break;
            case WindowBooking.Refused refused:
                await visit.SendAsync(visit.Message(refused.Why, visit.Say(new FrontDeskTexts.MenuPerson())), ct);
                break;
            case WindowBooking.Gone gone:
                visit.First(gone.Why);
                // The line is not to be heard as a wish for that very time once more.
                visit.Hear("");
                await AskWindowAsync(dialogs, number, ct);
                break;
            case var unknown:
                throw new InvalidOperationException($"Booking a return gave {unknown}, which has no answer.");
        }
    }

    private static Task<DialogTurnResult> AskWindowAsync(DialogContext dialogs, int number, CancellationToken ct)
    {
        Visit.Of(dialogs.Context).Hear("");
        return dialogs.BeginDialogAsync(WindowDialog.DialogId, WindowDialog.For(ReturnPurpose.Name, number), ct);
    }

    private async Task SettleAsync(Visit visit, int number, ReturnWish wish, CancellationToken ct)
    {
        if (wish is ReturnWish.Leave leave)
        {
            await places.LeaveAsync(visit, number, leave.Place, leave.With, ct);
            return;
        }
        var result = await settle.RunAsync(visit.Shop, visit.NextKey("settle-return"), visit.Visitor.CustomerId, number, wish, ct);
        if (result is SettleReturnResult.Settled)
            await visit.SendAsync(wish is ReturnWish.AtShop ? new AtShopNoted(number) : new LaterNoted(number), ct);
        else
            await ReturnPlaces.RefuseAsync(visit, number, result, ct);
    }

    private static async Task AskPlaceAsync(DialogContext dialogs, Visit visit, ReturnCard card, CancellationToken ct)
    {
        if (card.Order is OrderState.Ready or OrderState.Delivering)
            await dialogs.BeginDialogAsync(PlaceDialog.DialogId, card.Number, ct);
        else
            await visit.SendAsync(ReturnPurpose.NotNow(visit, card.Number, card.Order), ct);
    }
}
