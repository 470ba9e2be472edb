using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Pages;

/// <summary>A customer and a member of staff on the page with the phones, as a shopkeeper tries the product.</summary>
[Collection(BrowserTests.Name)]
public sealed class PhonesTests(Browser browser)
{
    [SkippableTheory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_customer_orders_staff_moves_on_and_sends_a_picture_and_the_order_page_shows_both(int width, int height)
    {
        await using var window = await browser.OpenAsync(width, height);
        await using var product = await RunningProduct.StartAsync();
        var page = window.Page;
        await page.GotoAsync(new Uri(product.Address, "/phones").ToString());
        await page.Locator("#tabs button").Nth(1).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var (customer, staff) = (new PhoneOnPage(page, "李小姐"), new PhoneOnPage(page, "王师傅"));

        await staff.SayAsync("今天");
        await staff.HearsAsync("没有");

        // By typing and by tapping, as people do.
        await customer.SayAsync("要两袋");
        await customer.TapAsync("上门来取");
        await customer.HearsAsync("到哪里取");
        await customer.SayAsync("淮海中路 1 号 2 栋 301 室");
        await customer.HearsAsync("什么时候上门");
        await customer.TapAsync("再往后");
        await customer.SayAsync("1");
        await customer.HearsAsync("怎么称呼");
        await customer.SayAsync("李小姐");
        await customer.HearsAsync("手机号");
        await customer.SayAsync("13800138000");
        await customer.TapAsync("银行转账");
        await customer.TapAsync("没有");
        await customer.HearsAsync("合计 ¥198");
        await customer.TapAsync("确认下单");
        await customer.HearsAsync("下好了！订单号 1");

        await staff.HearsAsync("李小姐");
        await staff.SayAsync("接 1");
        await customer.HearsAsync("订单 1");
        await staff.SendSampleAsync("stain");
        await staff.TapAsync("订单 1");
        await staff.HearsAsync("确认发送吗");
        await staff.TapAsync("发送");
        await customer.SeesPictureAsync();

        Assert.True(await window.FitsItsWidthAsync(), "the phones are wider than the window");
        var orderPage = await customer.OpenOrderPageAsync();
        await Assertions.Expect(orderPage.Locator("body")).ToContainTextAsync("已接单");
        var photo = orderPage.Locator("img").First;
        await Assertions.Expect(photo).ToBeVisibleAsync();
        Assert.True(await photo.EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 100"), "the photo is not shown");
        Assert.True(await window.FitsItsWidthAsync(orderPage), "the order page is wider than the window");
        Assert.Empty(window.Problems);
    }

    /// <summary>One phone of the page; below a certain width only one is in front.</summary>
    private sealed class PhoneOnPage(IPage page, string person)
    {
        private ILocator Phone => page.Locator(".phone", new PageLocatorOptions { Has = page.Locator($"h2:text-is(\"{person}\")") });

        private ILocator Bubbles => Phone.Locator(".log .account .bubble, .log .account .card");

        public async Task SayAsync(string text)
        {
            await ToFrontAsync();
            // The account's menu stands where one writes until the keyboard is asked for.
            if (await Phone.Locator(".keyboard").IsVisibleAsync())
                await Phone.Locator(".keyboard").ClickAsync();
            await Phone.Locator("textarea").FillAsync(text);
            await Phone.Locator("textarea").PressAsync("Enter");
        }

        /// <summary>The newest line with these words.</summary>
        public async Task TapAsync(string words)
        {
            await ToFrontAsync();
            await Phone.Locator(".log button", new LocatorLocatorOptions { HasTextRegex = new Regex($"^(\\d+\\. )?{Regex.Escape(words)}") }).Last.ClickAsync();
        }

        public async Task SendSampleAsync(string name)
        {
            await ToFrontAsync();
            await Phone.Locator("button.picture[data-label=picture]").ClickAsync();
            await Phone.Locator($".pictures .grid button:has(img[src$=\"{name}\"])").ClickAsync();
        }

        public async Task HearsAsync(string words)
        {
            await ToFrontAsync();
            await Assertions.Expect(Bubbles.Last).ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
        }

        public async Task SeesPictureAsync()
        {
            await ToFrontAsync();
            await Assertions.Expect(Phone.Locator(".log .account img[src*=\"/media/\"]").Last).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 20_000 });
        }

        public async Task<IPage> OpenOrderPageAsync()
        {
            await ToFrontAsync();
            return await page.Context.RunAndWaitForPageAsync(() => Phone.Locator(".log a[href*=\"/o/\"]").Last.ClickAsync());
        }

        private async Task ToFrontAsync()
        {
            var tab = page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = person });
            if (await tab.IsVisibleAsync())
                await tab.ClickAsync();
        }
    }
}
