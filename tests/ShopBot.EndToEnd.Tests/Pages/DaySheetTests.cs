using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Pages;

/// <summary>The day's pickups and returns behind the link that staff get in the chat: on paper, on a desk and on a phone.</summary>
public sealed partial class DaySheetTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Shows_whoever_has_the_link_where_to_go_until_it_ends()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        Assert.Contains("没有要上门取的单", (await staff.SayAsync("日单")).Reply?.Text, StringComparison.Ordinal);
        await LaundryOrder.PlaceAsync(customer);
        await staff.SayAsync("接 1");

        var said = await staff.SayAsync("日单");
        Assert.Contains("1 单，2 袋", said.Reply?.Text, StringComparison.Ordinal);
        var link = new Uri(Link().Match(said.Reply!.Text!).Value);
        var html = WebUtility.HtmlDecode(await product.Http.GetStringAsync(link));

        foreach (var part in (string[])["href=\"tel:1", "apis.map.qq.com/uri/v1/search?keyword=", "共 1 单，2 袋", "王师傅"])
            Assert.Contains(part, html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await product.Http.GetAsync(new Uri($"{link}x"))).StatusCode);
        await product.Control.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NotFound, (await product.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_booked_return_is_marked_on_the_sheet_and_stands_on_its_order_page()
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        var placed = await LaundryOrder.PlaceAsync(customer);
        foreach (var said in (string[])["接 1", "封 1 E0231", "洗 1", "洗好 1"])
            await staff.SayAsync(said);
        var booked = await customer.SayAsync("第 1 单：3月4日（周三） 9:00–12:00 送回");
        Assert.StartsWith("好，订单 1", booked.Reply?.Text, StringComparison.Ordinal);

        var reply = await staff.SayAsync("日单 3月4日");
        var sheet = WebUtility.HtmlDecode(await product.Http.GetStringAsync(new Uri(Link().Match(reply.Reply!.Text!).Value)));
        var order = WebUtility.HtmlDecode(await product.Http.GetStringAsync(new Uri(OrderLink().Match(placed.Reply!.Text!).Value)));

        Assert.Contains("<small>送回</small>", sheet, StringComparison.Ordinal);
        Assert.Contains("共 1 单，2 袋", sheet, StringComparison.Ordinal);
        Assert.Contains("送回：3月4日（周三） 9:00–12:00", order, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("日单")]
    [InlineData("路线")]
    public async Task Customers_do_not_learn_where_anybody_lives(string said)
    {
        await using var product = await RunningProduct.StartAsync(Monday);
        var customer = product.Phone("李小姐", "laundry");
        await LaundryOrder.PlaceAsync(customer);

        var reply = (await customer.SayAsync(said)).Reply?.Text ?? "";

        Assert.DoesNotMatch("/day-sheet/|1[0-9]{10}", reply);
    }

    [SkippableTheory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task Fits_its_window_and_an_a4_page(int width, int height)
    {
        await using var window = await browser.OpenAsync(width, height);
        await using var product = await RunningProduct.StartAsync(Monday);
        await LaundryOrder.PlaceAsync(product.Phone("李小姐", "laundry"));
        var said = await product.Phone("王师傅", "laundry").SayAsync("日单");

        await window.Page.GotoAsync(Link().Match(said.Reply!.Text!).Value);

        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.True(await window.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^1[0-9]{10}$") }).IsVisibleAsync());
        Assert.NotEmpty(await window.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
    }

    [GeneratedRegex(@"http://[^\s""<>]+/day-sheet/[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"http://[^\s""<>]+/o/[\w-]+")]
    private static partial Regex OrderLink();
}
