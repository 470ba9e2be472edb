using System.Net;
using System.Text.RegularExpressions;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Pages;

/// <summary>What a customer sees behind the link that the bot gave them. Needs no sign-in, so the link must not be guessable.</summary>
public sealed partial class OrderPageTests
{
    [Fact]
    public async Task Shows_the_timeline_and_the_photo_to_whoever_has_the_link()
    {
        await using var product = await RunningProduct.StartAsync(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        var placed = await LaundryOrder.PlaceAsync(customer);
        await staff.SayAsync("接 1");
        await staff.SendPictureAsync("stain");
        await staff.SayAsync("1");
        var sent = await staff.SayAsync("发送");
        Assert.Contains("发给订单 1", sent.Reply?.Text, StringComparison.Ordinal);

        var link = Link().Match(placed.Reply!.Text!).Value;
        Assert.Equal(product.Address.Authority, new Uri(link).Authority);
        var html = WebUtility.HtmlDecode(await product.Http.GetStringAsync(new Uri(link)));

        foreach (var saidInTheChat in (string[])["店里已接单", "上门来取", "银行转账"])
            Assert.Contains(saidInTheChat, html, StringComparison.Ordinal);
        Assert.Contains("¥198", html, StringComparison.Ordinal);
        var picture = Picture().Match(html).Groups["src"].Value;
        Assert.Equal(await product.Control.SampleAsync("stain"), await product.Http.GetByteArrayAsync(new Uri(new Uri(link), picture).PathAndQuery));
    }

    [Theory]
    [InlineData("/o/")]
    [InlineData("/o/1")]
    [InlineData("/o/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/o/..%2f..%2fappsettings.json")]
    [InlineData("/m/1")]
    [InlineData("/m/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_guessed_address_shows_nothing(string path)
    {
        await using var product = await RunningProduct.StartAsync();
        using var response = await product.Http.GetAsync(new Uri(product.Address + path[1..]));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [GeneratedRegex(@"http://[^\s""<>]+/o/[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex("""<img\b[^>]*\bsrc="(?<src>[^"]*/m/[^"]+)""")]
    private static partial Regex Picture();
}
