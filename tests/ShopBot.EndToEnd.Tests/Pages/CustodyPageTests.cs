using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Pages;

/// <summary>The record of a bag on the order's page, as a file that needs nobody, and the labels its seals come from.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class CustodyPageTests(Browser browser)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [SkippableTheory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task The_order_page_shows_who_had_the_bag_and_that_the_code_is_the_one_in_the_chat(int width, int height)
    {
        await using var product = await RunningProduct.StartAsync(Morning);
        var link = await SealedAsync(product);
        await using var window = await browser.OpenAsync(width, height);

        await window.Page.GotoAsync(link);

        var section = window.Page.Locator("#custody-section");
        var shown = await section.InnerTextAsync();
        foreach (var part in (string[])["当面封袋", "E0231", "王师傅 · 经理", "淮海中路", "洗衣房收到", "开袋点数", "12 件", "和聊天里的一致", "记录完整，共 3 条"])
            Assert.Contains(part, shown, StringComparison.Ordinal);
        Assert.Equal(1, await section.Locator("img").CountAsync());
        Assert.True(await window.FitsItsWidthAsync());
        Assert.Empty(window.Problems);
        await KeepPictureAsync(window, $"order-{width}");

        await window.Page.GotoAsync(Regex.Replace(link, "head=.*", "head=0000-0000-0000-0000"));
        Assert.Contains("和聊天里的不一致", await section.InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_evidence_file_checks_itself_offline_and_names_what_was_changed()
    {
        await using var product = await RunningProduct.StartAsync(Morning);
        var link = new Uri(await SealedAsync(product));
        var code = link.Query["?head=".Length..];
        using var response = await product.Http.GetAsync(new Uri($"{link.AbsolutePath}/evidence", UriKind.Relative));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var file = await response.Content.ReadAsStringAsync();
        await using var window = await browser.OpenAsync(390, 844);
        await window.Page.Context.SetOfflineAsync(true);

        await OpenFileAsync(window, file);
        Assert.Contains("记录完整，共 3 条", await window.Page.InnerTextAsync("#verdict"), StringComparison.Ordinal);
        Assert.Equal(3, await window.Page.Locator("li p.good").CountAsync());
        Assert.Contains("12 件", await window.Page.InnerTextAsync("#entry-3"), StringComparison.Ordinal);
        Assert.True(await window.Page.EvaluateAsync<bool>("document.querySelector('img').naturalWidth > 0"));
        await window.Page.FillAsync("#code", code.ToLowerInvariant());
        Assert.Equal("good", await window.Page.GetAttributeAsync("#match", "class"));
        await window.Page.FillAsync("#code", "0000-0000-0000-0000");
        Assert.Equal("bad", await window.Page.GetAttributeAsync("#match", "class"));
        Assert.True(await window.FitsItsWidthAsync());
        Assert.Empty(window.Problems);
        await KeepPictureAsync(window, "evidence");

        foreach (var (from, to, verdict) in Changes(file))
        {
            Assert.Contains(from, file, StringComparison.Ordinal);
            await OpenFileAsync(window, file.Replace(from, to, StringComparison.Ordinal));
            Assert.Contains(verdict, await window.Page.InnerTextAsync("#verdict"), StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Seal_labels_come_as_a_sheet_that_prints_on_one_page_of_A4_and_only_with_their_link()
    {
        await using var product = await RunningProduct.StartAsync(Morning);
        var boss = product.Phone("王师傅", "laundry");
        var link = Address().Match((await boss.SayAsync("封签 24")).Reply!.Text!).Value;
        await using var window = await browser.OpenAsync(1280, 900);

        await window.Page.GotoAsync(link);
        Assert.Equal(24, await window.Page.Locator(".label").CountAsync());
        Assert.Equal("A00013", await window.Page.InnerTextAsync(".number >> nth=0"));
        await KeepPictureAsync(window, "labels-1280");
        var pdf = await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
        Assert.Single(PdfPage().Matches(System.Text.Encoding.Latin1.GetString(pdf)));
        await KeepAsync("labels.pdf", pdf);
        await window.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await window.FitsItsWidthAsync());
        await KeepPictureAsync(window, "labels-390");
        Assert.Empty(window.Problems);

        await product.Control.AdvanceAsync(TimeSpan.FromHours(1));
        using var ended = await product.Http.GetAsync(new Uri(link));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, ended.StatusCode);
        using var guessed = await product.Http.GetAsync(new Uri("/labels/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, guessed.StatusCode);
    }

    /// <summary>What somebody might change in the file, and what it says then.</summary>
    private static IEnumerable<(string From, string To, string Verdict)> Changes(string file)
    {
        yield return ("\"pieces\":12", "\"pieces\":11", "第 3 条对不上：件数");
        yield return ("\"role\":\"Manager\",\"seal\":\"E0231\",\"pieces\":null,\"photos\":[],\"who\"", "\"role\":\"Courier\",\"seal\":\"E0231\",\"pieces\":null,\"photos\":[],\"who\"", "第 1 条对不上：经手人的身份");
        var (picture, value) = (PictureData().Match(file).Groups[1].Value, WhoValue().Match(file).Groups[1].Value);
        yield return (picture, picture[..100] + (picture[100] == 'A' ? 'B' : 'A') + picture[101..], "第 3 条对不上：照片");
        yield return ($"\"value\":\"{value}\"", "\"value\":\"someone\"", "第 1 条对不上：经手人");
        var hash = Hash().Match(file).Groups[1].Value;
        yield return ($"\"hash\":\"{hash}\"", $"\"hash\":\"{new string('0', 64)}\"", "第 1 条对不上：哈希");
    }

    /// <summary>An order whose bag was sealed, taken in, photographed and opened.</summary>
    /// <returns>The link of the sealing, as it stands in the customer's chat.</returns>
    private static async Task<string> SealedAsync(RunningProduct product)
    {
        var (customer, staff) = (product.Phone("李小姐", "laundry"), product.Phone("王师傅", "laundry"));
        await LaundryOrder.PlaceAsync(customer);
        foreach (var said in (string[])["接 1", "封 1 E0231", "收到 E0231"])
            await staff.SayAsync(said);
        await staff.SendPictureAsync("stain");
        foreach (var said in (string[])["1", "发送", "开袋 E0231 12件"])
            await staff.SayAsync(said);
        var told = await customer.HearsAsync("保管码", after: 0, TimeSpan.FromSeconds(20));
        return Address().Match(told.Text!).Value;
    }

    private static async Task OpenFileAsync(BrowserWindow window, string html)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "evidence.html");
        await File.WriteAllTextAsync(path, html);
        await window.Page.GotoAsync(new Uri(path).AbsoluteUri);
    }

    /// <summary>For eyes: with CUSTODY_PICTURES set, what the pages look like is kept there.</summary>
    private static async Task KeepPictureAsync(BrowserWindow window, string name) =>
        await KeepAsync($"{name}.png", await window.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true }));

    private static async Task KeepAsync(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("CUSTODY_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
    }

    [GeneratedRegex(@"http://[^\s""<>]+/(o|labels)/[\w-]+(\?head=[\w-]+)?")]
    private static partial Regex Address();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();

    [GeneratedRegex("\"data\":\"([^\"]+)\"")]
    private static partial Regex PictureData();

    [GeneratedRegex("\"who\":\\{\"value\":\"([^\"]+)\"")]
    private static partial Regex WhoValue();

    [GeneratedRegex("\"hash\":\"([0-9a-f]{64})\"")]
    private static partial Regex Hash();
}
