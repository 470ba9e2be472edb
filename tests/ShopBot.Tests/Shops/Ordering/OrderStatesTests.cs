using System.Text.RegularExpressions;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Testing;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

/// <summary>The ways of an order, written out once more by hand, and the product's table, drawing and operation held against them.</summary>
public sealed partial class OrderStatesTests
{
    private static readonly Dictionary<(Offer, Handover), string> Ways = new()
    {
        [(Offer.Goods, Handover.Pickup)] = "Placed>Accepted Placed>Cancelled Accepted>Ready Accepted>Cancelled Ready>Completed",
        [(Offer.Goods, Handover.Delivery)] = "Placed>Accepted Placed>Cancelled Accepted>Shipped Accepted>Cancelled Shipped>Completed",
        [(Offer.Goods, Handover.Collection)] = "Placed>Accepted Placed>Cancelled Accepted>Shipped Accepted>Cancelled Shipped>Completed",
        [(Offer.Laundry, Handover.Pickup)] =
            "Placed>Accepted Placed>Cancelled Accepted>Collected Accepted>Cancelled Collected>Washing Collected>Deciding Deciding>Washing Deciding>Ready Washing>Ready Ready>Completed",
        [(Offer.Laundry, Handover.Delivery)] =
            "Placed>Accepted Placed>Cancelled Accepted>Collected Accepted>Cancelled Collected>Washing Collected>Deciding Deciding>Washing Deciding>Ready Washing>Ready Ready>Delivering Ready>Completed Delivering>Completed Delivering>Ready",
        [(Offer.Laundry, Handover.Collection)] =
            "Placed>Accepted Placed>Cancelled Accepted>Collected Accepted>Cancelled Collected>Washing Collected>Deciding Deciding>Washing Deciding>Ready Washing>Ready Ready>Delivering Ready>Completed Delivering>Completed Delivering>Ready",
    };

    public static TheoryData<Offer, Handover> KindsAndHandovers
    {
        get
        {
            var all = new TheoryData<Offer, Handover>();
            foreach (var kind in Enum.GetValues<Offer>())
            {
                foreach (var handover in Enum.GetValues<Handover>())
                    all.Add(kind, handover);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(KindsAndHandovers))]
    public void From_every_state_an_order_can_reach_only_the_known_ways_lead_on(Offer kind, Handover handover)
    {
        List<OrderState> reached = [OrderState.Placed];
        for (var i = 0; i < reached.Count; i++)
            reached.AddRange(OrderStates.Next(kind, reached[i], handover).Where(to => !reached.Contains(to)));
        var ways = reached.SelectMany(from => OrderStates.Next(kind, from, handover).Select(to => $"{from}>{to}"));

        Assert.Equal(Ways[(kind, handover)].Split(' ').Order(), ways.Order());
    }

    [Theory]
    [MemberData(nameof(KindsAndHandovers))]
    public void Every_order_can_be_brought_to_its_end_by_the_usual_step_each_time(Offer kind, Handover handover)
    {
        var (state, steps) = (OrderState.Placed, 0);
        while (OrderStates.Next(kind, state, handover) is [var usual, ..] && steps++ < 20)
            state = usual;

        Assert.Equal(OrderState.Completed, state);
    }

    [Theory]
    [InlineData(Offer.Goods)]
    [InlineData(Offer.Laundry)]
    public void The_drawing_in_the_readme_shows_the_table(Offer kind)
    {
        var readme = File.ReadAllText(Repository.Folder("src", "ShopBot.Shops", "Ordering", "README.md"));
        var drawing = Regex.Match(readme, $"## {kind}\\s+```mermaid\\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var arrows = Arrow().Matches(drawing).Select(m => (From: m.Groups[1].Value, To: m.Groups[2].Value)).ToList();
        var table = OrderStates.Moves(kind).Select(m => (From: $"{m.From}", To: $"{m.To}")).ToList();

        Assert.Equal(table.Order(), arrows.Where(a => a.From != "[*]" && a.To != "[*]").Order());
        Assert.Equal(["Placed"], arrows.Where(a => a.From == "[*]").Select(a => a.To));
        Assert.Equal(
            table.Select(m => m.To).Except(table.Select(m => m.From)).Order(), arrows.Where(a => a.To == "[*]").Select(a => a.From).Order());
    }

    [Theory]
    [MemberData(nameof(KindsAndHandovers))]
    public async Task Staff_can_move_an_order_along_its_ways_and_along_no_other(Offer kind, Handover handover)
    {
        await using var shop = Open();
        var product = kind == Offer.Laundry ? new ProductBuilder().Laundry() : new ProductBuilder();
        await shop.StockAsync(product.HandedOver(handover));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var everything = new MoveDetails("A-17", "顺丰", "SF1", NotHome: true);
        foreach (var from in Enum.GetValues<OrderState>())
        {
            foreach (var to in Enum.GetValues<OrderState>())
            {
                var number = await OrderIn(shop, mei, handover, from);
                var next = OrderStates.Next(kind, from, handover);

                var result = await shop.MoveAsync(lan, number, to, everything);

                // Not by the table alone: somebody must be asked, and something must go back unwashed.
                if (next.Contains(to) && to == OrderState.Deciding)
                    Assert.Equal(new MoveOrderResult.QuestionNeeded(number), result);
                else if (next.Contains(to) && (from, to) == (OrderState.Deciding, OrderState.Ready))
                    Assert.Equal(new MoveOrderResult.MustBeWashed(number), result);
                else if (next.Contains(to))
                    Assert.Equal(new MoveOrderResult.Moved(number, to), result);
                else
                    Assert.Equal(next, Assert.IsType<MoveOrderResult.NotAllowed>(result).Next);
                Assert.Equal(result is MoveOrderResult.Moved ? to : from, (await shop.OrderAsync(number)).State);
            }
        }
    }

    [Fact]
    public void A_customer_may_cancel_until_the_shop_has_something_in_hand()
    {
        Assert.Equal([OrderState.Placed, OrderState.Accepted], Enum.GetValues<OrderState>().Where(OrderStates.MayCancel));
        Assert.Equal([OrderState.Completed, OrderState.Cancelled], Enum.GetValues<OrderState>().Where(s => !OrderStates.IsOpen(s)));
    }

    private static async Task<int> OrderIn(TestShop shop, MetCustomer customer, Handover handover, OrderState state)
    {
        var request = Request(customer, Line()) with { Handover = handover, Address = handover == Handover.Pickup ? null : "人民路 1 号" };
        var placed = (PlaceOrderResult.Placed)await shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), customer.Actor, request, default);
        await shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), change =>
        {
            change.Db.Orders.Single(o => o.Number == placed.Number).State = state;
            return Task.FromResult(true);
        }, default);
        return placed.Number;
    }

    [GeneratedRegex(@"(\S+) --> (\S+)")]
    private static partial Regex Arrow();
}
