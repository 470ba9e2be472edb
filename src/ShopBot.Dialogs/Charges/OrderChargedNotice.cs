using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Charges.ChargesTexts;

namespace ShopBot.Dialogs.Charges;

/// <summary>To the customer: their order costs something else than before, and why.</summary>
public sealed class OrderChargedNotice(OrderReader orders, OrderLinks links, NoticeForms forms) : Notice<OrderCharged>
{
    protected override IReadOnlyList<string> FormNames(OrderCharged fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(OrderCharged fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order || order.Charges.FirstOrDefault(c => c.Id == fact.ChargeId) is not { } charge)
            return null;
        string Of(long minor) => new Money(Math.Abs(minor), order.Total.Currency).ToString();
        var (label, amount, before, total, link) = (charge.Label.In(voice), Of(charge.Amount.Minor), Of(fact.BeforeInMinor), Of(fact.TotalInMinor), links.For(order.Token));
        var words = voice.Say(charge.Amount.Minor > 0
            ? new Dearer(order.Number, label, amount, before, total, link)
            : new Cheaper(order.Number, label, amount, before, total, link));
        var message = Visit.Message(OrderView.PaidSoFar(voice, order) is { } paid ? $"{words}\n{paid}" : words);
        message.ChannelData = forms.ForCustomer(order, voice, charge.At, voice.Say(charge.Amount.Minor > 0 ? new DearerShort(total) : new CheaperShort(total)), label);
        return message;
    }
}
