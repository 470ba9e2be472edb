using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;
using static ShopBot.Dialogs.Notices.NoticesTexts;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>To staff, about an order that is to be fetched. Nothing is said of one that is no longer as the fact had it.</summary>
/// <remarks>Goes out as the form of a new order where the person's window is shut.</remarks>
public abstract class CourierNotice<TFact>(OrderReader orders, NoticeForms forms) : Notice<TFact>
    where TFact : class, IShopFact
{
    protected override IReadOnlyList<string> FormNames(TFact fact) => [NoticeForms.NewOrder];

    protected override async Task<Activity?> WriteAsync(TFact fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, OrderOf(fact), ct) is not { } order || !IsSo(order) || Say(fact, voice, order) is not { } words)
            return null;
        var message = Visit.Message(voice.Say(words), Choices(order).Select(voice.Say));
        message.ChannelData = forms.ForStaff(order, voice, OrderView.State(voice, order));
        return message;
    }

    protected abstract Guid OrderOf(TFact fact);

    protected virtual bool IsSo(OrderDetails order) => order.State is OrderState.Placed or OrderState.Accepted;

    protected abstract Text? Say(TFact fact, Voice voice, OrderDetails order);

    protected abstract IEnumerable<Text> Choices(OrderDetails order);
}

public sealed class FetchTakenOverNotice(OrderReader orders, NoticeForms forms) : CourierNotice<FetchTakenOver>(orders, forms)
{
    protected override Guid OrderOf(FetchTakenOver fact) => fact.OrderId;

    protected override bool IsSo(OrderDetails order) => true;

    protected override Text Say(FetchTakenOver fact, Voice voice, OrderDetails order) =>
        fact.IsCollected ? new CollectedByOther(order.Number, fact.By) : new TakenOverNotice(order.Number, fact.By);

    protected override IEnumerable<Text> Choices(OrderDetails order) => [];
}

public sealed class FetchOffNotice(OrderReader orders, NoticeForms forms) : CourierNotice<FetchOff>(orders, forms)
{
    protected override Guid OrderOf(FetchOff fact) => fact.OrderId;

    protected override bool IsSo(OrderDetails order) => true;

    protected override Text Say(FetchOff fact, Voice voice, OrderDetails order) => new CalledOff(order.Number, fact.By);

    protected override IEnumerable<Text> Choices(OrderDetails order) => [];
}

public sealed class FetchGivenBackNotice(OrderReader orders, NoticeForms forms) : CourierNotice<FetchGivenBack>(orders, forms)
{
    protected override Guid OrderOf(FetchGivenBack fact) => fact.OrderId;

    protected override Text Say(FetchGivenBack fact, Voice voice, OrderDetails order) => new GivenBackNotice(order.Number, fact.By, ShiftWords.Stop(voice, order));

    protected override IEnumerable<Text> Choices(OrderDetails order) => [new AcceptIt(order.Number), new ShowIt(order.Number)];
}

public sealed class FetchWaitingNotice(OrderReader orders, NoticeForms forms, ShopBook shops, TimeProvider clock) : CourierNotice<FetchWaiting>(orders, forms)
{
    protected override Guid OrderOf(FetchWaiting fact) => fact.OrderId;

    protected override Text Say(FetchWaiting fact, Voice voice, OrderDetails order) => new WaitingNotice(
        order.Number, ShiftWords.At(voice, fact.Since, clock.GetUtcNow(), shops[fact.Shop].Zone), ShiftWords.Stop(voice, order));

    protected override IEnumerable<Text> Choices(OrderDetails order) => [new AcceptIt(order.Number), new ShowIt(order.Number)];
}

public sealed class FetchIgnoredNotice(OrderReader orders, NoticeForms forms, ShopBook shops, TimeProvider clock) : CourierNotice<FetchIgnored>(orders, forms)
{
    protected override Guid OrderOf(FetchIgnored fact) => fact.OrderId;

    protected override Text Say(FetchIgnored fact, Voice voice, OrderDetails order) => new IgnoredNotice(
        order.Number, ShiftWords.At(voice, fact.Since, clock.GetUtcNow(), shops[fact.Shop].Zone), ShiftWords.Stop(voice, order));

    protected override IEnumerable<Text> Choices(OrderDetails order) => [new AcceptIt(order.Number), new ShowIt(order.Number)];
}

public sealed class CourierMissingNotice(OrderReader orders, NoticeForms forms) : CourierNotice<CourierMissing>(orders, forms)
{
    protected override Guid OrderOf(CourierMissing fact) => fact.OrderId;

    protected override Text Say(CourierMissing fact, Voice voice, OrderDetails order) => new NobodyCame(
        order.Number, order.Name, order.Phone, voice.Say(fact.By is { } by ? new TakenByShort(by) : new TakenByNobody()));

    protected override IEnumerable<Text> Choices(OrderDetails order) => [new AcceptIt(order.Number), new ShowIt(order.Number)];
}

public sealed class NobodyHomeAgainNotice(OrderReader orders, NoticeForms forms) : CourierNotice<NobodyHomeAgain>(orders, forms)
{
    protected override Guid OrderOf(NobodyHomeAgain fact) => fact.OrderId;

    protected override Text Say(NobodyHomeAgain fact, Voice voice, OrderDetails order) =>
        new NobodyAgainNotice(order.Number, order.Name, order.Phone, fact.Times, fact.By);

    protected override IEnumerable<Text> Choices(OrderDetails order) => [new ShowIt(order.Number), new DoCancelOrder(order.Number)];
}

/// <summary>To who forgot to end their shift.</summary>
public sealed class ShiftOverNotice : Notice<ShiftOver>
{
    protected override IReadOnlyList<string> FormNames(ShiftOver fact) => [];

    protected override Task<Activity?> WriteAsync(ShiftOver fact, Voice voice, CancellationToken ct) =>
        Task.FromResult<Activity?>(Visit.Message(voice.Say(new ShiftOverByItself())));
}
