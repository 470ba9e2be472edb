using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Crashes;

/// <summary>The program is killed while a customer is asked about a stain; nobody is asked, charged or told twice, and nobody is forgotten.</summary>
public sealed class InspectionKillTests
{
    private const string Customer = "李小姐", Staff = "王师傅", Send = "/cgi-bin/message/custom/send";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_question_that_was_not_sent_before_the_kill_arrives_after_the_restart()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var (customer, staff) = (platform.Phone(Customer), platform.Phone(Staff));
        long seen;
        await using (var product = await platform.StartProductAsync(folder))
        {
            await CollectedAsync(customer, staff);
            await PreviewAsync(staff);
            seen = await customer.LastIdAsync();
            await platform.Control.AddFaultAsync(new { on = Send, @do = "hang", @for = "1.00:00:00", times = 100 });
            Assert.Contains("问了李小姐", (await staff.SayAsync("发给顾客")).Reply?.Text, StringComparison.Ordinal);
            await product.KillAsync();
        }

        await platform.Control.ClearFaultsAsync();
        await using var restarted = await platform.StartProductAsync(folder);

        await customer.HearsAsync("领口有油渍", seen, Patience);
        Assert.Contains("好，订单 1 照常洗", (await customer.SayAsync("照常洗 1")).Reply?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_given_before_the_kill_stands_and_staff_hear_of_it_after_the_restart()
    {
        await using var platform = await SimulatedWeChat.StartAsync("laundry", Customer, Staff);
        using var folder = new TempFolder();
        var (customer, staff) = (platform.Phone(Customer), platform.Phone(Staff));
        long seen;
        Outcome answered;
        await using (var product = await platform.StartProductAsync(folder))
        {
            await CollectedAsync(customer, staff);
            await PreviewAsync(staff);
            var asked = await customer.LastIdAsync();
            await staff.SayAsync("发给顾客");
            await customer.HearsAsync("领口有油渍", asked, Patience);
            seen = await staff.LastIdAsync();
            await platform.Control.AddFaultAsync(new { on = Send, @do = "hang", @for = "1.00:00:00", times = 100 });
            answered = await customer.SayAsync("去渍 1");
            Assert.Contains("合计 ¥218", answered.Reply?.Text, StringComparison.Ordinal);
            await product.KillAsync();
        }

        await platform.Control.ClearFaultsAsync();
        await using var restarted = await platform.StartProductAsync(folder);

        await staff.HearsAsync("李小姐回了 1：去渍", seen, Patience);
        // The platform delivers the same event once more: it is answered as before and charged once.
        var again = await platform.Control.RedeliverAsync(answered.PushId);
        Assert.Equal(answered.Tries[0].Body, again[0]!["tries"]![0]!["body"]!.GetValue<string>());
        var before = await customer.LastIdAsync();
        await customer.SayAsync("订单 1");
        await customer.HearsAsync("合计 ¥218", before, Patience);
    }

    private static async Task CollectedAsync(Phone customer, Phone staff)
    {
        await staff.SayAsync("今天");
        await LaundryOrder.PlaceAsync(customer);
        await staff.SayAsync("接 1");
        Assert.Contains("已取走", (await staff.SayAsync("封 1 E0231")).Reply?.Text, StringComparison.Ordinal);
    }

    private static async Task PreviewAsync(Phone staff)
    {
        var seen = await staff.LastIdAsync();
        await staff.SendPictureAsync("stain");
        await staff.SayAsync("污渍 1 领口有油渍");
        await staff.HearsAsync("李小姐会收到照片和这段话", seen, Patience);
    }
}
