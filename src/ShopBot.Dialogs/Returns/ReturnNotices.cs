using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>To the customer: when shall it come? Said again after they said nothing, or "later".</summary>
public sealed class ReturnAskedNotice(ReturnReader returns, OrderReader orders, ReturnWindows windows, OrderLinks links, NoticeForms forms) : Notice<ReturnAsked>
{
    protected override IReadOnlyList<string> FormNames(ReturnAsked fact) => [NoticeForms.OfState(OrderState.Ready), NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(ReturnAsked fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: OrderState.Ready } order
            || await returns.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: ReturnState.Asked } card)
            return null;
        var (hasWindows, lines) = await windows.LinesAsync(fact.Shop, order.CustomerId, card, voice, isMissed: false, ct);
        var link = links.For(order.Token);
        var message = Visit.Message(voice.Say(hasWindows ? new AskAgain(order.Number, link) : new CleanNoWindows(order.Number, link)), lines);
        message.ChannelData = forms.ForCustomer(order, voice, order.History[^1].At, OrderView.State(voice, order), "");
        return message;
    }
}

/// <summary>To the customer: the window they chose begins soon.</summary>
public sealed class ReturnSoonNotice(ReturnReader returns, OrderReader orders, NoticeForms forms) : Notice<ReturnSoon>
{
    protected override IReadOnlyList<string> FormNames(ReturnSoon fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(ReturnSoon fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: OrderState.Ready } order
            || await returns.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: ReturnState.Booked, Window: { } window } card)
            return null;
        var when = PickupWords.When(voice, window);
        var message = Visit.Message(voice.Say(ReturnWords.Place(voice, card.Leave, card.LeaveWith) is { } place
            ? new SoonLeave(order.Number, when, place)
            : new Soon(order.Number, when)));
        message.ChannelData = forms.ForCustomer(order, voice, order.History[^1].At, OrderView.State(voice, order), when);
        return message;
    }
}

/// <summary>To staff: something about a return.</summary>
public sealed class ReturnStaffNotice(ReturnReader returns, OrderReader orders, NoticeForms forms) : Notice<ReturnNeedsStaff>
{
    protected override IReadOnlyList<string> FormNames(ReturnNeedsStaff fact) => [];

    protected override async Task<Activity?> WriteAsync(ReturnNeedsStaff fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order || await returns.FindAsync(fact.Shop, fact.OrderId, ct) is not { } card
            || Words(fact, order, card, voice) is not { } words)
            return null;
        string[] lines = fact.News == ReturnNews.LeaveIt && card is { Leave: HandedTo.Neighbour, LeaveWith: { } with }
            ? [voice.Say(new DoneNeighbour(order.Number, with)), voice.Say(new ShowIt(order.Number))]
            : [voice.Say(new ShowIt(order.Number))];
        var message = Visit.Message(voice.Say(words), lines);
        message.ChannelData = forms.ForStaff(order, voice, OrderView.State(voice, order));
        return message;
    }

    /// <returns>Null where it is over meanwhile.</returns>
    private static Text? Words(ReturnNeedsStaff fact, OrderDetails order, ReturnCard card, Voice voice) => fact.News switch
    {
        ReturnNews.Silent when card.State == ReturnState.Asked => new SilentNews(order.Number, order.Name, order.Phone),
        ReturnNews.StaysAtShop when card.State == ReturnState.AtShop => new StaysNews(order.Number, order.Name, order.Phone, card.Misses),
        ReturnNews.LeaveIt when card.State != ReturnState.Done && ReturnWords.Place(voice, card.Leave, card.LeaveWith) is { } place => new LeaveNews(order.Number, order.Name, place),
        ReturnNews.Overdue when card is { State: ReturnState.Booked, Window: { } window } => new OverdueNews(order.Number, order.Name, PickupWords.When(voice, window)),
        ReturnNews.PiecesDiffer when card.Handovers.FirstOrDefault(h => h.Id == fact.HandoverId) is { Pieces: { } said } handover =>
            new DiffersNews(order.Number, handover.By, said + (card.Pieces ?? 0) - card.Handovers.Sum(h => h.Pieces ?? 0), said),
        _ => null,
    };
}
