using System.Text.Json.Nodes;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>Who sees which menu follows from who works in the shop and which language they speak, without anybody at the platform's console.</summary>
public sealed class AudienceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Who_is_bound_sees_the_staff_menu_in_their_language_and_who_is_revoked_the_customers_again()
    {
        await using var product = await RunningProduct.StartAsync();
        await product.Control.AddPersonAsync("小陈", "laundry", follows: true);
        var (boss, lan) = (product.Phone("王师傅", "laundry"), product.Phone("小陈", "laundry"));
        await lan.SayAsync("你好");
        var customers = await MenuAsync(product, lan);
        await boss.SayAsync("今天");
        await SeesAsync(product, boss, menu => menu != customers);
        var staff = await MenuAsync(product, boss);

        var code = new string([.. (await boss.SayAsync("新员工 店员")).Reply!.Text!.Where(char.IsAsciiDigit).Take(6)]);
        await lan.SayAsync($"员工 {code}");
        await lan.SayAsync("小陈");
        await SeesAsync(product, lan, menu => menu == staff);

        await lan.SayAsync("English");
        await SeesAsync(product, lan, menu => menu != staff && menu != customers);
        await lan.SayAsync("中文");
        await SeesAsync(product, lan, menu => menu == staff);

        await boss.SayAsync("停用 小陈");
        await boss.SayAsync("确认停用");
        await SeesAsync(product, lan, menu => menu == customers);
    }

    [Fact]
    public async Task What_the_platform_could_not_do_is_done_later_and_what_is_done_is_not_done_again()
    {
        await using var product = await RunningProduct.StartAsync(DateTimeOffset.UnixEpoch.AddDays(20_000));
        await product.Control.AddPersonAsync("Ann", "laundry", follows: true);
        var ann = product.Phone("Ann", "laundry");
        await ann.SayAsync("你好");
        var customers = await MenuAsync(product, ann);
        await product.Control.AddFaultAsync(new { on = "/cgi-bin/tags/members/batchtagging", @do = "errcode", errcode = -1 });

        await ann.SayAsync("English");
        await product.Control.FaultsAreUsedUpAsync(Patience);
        Assert.Equal(customers, await MenuAsync(product, ann));

        await SeesAsync(product, ann, menu => menu != customers, whileWaiting: () => product.Control.AdvanceAsync(TimeSpan.FromMinutes(1)));
        await ann.SayAsync("hello");
        var (openId, calls) = (await OpenIdAsync(product, "Ann"), await product.Control.TranscriptAsync("laundry", "kind=call"));
        Assert.Equal([-1, 0], calls.Where(c => c.Api.EndsWith("batchtagging", StringComparison.Ordinal) && c.Request!.Contains(openId, StringComparison.Ordinal)).Select(c => c.Errcode));
    }

    private static async Task<string> OpenIdAsync(RunningProduct product, string name) =>
        (string)(await product.Control.PeopleAsync()).First(p => (string?)p["name"] == name && (string?)p["account"] == "laundry")["openId"]!;

    /// <summary>The platform has no event for it; each look is a round trip.</summary>
    private static async Task SeesAsync(RunningProduct product, Phone phone, Func<string, bool> isRight, Func<Task>? whileWaiting = null)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!isRight(await MenuAsync(product, phone)))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"{phone.Person} still sees {await MenuAsync(product, phone)}");
            await (whileWaiting?.Invoke() ?? Task.CompletedTask);
        }
    }

    private static async Task<string> MenuAsync(RunningProduct product, Phone phone)
    {
        var screen = await product.Http.GetStringAsync($"/simulator/control/chats/{phone.Account}/{Uri.EscapeDataString(phone.Person)}?after=999999");
        return JsonNode.Parse(screen)!["menu"]!.ToJsonString();
    }
}
