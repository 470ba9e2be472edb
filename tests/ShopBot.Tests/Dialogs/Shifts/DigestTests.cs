using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs.Shifts;

public sealed class DigestTests
{
    [Theory]
    [InlineData(3, "新订单 1|新订单 2")]
    [InlineData(2, "2 个新单还没人接|")]
    public async Task With_few_messages_left_what_is_new_comes_in_one(int left, string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var chen = await chat.StaffAsync("chen", StaffRole.Courier);
        await chen.SaysAsync("上班");
        foreach (var customer in (string[])["mei", "ann"])
            await (await OrderingTests.AtSummaryAsync(chat, customer)).SaysAsync("确认");

        var first = await WriteAsync(chat, 0, left);
        var second = await WriteAsync(chat, 1, left);
        var again = await WriteAsync(chat, 0, left);

        Assert.Equal(said.Split('|').Select(s => s.Length > 0), [first.Length > 0, second.Length > 0]);
        Assert.Contains(said.Split('|')[0], first, StringComparison.Ordinal);
        Assert.Contains(said.Split('|')[1], second, StringComparison.Ordinal);
        Assert.Equal(first, again);
    }

    private static async Task<string> WriteAsync(ShopChat chat, int index, int left)
    {
        var owed = chat.Shop.Outbox.Where(m => m.Kind == OrderPlaced.Kind).ElementAt(index);
        var written = await chat.Get<INoticeWriter>().WriteAsync(
            new OutboxMessage(index + 1, owed.To, owed.Kind, owed.Class, owed.Payload, TestShop.Start), new Route.ServiceWindow("message", DateTimeOffset.MaxValue, left), default);
        return written.Count == 0 ? "" : written[0].Text;
    }
}
