using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Pieces;
using ShopBot.Dialogs.Prepaid;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Prepaid;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>Shows the whole order; from here it is placed, changed, added to or dropped.</summary>
internal sealed class SummaryStep(PlaceOrder placeOrder, OrderPrices prices, OrderReader orders, PrepaidReader cards, OrderLinks links) : DraftStep
{
    private const string Confirm = "confirm", Add = "add", Change = "change", Drop = "drop", NotInBag = "not-in-bag";
    private const int MostLines = 10;

    public override OrderField Field => OrderField.Summary;

    /// <summary>What is asked when nothing else is.</summary>
    public override bool IsOpen(OrderTalk talk) => true;

    public override async Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var (lines, total) = await prices.OfAsync(talk, ct);
        draft.ShownTotal = total.Minor;
        var words = visit.Say(new Summary(lines, total.ToString(), Details(talk)));
        return new OrderQuestion.Pick(words,
        [
            PickPrompt.Yes(Confirm, visit.Say(new ConfirmOrder())),
            PickPrompt.Choice(Change, visit.Say(new ChangeSomething())),
            PickPrompt.Choice(Add, visit.Say(new AddAnother())),
            PickPrompt.No(Drop, visit.Say(new DropOrder())),
            .. PieceWords.HasBag(talk) ? [PickPrompt.Choice(NotInBag, visit.Say(new PiecesTexts.WhatNotInBag()))] : Array.Empty<Choice>(),
        ]);
    }

    public override async Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        switch (answer.Code)
        {
            case Confirm:
                return await PlaceAsync(talk, ct);
            case Add when draft.Lines.Count >= MostLines:
                return new OrderOutcome.Wrong(new TooManyLines(MostLines));
            case Add:
                (draft.Pick, draft.Replaces) = (new DraftLine(), null);
                return new OrderOutcome.Turned();
            case NotInBag when talk.Visit.Content.Pieces is { } list:
                talk.Visit.First(PieceWords.NotInBag(talk.Visit.Voice, list));
                return new OrderOutcome.Turned();
            case Change:
                draft.Changing = OrderField.Change;
                return new OrderOutcome.Turned();
            default:
                await SmallTalk.SendWithMenuAsync(talk.Visit, new OrderDropped(), ct);
                return new OrderOutcome.Finished();
        }
    }

    public override void Clear(OrderTalk talk)
    {
        // Nothing was answered here that could be taken out.
    }

    private async Task<OrderOutcome> PlaceAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var window = PickupStep.Chosen(talk);
        var plan = PickupStep.PlanFor(talk);
        var until = window is null ? null : plan?.ClosesAt(window, visit.Settings.Zone);
        var request = new OrderRequest(
            visit.Visitor.CustomerId, [.. draft.Lines.Select(l => new LineRequest(l.Product!, l.Variant!, l.Quantity))], draft.ShownTotal,
            draft.Handover!.Value, draft.Payment!.Value, draft.Name!, draft.Phone!, draft.NeedsAddress ? draft.Address : null, draft.Note,
            draft.WantedTime, window, until, plan is null ? null : PickupStep.RoomFor(plan, draft))
        {
            Rules = talk.Prices,
            AddOns = draft.AddOns,
            Wait = PickupStep.WaitOf(talk),
            Point = draft.NeedsAddress ? draft.Point : null,
            Pieces = PieceWords.HasBag(talk) ? PieceWords.Of(talk) : [],
        };
        switch (await placeOrder.RunAsync(visit.Shop, draft.Key, new Actor(visit.Contact), request, ct))
        {
            case PlaceOrderResult.Placed placed:
                visit.Visitor.LastOrder = placed.Number;
                // What was kept is the order's now.
                draft.Hold = null;
                await visit.SendAsync(new Placed(placed.Number, await LinesAsync(talk, placed, ct), new Money(placed.TotalInMinor, placed.Currency).ToString(),
                    links.For(placed.Token), await NextAsync(talk, window, placed.Number, ct)), ct);
                return new OrderOutcome.Finished();
            case PlaceOrderResult.OutOfStock(var index, var left):
                return Short(talk, index, left);
            case PlaceOrderResult.TooMany(var index, var most):
                return Reopen(talk, index, new QuantityTooMany(most, UnitOf(talk, draft.Lines[index])));
            case PlaceOrderResult.Gone(var index):
                return Short(talk, index, left: 0);
            case PlaceOrderResult.PriceChanged(var total, var currency):
                draft.Attempt++;
                visit.First(new PriceChangedMeanwhile(new Money(draft.ShownTotal, currency).ToString(), new Money(total, currency).ToString()));
                return new OrderOutcome.Turned();
            case PlaceOrderResult.PrepaidShort(var balance, var currency):
                draft.Attempt++;
                draft.Payment = null;
                visit.First(new PrepaidTexts.NoLongerEnough(new Money(balance, currency).ToString(), new Money(draft.ShownTotal, currency).ToString()));
                return new OrderOutcome.Turned();
            case PlaceOrderResult.PickupFull:
                return ReopenPickup(talk, new PickupTexts.FilledMeanwhile(PickupWords.When(visit.Voice, window!)));
            case PlaceOrderResult.PickupOver:
                return ReopenPickup(talk, new PickupTexts.OverMeanwhile(PickupWords.When(visit.Voice, window!)));
            case var unknown:
                throw new InvalidOperationException($"PlaceOrder gave {unknown}, which has no answer.");
        }
    }

    // As they are stored: what was taken off for the first order is so no more once it is placed.
    private async Task<string> LinesAsync(OrderTalk talk, PlaceOrderResult.Placed placed, CancellationToken ct) =>
        await orders.FindAsync(talk.Visit.Shop, placed.OrderId, ct) is { } order ? OrderView.Lines(talk.Visit.Voice, order) : OrderWords.Lines(talk);

    private static OrderOutcome.Turned Short(OrderTalk talk, int index, int left)
    {
        var draft = talk.Draft;
        var line = draft.Lines[index];
        var item = OrderWords.Item(talk.Visit.Voice, talk.Shelf, line);
        if (left > 0)
            return Reopen(talk, index, new FewLeftMeanwhile(item, left, UnitOf(talk, line)));
        draft.Attempt++;
        draft.Lines.RemoveAt(index);
        talk.Visit.First(new SoldOutMeanwhile(item));
        return new OrderOutcome.Turned();
    }

    // The refusal is stored under the key; the next confirmation must be a request of its own.
    private static OrderOutcome.Turned Reopen(OrderTalk talk, int index, Text why)
    {
        var draft = talk.Draft;
        draft.Attempt++;
        (draft.Changing, draft.ChangingLine) = (OrderField.Quantity, index);
        talk.Visit.First(why);
        return new OrderOutcome.Turned();
    }

    private static OrderOutcome.Turned ReopenPickup(OrderTalk talk, Text why)
    {
        var draft = talk.Draft;
        draft.Attempt++;
        (draft.Pickup, draft.PickupAfter) = (null, null);
        talk.Visit.First(why);
        return new OrderOutcome.Turned();
    }

    private static string UnitOf(OrderTalk talk, DraftLine line) => talk.Shelf.Find(line.Product!)?.Unit.In(talk.Visit.Voice) ?? "";

    private static string Details(OrderTalk talk)
    {
        var (voice, draft) = (talk.Visit.Voice, talk.Draft);
        var details = OrderWords.Details(voice, draft.Handover!.Value, draft.Address, draft.Name!, draft.Phone!, draft.Payment!.Value, draft.Note,
            draft.WantedTime, PickupStep.Chosen(talk) is { } window ? PickupWords.When(voice, window)
            : PickupStep.WaitOf(talk) is { } wish ? WaitWish.Say(voice, PickupStep.PlanFor(talk)!, wish) : null);
        return string.Join("\n", details.Concat(PieceWords.Summary(talk)));
    }

    private async Task<string> NextAsync(OrderTalk talk, PickupWindow? window, int number, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var next = visit.Say(draft.Handover switch
        {
            Handover.Pickup => new NextPickup(),
            Handover.Delivery => new NextDelivery(),
            _ when draft is { PickupWithout: true, Wait: not null } => new WaitTexts.NextWaiting(),
            _ when window is not null => new PickupTexts.NextBooked(PickupWords.When(visit.Voice, window)),
            _ => new NextCollection(),
        });
        return draft.Payment switch
        {
            PaymentWay.Transfer => $"{next}\n{visit.Say(new NextTransfer(number))}",
            PaymentWay.Prepaid => $"{visit.Say(new PrepaidTexts.PaidByCard((await cards.BalanceAsync(visit.Shop, visit.Visitor.CustomerId, ct)).ToString()))}\n{next}",
            _ => next,
        };
    }
}
