using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Messages;

public sealed class RepeatedMessageTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_message_delivered_three_times_and_again_an_hour_later_is_one_order_with_one_answer()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var customer = product.Phone("李小姐", "laundry");
        await LaundryOrder.FillInAsync(customer);

        await product.Control.AddFaultAsync(new { on = "push", @do = "repeat", more = 2, together = true });
        var placed = await customer.SayAsync(LaundryOrder.Confirmation);
        await product.Control.AdvanceAsync(TimeSpan.FromHours(1));
        var later = await product.Control.RedeliverAsync(placed.PushId);

        Assert.Contains("下好了", placed.Reply?.Text, StringComparison.Ordinal);
        Assert.Equal(placed.Tries[0].Body, later[0]!["tries"]![0]!["body"]!.GetValue<string>());
        var bodies = (await product.Control.TranscriptAsync("laundry", "kind=push")).Where(e => e.PushId == placed.PushId).Select(e => e.Answer).ToList();
        Assert.Equal(4, bodies.Count);
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        await HasOneOrderAsync(customer);
    }

    [Fact]
    public async Task Two_confirmations_in_the_same_instant_are_one_order_and_both_are_answered()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var customer = product.Phone("李小姐", "laundry");
        await LaundryOrder.FillInAsync(customer);

        var outcomes = await customer.SayTogetherAsync([LaundryOrder.Confirmation, LaundryOrder.Confirmation]);

        Assert.All(outcomes, outcome => Assert.True(outcome.Delivered, outcome.Problem));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Reply));
        Assert.Single(outcomes, outcome => outcome.Reply!.Text!.Contains("下好了！订单号 1", StringComparison.Ordinal));
        Assert.Single(outcomes, outcome => outcome.Reply!.Text!.Contains("不用再确认", StringComparison.Ordinal));
        await HasOneOrderAsync(customer);
    }

    [Fact]
    public async Task Two_messages_in_the_same_instant_are_worked_off_one_after_the_other()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var customer = product.Phone("李小姐", "laundry");
        await customer.SayAsync("要两袋");
        await customer.SayAsync("上门来取");

        // Whichever comes first, both are heard: the address, and an answer to the question for a time that is asked again.
        var outcomes = await customer.SayTogetherAsync(["淮海中路 1 号 2 栋 301 室", "淮海中路 1 号 2 栋 301 室"]);

        Assert.All(outcomes, outcome => Assert.True(outcome.Delivered, outcome.Problem));
        Assert.Equal(2, outcomes.Select(outcome => outcome.Reply?.Text).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task HasOneOrderAsync(Phone customer)
    {
        var orders = await customer.SayAsync("我的订单");
        Assert.Contains("订单 1", orders.Reply?.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("订单 2", orders.Reply?.Text, StringComparison.Ordinal);
    }
}
