using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>What an order under way costs, line by line, as placing it would reckon it now.</summary>
public sealed class OrderPrices(OrderReader orders)
{
    /// <returns>Goods, add-ons and discounts, one to a line; together they are the total.</returns>
    internal async Task<(string Lines, Money Total)> OfAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft, currency) = (talk.Visit, talk.Draft, talk.Visit.Settings.Currency);
        var goods = draft.Lines.Select(l => new PricedGoods(
            l.Product!, l.Quantity, talk.Shelf.Find(l) is var (_, variant) ? variant.Price.Minor * l.Quantity : 0)).ToList();
        var today = DateOnly.FromDateTime(talk.Now);
        var isFirst = talk.Prices.AskForFirst(today) && await orders.IsNextFirstAsync(visit.Shop, visit.Visitor.CustomerId, draft.Phone ?? "", ct);
        var besides = talk.Prices.For(goods, draft.AddOns, today, isFirst, currency);
        var lines = besides.Select(b => visit.Say(new SummaryCharge(b.Label.In(visit.Voice), new Money(b.AmountInMinor, currency).WithSign())));
        return (string.Join("\n", lines.Prepend(OrderWords.Lines(talk))), new Money(goods.Sum(g => g.CostInMinor) + besides.Sum(b => b.AmountInMinor), currency));
    }
}
