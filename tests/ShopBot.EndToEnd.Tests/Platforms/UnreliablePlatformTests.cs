using ShopBot.Simulator.Phones;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>The platform's API answers something else than "done"; what is owed arrives, once, as soon as it can.</summary>
public sealed class UnreliablePlatformTests
{
    private const string Send = "/cgi-bin/message/custom/send";
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static TheoryData<string, string> Faults => new()
    {
        { "refuses the token", """{"on":"/cgi-bin/message/custom/send","do":"errcode","errcode":40001}""" },
        { "is busy", """{"on":"/cgi-bin/message/custom/send","do":"errcode","errcode":-1}""" },
        { "answers a page", """{"on":"/cgi-bin/message/custom/send","do":"html"}""" },
        { "answers nothing", """{"on":"/cgi-bin/message/custom/send","do":"empty"}""" },
        { "answers an error of a gateway", """{"on":"/cgi-bin/message/custom/send","do":"status","status":502,"body":"Bad Gateway"}""" },
        { "cuts the connection", """{"on":"/cgi-bin/message/custom/send","do":"drop"}""" },
        { "gives no token", """{"on":"/cgi-bin/stable_token","do":"errcode","errcode":-1,"times":2}""" },
        { "answers a page instead of a token", """{"on":"/cgi-bin/stable_token","do":"html","times":2}""" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_notice_arrives_once_although_the_platform(string misbehaves, string fault)
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        await staff.SayAsync("今天");
        var seen = await staff.LastIdAsync();
        await product.Control.AddFaultAsync(System.Text.Json.Nodes.JsonNode.Parse(fault)!);

        await LaundryOrder.PlaceAsync(customer);

        var notice = Assert.Single(await ReceivedWithTimeAsync(product, staff, seen));
        Assert.True(notice.Text?.Contains("李小姐", StringComparison.Ordinal), misbehaves);
    }

    [Fact]
    public async Task A_notice_to_somebody_whose_window_is_shut_waits_for_their_next_message()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        await staff.SayAsync("今天");
        await product.Control.AddFaultAsync(new { on = Send, @do = "errcode", errcode = 45015 });
        await LaundryOrder.PlaceAsync(customer);
        await product.Control.FaultsAreUsedUpAsync(TimeSpan.FromSeconds(30));
        var seen = await staff.LastIdAsync();
        await product.Control.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(await staff.ReceivedAsync(seen));

        var answer = await staff.SayAsync("今天");

        var received = await staff.ReceivedAsync(answer.Reply!.Id, TimeSpan.FromSeconds(30));
        Assert.Contains(received, message => message.Text?.Contains("李小姐", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_call_that_hangs_is_given_up_and_said_again_while_customers_are_answered()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        await staff.SayAsync("今天");
        var seen = await staff.LastIdAsync();
        await product.Control.AddFaultAsync(new { on = Send, @do = "hang", @for = "1.00:00:00" });
        await LaundryOrder.PlaceAsync(customer);

        Assert.NotNull((await customer.SayAsync("我的订单")).Reply);
        Assert.Single(await ReceivedWithTimeAsync(product, staff, seen));
    }

    /// <summary>Lets simulated time pass until something arrives, and a while longer for what should not come.</summary>
    private static async Task<IReadOnlyList<ChatMessage>> ReceivedWithTimeAsync(RunningProduct product, Phone phone, long seen)
    {
        for (var minutes = 0; minutes < 40; minutes++)
        {
            if ((await phone.ReceivedAsync(seen, TimeSpan.FromMilliseconds(500))).Count > 0)
                break;
            await product.Control.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
        await product.Control.AdvanceAsync(TimeSpan.FromMinutes(30));
        return await phone.ReceivedAsync(seen);
    }
}
