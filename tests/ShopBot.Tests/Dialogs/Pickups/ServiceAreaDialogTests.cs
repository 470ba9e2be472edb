using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Tests.Dialogs.Pickups;

public sealed class ServiceAreaDialogTests
{
    [Theory]
    [InlineData("中文", "中山北路1号3楼", "在哪个区", "虹口", "静安", "中山北路1号3楼（虹口）")]
    [InlineData("english", "1 Zhongshan North Road, flat 3", "Which district", "Hongkou", "Jing'an", "1 Zhongshan North Road, flat 3, Hongkou")]
    public async Task Of_an_address_that_names_no_district_it_is_asked_for(string language, string address, string question, string district, string other, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtAddressAsync(chat, language);

        var reply = await mei.SaysAsync(address);

        Assert.Contains(question, reply.Text, StringComparison.Ordinal);
        Assert.Contains(other, reply.Choices);
        Assert.All(reply.Choices, c => Assert.Equal(language == "中文", c.Any(letter => letter >= '\u4E00')));
        Assert.Contains("1", (await mei.TapsAsync(district)).Choices[0], StringComparison.Ordinal);
        await mei.SaysAsync("1", "李梅", "13812345678", "1", language == "中文" ? "没有" : "nothing", "确认");
        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((expected, "elsewhere"), (order.Address, order.Pickup!.Area));
    }

    [Theory]
    [InlineData("虹口区")]
    [InlineData("虹口")]
    [InlineData("虹口区中山北路1号3楼")]
    public async Task The_district_may_be_typed_or_the_whole_address_said_again(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtAddressAsync(chat);
        await mei.SaysAsync("中山北路1号3楼");

        Assert.Contains("什么时候上门", (await mei.SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("苏州市工业园区星湖街1号")]
    [InlineData("杭州西湖区文三路1号")]
    public async Task An_address_outside_gets_a_clear_answer_and_another_can_be_given(string address)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtAddressAsync(chat);

        var reply = await mei.SaysAsync(address);

        Assert.Contains("不在我们上门的范围", reply.Text, StringComparison.Ordinal);
        Assert.Contains("万航渡路 288 号", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["换个地址", "我自己送来"], reply.Choices);
        await mei.TapsAsync("换个地址");
        Assert.Contains("什么时候上门", (await mei.SaysAsync("静安区南京西路100号5楼")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lives_outside_may_bring_it()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtAddressAsync(chat);
        await mei.SaysAsync("中山北路1号3楼");
        Assert.Contains("不在我们上门的范围", (await mei.TapsAsync("都不是")).Text, StringComparison.Ordinal);

        await mei.TapsAsync("我自己送来");
        await mei.SaysAsync("李梅", "13812345678", "1", "没有", "确认");

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((Handover.Pickup, null, null), (order.Handover, order.Address, order.Pickup));
    }

    [Fact]
    public async Task In_one_sentence_the_address_is_looked_at_as_well()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        Assert.Contains("不在我们上门的范围", (await mei.SaysAsync("两袋，明天上午来取，苏州市姑苏区人民路100号5楼")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("地址换成静安区南京西路100号5楼");
        await mei.SaysAsync("李梅", "13812345678", "1", "没有");

        Assert.Contains("3月3日（周二） 9:00–12:00", mei.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_after_the_window_was_chosen_is_looked_at_anew()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("两袋，明天上午来取，静安区南京西路100号5楼", "李梅", "13812345678", "1", "没有");

        Assert.Contains("在哪个区", (await mei.SaysAsync("地址换成中山北路1号3楼")).Text, StringComparison.Ordinal);
        Assert.Contains("3月3日（周二） 9:00–12:00", (await mei.TapsAsync("杨浦")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("确认");

        Assert.Equal(("elsewhere", new TimeOnly(9, 0)), (await chat.Shop.OrderAsync(1)).Pickup is { } booked ? (booked.Area, booked.Start) : default);
        var windows = chat.Windows().Single(w => w.Day.Day == 3 && w.Start.Hour == 9);
        Assert.Equal((0, 8), (await chat.Shop.BookedAsync(windows), await chat.Shop.BookedAsync(windows with { Area = "elsewhere" })));
    }

    [Fact]
    public async Task A_place_sent_from_the_map_needs_no_district_and_stays_with_the_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtAddressAsync(chat);

        await mei.SendsLocationAsync("那边的小区");
        Assert.Contains("什么时候上门", (await mei.SaysAsync("3栋501")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("1", "李梅", "13812345678", "1", "没有", "确认");

        Assert.Equal("centre", (await chat.Shop.OrderAsync(1)).Pickup!.Area);
        var row = await chat.Shop.ReadAsync(db => db.Orders.SingleAsync());
        Assert.Equal((31.23, 121.47), (row.Latitude, row.Longitude));
    }

    private static async Task<ChatPerson> AtAddressAsync(ShopChat chat, string language = "中文")
    {
        var mei = chat.Person();
        await mei.SaysAsync(language, language == "中文" ? "要两袋" : "two bags", "1");
        return mei;
    }
}
