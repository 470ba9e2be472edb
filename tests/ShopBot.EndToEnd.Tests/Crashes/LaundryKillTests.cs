using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Crashes;

/// <summary>The program is killed after every step of a bag's way; the platform delivers each step's message once more, and nothing happens twice.</summary>
public sealed class LaundryKillTests
{
    private const string Customer = "李小姐", Staff = "王师傅";

    /// <summary>Who says what, and what the answer to it says.</summary>
    private static readonly (string Who, string Says, string Hears)[] Steps =
    [
        (Customer, LaundryOrder.Confirmation, "订单号 1"),
        (Staff, "接 1", "店里已接单"),
        (Staff, "封 1 E0231", "已取走"),
        (Staff, "收到 E0231", "洗衣房收到"),
        (Staff, "开袋 E0231 7件", "7 件"),
        (Staff, "洗 1", "正在洗"),
        (Staff, "洗好 1", "洗好了"),
        (Staff, "装袋 E0231 7", "装袋点数"),
        (Staff, "送 1", "正在送回"),
        (Staff, "完成 1 7件", "完成"),
    ];

    [Fact]
    public async Task Killed_after_each_step_every_one_counts_once()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var product = await platform.StartProductAsync(folder);
        try
        {
            await LaundryOrder.FillInAsync(platform.Phone(Customer));
            foreach (var (who, says, hears) in Steps)
            {
                var outcome = await platform.Phone(who).SayAsync(says);
                Assert.Contains(hears, outcome.Reply?.Text, StringComparison.Ordinal);
                await product.KillAsync();
                await product.DisposeAsync();
                product = await platform.StartProductAsync(folder);
                var again = await platform.Control.RedeliverAsync(outcome.PushId);
                Assert.Equal(outcome.Tries[0].Body, again[0]!["tries"]![0]!["body"]!.GetValue<string>());
            }

            var order = (await platform.Phone(Staff).SayAsync("订单 1")).Reply?.Text ?? "";
            foreach (var state in (string[])["已下单", "店里已接单", "已取走", "正在洗", "洗好了", "正在送回"])
                Assert.Equal(1, order.Split('\n').Count(line => line.EndsWith(state, StringComparison.Ordinal)));
            Assert.Contains("没有订单 2", (await platform.Phone(Staff).SayAsync("订单 2")).Reply?.Text, StringComparison.Ordinal);
        }
        finally
        {
            await product.DisposeAsync();
        }
    }
}
