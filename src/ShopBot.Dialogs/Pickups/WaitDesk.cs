using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.WaitTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Hears what customers say about waiting for a window: that they take or refuse the one they were offered, join the line, or leave it.</summary>
public sealed partial class WaitDesk(
    AnswerPickupOffer answer, WaitForPickup waiting, PickupWaitReader waits, OrderReader orders, TimeProvider clock) : ICustomerAnswers
{
    public async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        if (visit.Content.Pickups is not { } plan || visit.Key.Length == 0)
            return false;
        if (NumberIn(visit.Key) is not { } number)
            return IsLeaving(visit) && await LeaveAsync(visit, ct);
        if (visit.IsSaying(new TakeOffer(number)))
            await AnswerAsync(visit, number, isWanted: true, ct);
        else if (visit.IsSaying(new RefuseOffer(number)))
            await AnswerAsync(visit, number, isWanted: false, ct);
        else if (visit.IsSaying(new LeaveLine(number)))
            await LeaveAsync(visit, number, ct);
        else if (visit.IsSaying(new JoinLine(number)))
            await JoinAsync(visit, plan, number, ct);
        else
            return false;
        return true;
    }

    private async Task AnswerAsync(Visit visit, int number, bool isWanted, CancellationToken ct)
    {
        var result = await answer.RunAsync(visit.Shop, visit.NextKey("answer-pickup-offer"), new Actor(visit.Contact), visit.Visitor.CustomerId, number, isWanted, ct);
        if (result is AnswerPickupOfferResult.Booked && await OrderAsync(visit, number, ct) is { Pickup: { } booked })
            await visit.SendAsync(new PickupTexts.PickupBookedLater(number, PickupWords.When(visit.Voice, booked)), ct);
        else
            await SayAsync(visit, number, result switch
            {
                AnswerPickupOfferResult.Declined => new OfferDeclined(number),
                AnswerPickupOfferResult.Over => new OfferOver(number),
                AnswerPickupOfferResult.NotYours => new OrdersTexts.NoSuchOrder(number),
                _ => new NoOffer(number),
            }, ct);
    }

    /// <returns>False where nobody waits: then the words mean something else.</returns>
    private async Task<bool> LeaveAsync(Visit visit, CancellationToken ct)
    {
        switch (await waits.OpenOfAsync(visit.Shop, visit.Visitor.CustomerId, ct))
        {
            case []:
                return false;
            case [var only]:
                await LeaveAsync(visit, only.Number, ct);
                return true;
            case var several:
                await visit.SendAsync(visit.Message(new AskWhichToLeave(), several.Select(w => visit.Say(new LeaveLine(w.Number)))), ct);
                return true;
        }
    }

    private async Task LeaveAsync(Visit visit, int number, CancellationToken ct) => await SayAsync(visit, number,
        await waiting.LeaveAsync(visit.Shop, visit.NextKey("leave-pickup-line"), visit.Visitor.CustomerId, number, ct) switch
        {
            WaitForPickupResult.Left => new LeftLine(number),
            WaitForPickupResult.NotYours => new OrdersTexts.NoSuchOrder(number),
            _ => new NotInLine(number),
        }, ct);

    private async Task JoinAsync(Visit visit, PickupPlan plan, int number, CancellationToken ct)
    {
        var order = await OrderAsync(visit, number, ct);
        if (order is null)
        {
            await visit.SendAsync(new OrdersTexts.NoSuchOrder(number), ct);
            return;
        }
        if (plan.AreaOf(order.Address, order.Point, order.Pickup) is not { } area)
        {
            await visit.SendAsync(new PickupTexts.InNoArea(number, order.Address ?? ""), ct);
            return;
        }
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), visit.Settings.Zone).DateTime;
        var wish = WaitWish.For(plan, area, order.Wanted, now);
        var result = await waiting.JoinAsync(visit.Shop, visit.NextKey("join-pickup-line"), visit.Visitor.CustomerId, number, wish, ct);
        if (result is WaitForPickupResult.Joined)
            await visit.SendAsync(visit.Message(new Joined(number, WaitWish.Say(visit.Voice, plan, wish)), visit.Say(new LeaveLine(number))), ct);
        else
            await SayAsync(visit, number, result is WaitForPickupResult.NotYours ? new OrdersTexts.NoSuchOrder(number) : new CannotWait(number), ct);
    }

    // Whoever has no window is shown the way to one.
    private static Task SayAsync(Visit visit, int number, Text words, CancellationToken ct) =>
        visit.SendAsync(words is OrdersTexts.NoSuchOrder ? visit.Message(words) : visit.Message(words, visit.Say(new PickupTexts.MoveIt(number))), ct);

    private Task<OrderDetails?> OrderAsync(Visit visit, int number, CancellationToken ct) => orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct);

    private static bool IsLeaving(Visit visit) =>
        visit.Say(new LeaveWords()).Split([',', '，', '、'], StringSplitOptions.TrimEntries).Any(word => Heard.Key(word) == visit.Key);

    private static int? NumberIn(string key) =>
        LastNumber().Match(key) is { Success: true } digits && int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"[0-9]{1,6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex LastNumber();
}
