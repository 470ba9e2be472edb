using Microsoft.Bot.Schema;
using ShopBot.Shops.Pickups;

namespace ShopBot.Tests.Dialogs.Pickups;

public sealed class HeldWindowTests
{
    private static readonly PickupWindow Afternoon = new("centre", new(2026, 3, 2), new(15, 0), new(18, 0), Capacity: 40 * PickupPlan.Bag);
    private static readonly PickupWindow Evening = Afternoon with { Start = new(18, 0), End = new(21, 0) };
    private const string Address = "静安区南京西路100号5楼";

    [Fact]
    public async Task A_chosen_window_is_kept_with_all_its_bags_and_with_another_count_of_them()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedUpToNameAsync(chat);
        Assert.Equal(2 * PickupPlan.Bag, await chat.Shop.BookedAsync(Afternoon));

        await mei.SaysAsync("改成三袋");
        Assert.Equal(3 * PickupPlan.Bag, await chat.Shop.BookedAsync(Afternoon));
        await mei.SaysAsync("改到今天晚上七点");
        Assert.Equal((0, 3 * PickupPlan.Bag), (await chat.Shop.BookedAsync(Afternoon), await chat.Shop.BookedAsync(Evening)));
        await mei.SaysAsync("李梅", "13812345678", "银行转账", "没有", "确认下单");
        Assert.Equal((0, 3 * PickupPlan.Bag), (await chat.Shop.BookedAsync(Afternoon), await chat.Shop.BookedAsync(Evening)));
        chat.Shop.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(3 * PickupPlan.Bag, await chat.Shop.BookedAsync(Evening));
    }

    [Theory]
    [InlineData("取消")]
    [InlineData("重新开始")]
    public async Task Leaving_the_order_lets_the_window_go(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedUpToNameAsync(chat);

        await mei.SaysAsync(said);

        Assert.Equal(0, await chat.Shop.BookedAsync(Afternoon));
    }

    [Fact]
    public async Task Dropping_it_at_the_summary_lets_the_window_go()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedUpToNameAsync(chat);
        await mei.SaysAsync("李梅", "13812345678", "银行转账", "没有");
        Assert.Equal(2 * PickupPlan.Bag, await chat.Shop.BookedAsync(Afternoon));

        await mei.TapsAsync("不要了");

        Assert.Equal(0, await chat.Shop.BookedAsync(Afternoon));
    }

    [Fact]
    public async Task A_turn_that_is_run_again_keeps_the_window_once()
    {
        await using var chat = await ShopChat.OpenAsync();
        Activity said() => new(ActivityTypes.Message) { Text = $"两袋衣服，今天下午四点来取，{Address}" };

        await chat.Person().SendsAsync(said(), "event-1");
        // The conversation was lost with the first run, as the platform sends the event again.
        await using var again = chat.WithoutMemory();
        await again.Person().SendsAsync(said(), "event-1");

        Assert.Equal(2 * PickupPlan.Bag, await chat.Shop.BookedAsync(Afternoon));
    }

    [Fact]
    public async Task A_window_filled_while_it_was_not_kept_is_told_with_the_next_ones()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedUpToNameAsync(chat);
        chat.Shop.Clock.Advance(TimeSpan.FromMinutes(11));
        var lan = await chat.Shop.MeetAsync("lan");
        Assert.IsType<HoldPickupResult.Held>(await chat.Shop.HoldAsync(lan, Afternoon, bags: 39 * PickupPlan.Bag));

        var told = await mei.SaysAsync("李梅");

        Assert.Contains("15:00–18:00 刚刚约满了", told.Text, StringComparison.Ordinal);
        Assert.Contains("3月2日（周一） 18:00–21:00", told.Choices);
        Assert.Equal(39 * PickupPlan.Bag, await chat.Shop.BookedAsync(Afternoon));
    }

    /// <summary>Two bags for this afternoon, nothing but who she is left to say.</summary>
    private static async Task<ChatPerson> OrderedUpToNameAsync(ShopChat chat)
    {
        var mei = chat.Person();
        Assert.Contains("怎么称呼你", (await mei.SaysAsync($"两袋衣服，今天下午四点来取，{Address}")).Text, StringComparison.Ordinal);
        return mei;
    }
}
