using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Crashes;

/// <summary>The program is killed at the worst moment; what was promised happens after the next start, once.</summary>
public sealed class KillTests
{
    private const string Customer = "李小姐", Staff = "王师傅", Send = "/cgi-bin/message/custom/send";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_notice_that_was_not_sent_before_the_kill_arrives_after_the_restart()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var (customer, staff) = (platform.Phone(Customer), platform.Phone(Staff));
        long seen;
        await using (var product = await platform.StartProductAsync(folder))
        {
            await staff.SayAsync("今天");
            seen = await staff.LastIdAsync();
            // Without a token nothing can be sent, and this call for one never comes back.
            await platform.Control.AddFaultAsync(new { on = "/cgi-bin/stable_token", @do = "hang", @for = "1.00:00:00", times = 100 });
            var placed = await LaundryOrder.PlaceAsync(customer);
            Assert.Contains("下好了", placed.Reply?.Text, StringComparison.Ordinal);

            await product.KillAsync();
        }
        Assert.Empty(await staff.ReceivedAsync(seen));

        await platform.Control.ClearFaultsAsync();
        await using var restarted = await platform.StartProductAsync(folder);

        var notice = Assert.Single(await staff.ReceivedAsync(seen, Patience));
        Assert.Contains("李小姐", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_whose_sending_was_cut_by_the_kill_is_sent_again()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var (customer, staff) = (platform.Phone(Customer), platform.Phone(Staff));
        long seen;
        await using (var product = await platform.StartProductAsync(folder))
        {
            await staff.SayAsync("今天");
            seen = await staff.LastIdAsync();
            await platform.Control.AddFaultAsync(new { on = Send, @do = "hang", @for = "1.00:00:00" });
            await LaundryOrder.PlaceAsync(customer);
            await platform.Control.FaultsAreUsedUpAsync(Patience);

            await product.KillAsync();
        }

        await using var restarted = await platform.StartProductAsync(folder);

        Assert.NotEmpty(await staff.ReceivedAsync(seen, Patience));
    }

    [Fact]
    public async Task A_slow_turn_that_the_kill_interrupted_runs_again_and_answers_through_the_outbox()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var (customer, staff) = (platform.Phone(Customer), platform.Phone(Staff));
        long seen;
        await using (var product = await platform.StartProductAsync(folder))
            await LaundryOrder.PlaceAsync(customer);
        await using (var product = await platform.StartProductAsync(folder, "--Turns:Guard=00:00:00.500"))
        {
            // The picture is fetched inside the turn, and the platform is slow to give it out.
            await platform.Control.AddFaultAsync(new { on = "/cgi-bin/media/get", @do = "hang", @for = "1.00:00:00" });
            var sent = await staff.SendPictureAsync("stain");
            Assert.True(sent.Delivered, sent.Problem);
            Assert.Null(sent.Reply);
            seen = await staff.LastIdAsync();
            await platform.Control.FaultsAreUsedUpAsync(Patience);

            await product.KillAsync();
        }

        await using var restarted = await platform.StartProductAsync(folder);

        // The notice of the order comes as well: the picture opened the window it waited for.
        await staff.HearsAsync("哪一单", seen, Patience);
    }

    [Fact]
    public async Task An_order_confirmed_in_a_turn_that_was_killed_is_placed_once()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var customer = platform.Phone(Customer);
        Outcome placed;
        await using (var product = await platform.StartProductAsync(folder))
        {
            placed = await LaundryOrder.PlaceAsync(customer);
            await product.KillAsync();
        }

        await using var restarted = await platform.StartProductAsync(folder);
        var again = await platform.Control.RedeliverAsync(placed.PushId);

        Assert.Equal(placed.Tries[0].Body, again[0]!["tries"]![0]!["body"]!.GetValue<string>());
        var orders = await customer.SayAsync("我的订单");
        Assert.Contains("订单 1", orders.Reply?.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("订单 2", orders.Reply?.Text, StringComparison.Ordinal);
    }
}
