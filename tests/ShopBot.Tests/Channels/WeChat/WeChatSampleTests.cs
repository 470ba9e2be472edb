using System.Net;
using Microsoft.Bot.Schema;
using ShopBot.Channels.WeChat;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>What each kind of push means to the bot, from stored bodies.</summary>
public sealed class WeChatSampleTests
{
    [Fact]
    public async Task A_text_arrives_with_its_person_account_shop_and_key()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, "text");

        Assert.Equal(ActivityTypes.Message, heard.Type);
        Assert.Equal("有没有42码的帆布鞋?😀", heard.Text);
        Assert.Equal("wechat", heard.ChannelId);
        Assert.Equal("7412300000000000001", heard.Id);
        Assert.Equal($"shop:{TestWeChat.Person}", heard.From.Id);
        Assert.Equal($"shop:{TestWeChat.Person}", heard.Conversation.Id);
        Assert.Equal("laundry", heard.Conversation.TenantId);
        Assert.Equal("shop", heard.Recipient.Id);
        Assert.Equal("https://api.weixin.qq.com", heard.ServiceUrl);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000100), heard.Timestamp);
        AssertWindow(wechat, "message", 5, DateTimeOffset.FromUnixTimeSeconds(1760000100).AddHours(48));
    }

    [Fact]
    public async Task A_tapped_choice_is_a_text_that_opens_only_the_menus_window()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, "text-menu-tap");

        Assert.Equal("白色 42", heard.Text);
        Assert.Equal("2", heard.GetChannelData<WeChatExtras>().MenuItemId);
        AssertWindow(wechat, "menu", 3, DateTimeOffset.FromUnixTimeSeconds(1760000101).AddMinutes(1));
    }

    [Fact]
    public async Task A_text_with_a_section_end_in_it_is_read_whole()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Equal("a]]>b", (await HearAsync(wechat, "text-split-section")).Text);
    }

    [Theory]
    [InlineData("image", "image/*", "wechat-media:m3d-picture_01")]
    [InlineData("voice", "audio/amr", "wechat-media:m3d-voice16k-01")]
    [InlineData("voice-recognised", "audio/amr", "wechat-media:m3d-voice-02")]
    [InlineData("video", "video/mp4", "wechat-media:m3d-video-01")]
    [InlineData("shortvideo", "video/mp4", "wechat-media:m3d-video-02")]
    public async Task Media_is_an_attachment_named_by_the_platforms_id(string sample, string contentType, string contentUrl)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var attachment = Assert.Single((await HearAsync(wechat, sample)).Attachments);

        Assert.Equal(contentType, attachment.ContentType);
        Assert.Equal(contentUrl, attachment.ContentUrl);
        AssertWindow(wechat, "message");
    }

    [Fact]
    public async Task A_voice_that_the_platform_understood_brings_its_words()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Equal("我要取件", (await HearAsync(wechat, "voice-recognised")).Text);
    }

    [Fact]
    public async Task A_location_is_a_message_with_its_address_and_coordinates()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, "location");

        Assert.Equal("上海市黄浦区淮海中路1号", heard.Text);
        var place = Assert.IsType<GeoCoordinates>(Assert.Single(heard.Entities));
        Assert.Equal(31.224361, place.Latitude);
        Assert.Equal(121.469170, place.Longitude);
    }

    [Fact]
    public async Task A_shared_page_is_an_attachment_and_no_words()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, "link");

        Assert.Equal("", heard.Text);
        var page = Assert.Single(heard.Attachments);
        Assert.Equal(("text/html", "秋季新品", "https://shop.example/p/7?a=1&b=2"), (page.ContentType, page.Name, page.ContentUrl));
    }

    [Theory]
    [InlineData("subscribe", null)]
    [InlineData("subscribe-empty-key", null)]
    [InlineData("subscribe-scene", "order_88")]
    public async Task Following_adds_a_member_and_brings_the_scene(string sample, string? scene)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, sample);

        Assert.Equal(ActivityTypes.ConversationUpdate, heard.Type);
        Assert.Equal(wechat.Contact.ToString(), Assert.Single(heard.MembersAdded).Id);
        Assert.Equal(scene, heard.Value);
        Assert.Equal(scene, heard.GetChannelData<WeChatExtras>().Scene);
        AssertWindow(wechat, "follow", 3);
    }

    [Fact]
    public async Task Leaving_removes_the_member_and_shuts_all_windows()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, "unsubscribe");

        Assert.Equal(ActivityTypes.ConversationUpdate, heard.Type);
        Assert.Equal(wechat.Contact.ToString(), Assert.Single(heard.MembersRemoved).Id);
        Assert.Equal([wechat.Contact], wechat.Contacts.Gone);
        Assert.Empty(wechat.Contacts.Windows);
    }

    [Theory]
    [InlineData("scan", "scan", "order_88", "scan")]
    [InlineData("click", "menu", "MY_ORDERS", "menu")]
    [InlineData("view", "view", "https://shop.example/", null)]
    [InlineData("view-miniprogram", "view", "pages/order/index", null)]
    [InlineData("scancode-waitmsg", "scanned", "SKU-0007", "menu")]
    [InlineData("scancode-push", "scanned-and-shown", "EAN_13,6901234567892", "menu")]
    [InlineData("pic-sysphoto", "pictures-follow", "2", null)]
    [InlineData("pic-photo-or-album", "pictures-follow", "2", null)]
    [InlineData("pic-weixin", "pictures-follow", "2", null)]
    [InlineData("location-select", "place-follows", "静安公园", null)]
    [InlineData("location-event", "location", null, null)]
    [InlineData("authorization-revoked", "consent-withdrawn", "1", null)]
    [InlineData("authorization-cancelled", "consent-withdrawn", null, null)]
    [InlineData("profile-modified", "profile-changed", null, null)]
    public async Task An_event_has_a_name_a_value_and_the_window_it_opens(string sample, string name, string? value, string? window)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, sample);

        Assert.Equal(ActivityTypes.Event, heard.Type);
        Assert.Equal(name, heard.Name);
        Assert.Equal(value, heard.Value);
        if (window is null)
            Assert.Empty(wechat.Contacts.Windows);
        else
            AssertWindow(wechat, window, 3);
    }

    [Fact]
    public async Task A_position_report_carries_coordinates()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var place = Assert.IsType<GeoCoordinates>(Assert.Single((await HearAsync(wechat, "location-event")).Entities));

        Assert.Equal(121.469170, place.Longitude);
    }

    [Theory]
    [InlineData("file", ActivityTypes.Message, "wechat/file")]
    [InlineData("never-heard-of", ActivityTypes.Message, "wechat/hologram")]
    public async Task A_kind_nobody_knows_reaches_the_bot_as_a_message_without_words(string sample, string type, string name)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var response = await wechat.PushAsync(TestWeChat.Sample(sample));

        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.Equal(type, wechat.Bot.Last.Type);
        Assert.Equal(name, wechat.Bot.Last.Name);
    }

    [Fact]
    public async Task A_place_picked_from_the_menu_carries_coordinates()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var place = Assert.IsType<GeoCoordinates>(Assert.Single((await HearAsync(wechat, "location-select")).Entities));

        Assert.Equal((31.2262, 121.4386, "上海市静安区万航渡路"), (place.Latitude, place.Longitude, place.Name));
    }

    [Theory]
    [InlineData("notice-popup", "tmpl-ready yes, tmpl-late no")]
    [InlineData("notice-change", "tmpl-ready no")]
    public async Task What_notices_a_person_wants_is_a_list_of_choices(string sample, string choices)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var heard = await HearAsync(wechat, sample);

        Assert.Equal("notices-chosen", heard.Name);
        var chosen = Assert.IsAssignableFrom<IReadOnlyList<NoticeChoice>>(heard.Value);
        Assert.Equal(choices, string.Join(", ", chosen.Select(c => $"{c.TemplateId} {(c.Accepts ? "yes" : "no")}")));
        Assert.Empty(wechat.Contacts.Windows);
    }

    [Fact]
    public async Task An_unknown_kind_is_logged_once_by_its_name()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        foreach (var sample in new[] { "never-heard-of", "file", "never-heard-of" })
            await wechat.PushAsync(TestWeChat.Sample(sample));

        Assert.Single(wechat.Log.Lines, line => line.Contains("hologram", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_have_keys_of_their_own_without_slashes()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Equal($"{TestWeChat.Person}-1760000230-CLICK-MY_ORDERS", (await HearAsync(wechat, "click")).Id);
        Assert.Matches("^h-[0-9a-f]{32}$", (await HearAsync(wechat, "view")).Id);
        // Two events of one person in the same second are two.
        var scene = TestWeChat.Sample("subscribe").Replace("<![CDATA[subscribe]]>", "<![CDATA[LOCATION]]>", StringComparison.Ordinal);
        Assert.NotEqual((await HearAsync(wechat, "subscribe")).Id, (await HearXmlAsync(wechat, scene)).Id);
    }

    [Fact]
    public async Task A_stored_push_gives_the_same_event_after_a_restart()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var heard = await HearAsync(wechat, "location");

        var again = wechat.Channel.Read(wechat.Account, System.Text.Encoding.UTF8.GetBytes(TestWeChat.Sample("location")));

        Assert.Equal(heard.Id, again.Key);
        Assert.Equal(heard.Text, again.Activity.Text);
        Assert.Equal(wechat.Contact, again.From);
        Assert.Throws<FormatException>(() => wechat.Channel.Read(wechat.Account, "<xml/>"u8.ToArray()));
    }

    private static Task<Activity> HearAsync(TestWeChat wechat, string sample) => HearXmlAsync(wechat, TestWeChat.Sample(sample));

    private static async Task<Activity> HearXmlAsync(TestWeChat wechat, string xml)
    {
        var response = await wechat.PushAsync(xml);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return wechat.Bot.Last;
    }

    private static void AssertWindow(TestWeChat wechat, string trigger, int messages = 5, DateTimeOffset? expiresAt = null)
    {
        var window = Assert.Single(wechat.Contacts.Windows);
        Assert.Equal(wechat.Contact, window.Contact);
        Assert.Equal(trigger, window.Trigger);
        Assert.Equal(messages, window.Remaining);
        if (expiresAt is { } at)
            Assert.Equal(at, window.ExpiresAt);
    }
}
