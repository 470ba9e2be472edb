using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Media;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Orders.OrdersTexts;

namespace ShopBot.Dialogs.Orders;

/// <summary>"My orders": the list, one order with its timeline and picture, and cancelling it while that is possible.</summary>
public sealed class OrdersDialog : Errand
{
    public const string DialogId = "orders";
    private const string StepsId = "steps", PickId = "pick", OrderKey = "order";
    private const string Cancel = "cancel", Time = "time", Wait = "wait", Others = "others", Enough = "enough", Yes = "yes", No = "no";
    private const int MostListed = 8;

    private readonly OrderReader _orders;
    private readonly PickupWaitReader _waits;
    private readonly ReturnReader _returns;
    private readonly CancelOrder _cancelOrder;
    private readonly OrderFindings _findings;
    private readonly OrderLinks _links;

    public OrdersDialog(OrderReader orders, PickupWaitReader waits, ReturnReader returns, CancelOrder cancelOrder, OrderFindings findings, OrderLinks links)
        : base(DialogId)
    {
        (_orders, _waits, _returns) = (orders, waits, returns);
        _cancelOrder = cancelOrder;
        _findings = findings;
        _links = links;
        AddDialog(new WaterfallDialog(StepsId, [ListAsync, ShowAsync, ActAsync, CancelAsync]));
        AddDialog(new PickPrompt(PickId));
    }

