using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Undoing;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>To the customer: nobody came, and we are sorry.</summary>
public sealed class PickupMissedNotice(OrderReader orders, NoticeForms forms, TimeProvider clock) : Notice<PickupMissed>
{
    protected override IReadOnlyList<string> FormNames(PickupMissed fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(PickupMissed fact, Voice voice, CancellationToken ct) =>
        await orders.FindAsync(fact.Shop, fact.OrderId, ct) is { State: OrderState.Placed or OrderState.Accepted } order
            ? MissedWords.WithChoices(voice, order, new WeDidNotCome(order.Number), forms, clock.GetUtcNow())
            : null;
}

/// <summary>To the customer: somebody came and they were not there; from the second time on the shop calls.</summary>
public sealed class NobodyHomeNotice(OrderReader orders, NoticeForms forms, TimeProvider clock) : Notice<NobodyHome>
{
    private const int ShopCalls = 2;

    protected override IReadOnlyList<string> FormNames(NobodyHome fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(NobodyHome fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: OrderState.Placed or OrderState.Accepted } order)
            return null;
        Text words = fact.Times < ShopCalls ? new WeMissedYou(order.Number) : new WeMissedYouAgain(order.Number);
        return MissedWords.WithChoices(voice, order, words, forms, clock.GetUtcNow());
    }
}

/// <summary>To the customer: what they were told a moment ago was a slip. Nothing where it has come true since.</summary>
public sealed class MoveTakenBackNotice(OrderReader orders, NoticeForms forms, TimeProvider clock) : Notice<MoveTakenBack>
{
    protected override IReadOnlyList<string> FormNames(MoveTakenBack fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(MoveTakenBack fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order || order.State == fact.Undone)
            return null;
        var state = OrderView.State(voice, order);
        var message = Visit.Message(voice.Say(new TakenBackNotice(order.Number, state)));
        message.ChannelData = forms.ForCustomer(order, voice, clock.GetUtcNow(), state, "");
        return message;
    }
}

internal static class MissedWords
{
    /// <summary>Another window or a person: both can be tapped days later.</summary>
    public static Activity WithChoices(Voice voice, OrderDetails order, Text words, NoticeForms forms, DateTimeOffset at)
    {
        var message = Visit.Message(voice.Say(words), voice.Say(new PickupTexts.MoveIt(order.Number)), voice.Say(new FrontDeskTexts.MenuPerson()));
        message.ChannelData = forms.ForCustomer(order, voice, at, OrderView.State(voice, order), "");
        return message;
    }
}
