using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Prepaid;

/// <summary>Whatever happens in whatever order, the books balance.</summary>
public sealed class PrepaidPlayTests
{
    private const int Moves = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_play_of_several_at_once_never_bends_the_books(int seed)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (lan, people) = (await shop.BindAsync(), new List<MetCustomer>());
        for (var i = 0; i < 3; i++)
            people.Add(await shop.MeetAsync($"customer-{i}"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(hand => Task.Run(() => PlayAsync(shop, lan, people, new Random((seed * 10) + hand)))));

        foreach (var person in people)
            await CheckAsync(shop, person);
    }

    private static async Task PlayAsync(TestShop shop, BoundStaff lan, List<MetCustomer> people, Random dice)
    {
        for (var i = 0; i < Moves / 4; i++)
        {
            var person = people[dice.Next(people.Count)];
            var order = dice.Next(1, 40);
            Task<ChargeOrderResult> ChargeAsync(long amount) => shop.Get<ChargeOrder>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, order, amount, "改价", default);
            _ = dice.Next(9) switch
            {
                0 or 1 => (object)await shop.TopUpAsync(lan, person, dice.Next(1, 30_000)),
                2 => await shop.CorrectAsync(lan, person, dice.Next(2) == 0 ? dice.Next(1, 5_000) : -dice.Next(1, 20_000)),
                3 or 4 => await shop.TryPlaceAsync(person, PaidByCard(person)),
                5 => await ChargeAsync(dice.Next(1, 8_000)),
                6 => await ChargeAsync(-dice.Next(1, 8_000)),
                7 => await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, order, default),
                _ => dice.Next(2) == 0 ? await shop.CancelAsync(person, order) : await shop.MoveAsync(lan, order, OrderState.Cancelled),
            };
        }
    }

    private static async Task CheckAsync(TestShop shop, MetCustomer person)
    {
        var entries = await shop.ReadAsync(db => Task.FromResult(db.PrepaidEntries.Where(e => e.CustomerId == person.Id).OrderBy(e => e.Sequence).ToList()));
        var balance = 0L;
        for (var i = 0; i < entries.Count; i++)
        {
            balance += entries[i].AmountInMinor;
            Assert.Equal((i + 1, balance), (entries[i].Sequence, entries[i].BalanceInMinor));
            Assert.True(balance >= 0, $"Line {i + 1} left {balance}.");
        }
        Assert.Equal(balance, await shop.BalanceAsync(person));

        foreach (var order in await shop.ReadAsync(db => Task.FromResult(db.Orders.Where(o => o.CustomerId == person.Id).ToList())))
        {
            var byCard = -entries.Where(e => e.OrderNumber == order.Number).Sum(e => e.AmountInMinor);
            Assert.InRange(byCard, 0, order.State == OrderState.Cancelled ? 0 : order.PaidInMinor);
            Assert.True(order.TotalInMinor >= 0 && order.PaidInMinor >= 0, $"Order {order.Number}: {order.TotalInMinor}, {order.PaidInMinor}");
            var details = await shop.OrderAsync(order.Number);
            Assert.Equal(order.TotalInMinor, details.Lines.Sum(l => l.Quantity * l.Price.Minor) + details.Charges.Sum(c => c.Amount.Minor));
        }
    }
}