    /// <summary>The list as an answer in the middle of something else.</summary>
    public async Task<Text> InPassingAsync(Visit visit, CancellationToken ct)
    {
        var orders = await _orders.OfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, MostListed, ct);
        return orders.Count == 0 ? new NoOrdersInPassing() : new OrdersInPassing(string.Join("\n", orders.Select(o => Label(visit.Voice, o))));
    }

    /// <summary>Answers a confirmation that comes a second time.</summary>
    public async Task SayAlreadyPlacedAsync(Visit visit, int number, CancellationToken ct)
    {
        var order = await _orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct);
        await visit.SendAsync(order is null ? new NoSuchOrder(number) : new OrderingTexts.AlreadyPlaced(number, _links.For(order.Token)), ct);
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    /// <remarks>Options: the number of an order, or nothing for the list.</remarks>
    private async Task<DialogTurnResult> ListAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        if (step.Options is int number)
            return await step.NextAsync(new FoundChoice { Value = number.ToString(CultureInfo.InvariantCulture) }, ct);
        var orders = await _orders.OfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, MostListed, ct);
        if (orders.Count == 0)
        {
            await SmallTalk.SendWithMenuAsync(visit, new NoOrders(), ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        }
        if (orders.Count == 1)
            return await step.NextAsync(new FoundChoice { Value = Code(orders[0]) }, ct);
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskWhich()),
            Choices = [.. orders.Select(o => PickPrompt.Choice(Code(o), Label(visit.Voice, o)))],
        }, ct);
    }

    private async Task<DialogTurnResult> ShowAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var number = int.Parse(((FoundChoice)step.Result).Value, CultureInfo.InvariantCulture);
        if (await _orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct) is not { } order)
        {
            await SmallTalk.SendWithMenuAsync(visit, new NoSuchOrder(number), ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        }
        step.Values[OrderKey] = number;
        var choices = new List<Choice>();
        if (order is { Handover: Handover.Collection, State: OrderState.Placed or OrderState.Accepted } && visit.Content.Pickups is not null)
            choices.Add(PickPrompt.Choice(Time, visit.Say(new PickupTexts.MoveIt(number))));
        var wait = order is { Pickup: null, Handover: Handover.Collection } ? await _waits.FindAsync(visit.Shop, order.Id, ct) : null;
        if (WaitView.Choice(visit, order, wait) is { } line)
            choices.Add(PickPrompt.Choice(Wait, visit.Say(line)));
        if (OrderStates.MayCancel(order.State))
            choices.Add(PickPrompt.Choice(Cancel, visit.Say(new CancelThis())));
        choices.Add(PickPrompt.Choice(Others, visit.Say(new OtherOrders())));
        choices.Add(PickPrompt.No(Enough, visit.Say(new OrdersTexts.Enough())));
        if (order.Photos.Count > 0)
            await visit.SendAsync(Picture(visit.Voice, order), ct);
        var (found, toDecide) = await _findings.OfAsync(visit, order, ct);
        var words = visit.Say(DetailOf(visit, order, wait, await _returns.FindAsync(visit.Shop, order.Id, ct)));
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = Visit.Message(found.Length > 0 ? $"{words}\n{found}" : words),
            Choices = [.. toDecide, .. choices],
        }, ct);
    }

    private async Task<DialogTurnResult> ActAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var picked = ((FoundChoice)step.Result).Value;
        if (await _findings.TakeAsync(visit, (int)step.Values[OrderKey], picked, ct) is { } answer)
        {
            await visit.SendAsync(answer, ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        }
        switch (picked)
        {
            case Cancel:
                return await step.PromptAsync(PickId, new PromptOptions
                {
                    Prompt = visit.Message(new AskCancel((int)step.Values[OrderKey])),
                    Choices =
                    [
                        PickPrompt.Yes(Yes, visit.Say(new CancelYes())),
                        PickPrompt.No(No, visit.Say(new CancelNo())),
                    ],
                }, ct);
            case Others:
                return await step.ReplaceDialogAsync(StepsId, cancellationToken: ct);
            default:
                await visit.SendAsync(new AllRight(), ct);
                return await step.EndDialogAsync(cancellationToken: ct);
        }
    }

    private async Task<DialogTurnResult> CancelAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var number = (int)step.Values[OrderKey];
        await visit.SendAsync(((FoundChoice)step.Result).Value == Yes ? await CancelAsync(visit, number, ct) : new NotCancelled(number), ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private async Task<Text> CancelAsync(Visit visit, int number, CancellationToken ct) =>
        await _cancelOrder.RunAsync(visit.Shop, visit.NextKey("cancel-order"), new Actor(visit.Contact), visit.Visitor.CustomerId, number, ct) switch
        {
            CancelOrderResult.Cancelled => new Cancelled(number),
            CancelOrderResult.AlreadyCancelled => new AlreadyCancelled(number),
            CancelOrderResult.TooLate late => new TooLateToCancel(number, await StateAsync(visit, number, late.State, ct)),
            _ => new NoSuchOrder(number),
        };

    private async Task<string> StateAsync(Visit visit, int number, OrderState state, CancellationToken ct) =>
        await _orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct) is { } order
            ? OrderView.State(visit.Voice, order.Kind, state)
            : "";

    private Detail DetailOf(Visit visit, OrderDetails order, PickupWaiting? wait, ReturnCard? comesBack) => new Detail(
        order.Number, OrderView.State(visit.Voice, order), OrderView.Lines(visit.Voice, order), order.Total.ToString(),
        string.Join("\n", [WaitView.Facts(visit, OrderView.Facts(visit.Voice, order), wait), .. ReturnView.Facts(visit.Voice, comesBack)]),
        OrderView.Timeline(visit.Voice, order, visit.Settings.Zone), _links.For(order.Token));

    private static Activity Picture(Voice voice, OrderDetails order)
    {
        var latest = order.Photos[^1];
        var message = Visit.Message(latest.Caption ?? voice.Say(new Photos(order.Photos.Count)));
        message.Attachments = [new Attachment("image/jpeg", MediaReference.For(latest.MediaId))];
        return message;
    }

    /// <summary>An order as one line to tap.</summary>
    internal static string Label(Voice voice, OrderCard order) =>
        voice.Say(new OrderChoice(order.Number, OrderView.State(voice, order), OrderView.Items(voice, order)));

    private static string Code(OrderCard order) => order.Number.ToString(CultureInfo.InvariantCulture);
}
