using System.Net;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

public sealed class ServiceMessageTests
{
    [Fact]
    public async Task A_message_allows_five_within_48_hours()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        Assert.Equal(45015, await world.SendTextAsync());

        await world.ActAsync("say", new { text = "hi" });
        for (var i = 0; i < 5; i++)
            Assert.Equal(0, await world.SendTextAsync());
        Assert.Equal(45047, await world.SendTextAsync());
        world.Clock.Advance(TimeSpan.FromHours(48));

        Assert.Equal(45015, await world.SendTextAsync());
    }

    [Fact]
    public async Task A_new_message_starts_the_count_again_and_does_not_add_to_it()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.SendTextAsync();
        await world.ActAsync("say", new { text = "hi again" });

        var codes = new List<int>();
        for (var i = 0; i < 6; i++)
            codes.Add(await world.SendTextAsync());

        Assert.Equal([0, 0, 0, 0, 0, 45047], codes);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("tap")]
    [InlineData("choose")]
    public async Task A_scan_or_a_tap_allows_three_within_a_minute(string act)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.CallAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"Orders","key":"ORDERS"}]}""");
        if (act == "choose")
        {
            await world.ActAsync("say", new { text = "hi" });
            await world.CallAsync("/cgi-bin/message/custom/send", $$$"""{"touser":"{{{await world.OpenIdAsync()}}}","msgtype":"msgmenu","msgmenu":{"head_content":"?","list":[{"id":"101","content":"yes"}],"tail_content":""}}""");
            world.Clock.Advance(TimeSpan.FromHours(48));
        }

        await world.ActAsync(act, new { scene = "s", button = "ORDERS", id = "101" });
        for (var i = 0; i < 3; i++)
            Assert.Equal(0, await world.SendTextAsync());
        Assert.Equal(45047, await world.SendTextAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(45015, await world.SendTextAsync());
    }

    [Fact]
    public async Task The_window_that_ends_first_is_spent_first()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.ActAsync("scan", new { scene = "s" });
        for (var i = 0; i < 3; i++)
            await world.SendTextAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(2));

        for (var i = 0; i < 5; i++)
            Assert.Equal(0, await world.SendTextAsync());

        Assert.Equal(45047, await world.SendTextAsync());
    }

    [Fact]
    public async Task A_payment_knows_no_count_and_leaving_ends_everything()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("pay");
        for (var i = 0; i < 8; i++)
            Assert.Equal(0, await world.SendTextAsync());

        await world.ActAsync("unfollow");
        Assert.Equal(45015, await world.SendTextAsync());
        await world.ActAsync("follow");

        Assert.Equal<IEnumerable<int>>([0, 0, 0, 45047], [await world.SendTextAsync(), await world.SendTextAsync(), await world.SendTextAsync(), await world.SendTextAsync()]);
    }

    [Fact]
    public async Task A_refused_message_costs_nothing()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });

        Assert.Equal(45002, await world.SendTextAsync(new string('长', 700)));
        for (var i = 0; i < 5; i++)
            Assert.Equal(0, await world.SendTextAsync());
    }

    public static TheoryData<int, string> Bodies => new()
    {
        { 44002, "" },
        { 47001, "{" },
        { 47001, "[]" },
        { 47002, """{"touser":"OPENID","msgtype":"text","text":{"content":"\u4f60"}}""" },
        { 0, """{"touser":"OPENID","msgtype":"text","text":{"content":"1 \u003c 2 \\u4f60"}}""" },
        { 40003, """{"touser":"nobody","msgtype":"text","text":{"content":"x"}}""" },
        { 40003, """{"touser":7,"msgtype":"text","text":{"content":"x"}}""" },
        { 40008, """{"touser":"OPENID","msgtype":"telegram","telegram":{}}""" },
        { 40008, """{"touser":"OPENID"}""" },
        { 44004, """{"touser":"OPENID","msgtype":"text","text":{"content":""}}""" },
        { 44004, """{"touser":"OPENID","msgtype":"text","text":"x"}""" },
        { 40007, """{"touser":"OPENID","msgtype":"image","image":{"media_id":"unknown"}}""" },
        { 44003, """{"touser":"OPENID","msgtype":"news","news":{"articles":[]}}""" },
        { 45008, """{"touser":"OPENID","msgtype":"news","news":{"articles":[{"title":"a"},{"title":"b"}]}}""" },
        { 44005, """{"touser":"OPENID","msgtype":"msgmenu","msgmenu":{"list":[]}}""" },
        { 40007, """{"touser":"OPENID","msgtype":"mpnews","mpnews":{"media_id":"x"}}""" },
        { 53600, """{"touser":"OPENID","msgtype":"mpnewsarticle","mpnewsarticle":{"article_id":"x"}}""" },
        { 40166, """{"touser":"OPENID","msgtype":"miniprogrampage","miniprogrampage":{"pagepath":"x"}}""" },
        { 40165, """{"touser":"OPENID","msgtype":"miniprogrampage","miniprogrampage":{"appid":"x"}}""" },
        { 65401, """{"touser":"OPENID","msgtype":"text","text":{"content":"x"},"customservice":{"kf_account":"a@shop"}}""" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_answered_by_what_is_wrong_with_it(int errcode, string body)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });

        var answer = await world.CallAsync("/cgi-bin/message/custom/send", body.Replace("OPENID", await world.OpenIdAsync(), StringComparison.Ordinal));

        Assert.Equal(errcode, SimulatedWorld.Code(answer));
        Assert.Equal(errcode != 0, ((string)answer["errmsg"]!).Contains(" rid: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_lines_of_a_menu_or_too_long_ones_are_refused()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var openId = await world.OpenIdAsync();
        async Task<int> Send(int lines, int length) => SimulatedWorld.Code(await world.CallAsync("/cgi-bin/message/custom/send",
            $$$"""{"touser":"{{{openId}}}","msgtype":"msgmenu","msgmenu":{"list":[{{{string.Join(',', Enumerable.Range(0, lines).Select(i => $$"""{"id":"{{i}}","content":"{{new string('x', length)}}"}"""))}}}]}}"""));

        Assert.Equal<IEnumerable<int>>([0, 45098, 45099], [await Send(30, 256), await Send(31, 1), await Send(1, 257)]);
    }

    [Fact]
    public async Task People_who_do_not_want_it_or_are_not_wanted_get_nothing()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });

        await world.ControlAsync(HttpMethod.Patch, $"/chats/{SimulatedWorld.Shop}/Ann", new { blacklisted = true });
        Assert.Equal(43019, await world.SendTextAsync());
        await world.ControlAsync(HttpMethod.Patch, $"/chats/{SimulatedWorld.Shop}/Ann", new { blacklisted = false, refuses = true });

        Assert.Equal(48002, await world.SendTextAsync());
    }

    [Theory]
    [InlineData(AccountKind.VerifiedService, 0)]
    [InlineData(AccountKind.VerifiedSubscription, 0)]
    [InlineData(AccountKind.Service, 48001)]
    [InlineData(AccountKind.Subscription, 48001)]
    public async Task Only_verified_accounts_may_send_show_typing_and_have_a_menu(AccountKind kind, int errcode)
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with { Kind = kind });
        await world.ActAsync("say", new { text = "hi" });

        Assert.Equal(errcode, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/message/custom/typing", $$"""{"touser":"{{await world.OpenIdAsync()}}","command":"Typing"}""")));
        Assert.Equal(errcode, await world.SendTextAsync());
        Assert.Equal(errcode, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"A","key":"A"}]}""")));
    }

    [Fact]
    public async Task Typing_needs_a_fresh_exchange_and_shows_once()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var openId = await world.OpenIdAsync();
        async Task<int> Type(string command = "Typing") =>
            SimulatedWorld.Code(await world.CallAsync("/cgi-bin/message/custom/typing", $$"""{"touser":"{{openId}}","command":"{{command}}"}"""));

        Assert.Equal(45080, await Type());
        await world.ActAsync("say", new { text = "hi" });
        Assert.Equal<IEnumerable<int>>([0, 45081, 0, 0, 45072], [await Type(), await Type(), await Type("CancelTyping"), await Type(), await Type("Dance")]);
        await world.SendTextAsync();
        Assert.Equal(0, await Type());
        world.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(45080, await Type());
    }

    [Fact]
    public async Task The_wrong_verb_and_an_unknown_address_are_told()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var token = await world.TokenAsync();

        Assert.Equal(43002, SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/message/custom/send?access_token={token}")));
        Assert.Equal(43001, SimulatedWorld.Code(await world.PostAsync($"/cgi-bin/menu/get?access_token={token}", "{}")));
        Assert.Equal(43002, SimulatedWorld.Code(await world.GetAsync("/cgi-bin/stable_token")));
        Assert.Equal(40066, SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/nonsense?access_token={token}")));
        using var answer = await world.Http.GetAsync("/simulator/wechat/cgi-bin/nonsense");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_sent_is_on_the_phone_and_a_tapped_line_comes_back_with_its_id()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.CallAsync("/cgi-bin/message/custom/send", $$$"""{"touser":"{{{await world.OpenIdAsync()}}}","msgtype":"msgmenu","msgmenu":{"head_content":"怎么样?","list":[{"id":"s1.good","content":"满意"}],"tail_content":"谢谢"}}""");

        var shown = (await world.ChatAsync())[^1];
        Assert.Equal(["menu", "怎么样?", "谢谢", "s1.good", "custom"],
            [(string)shown["kind"]!, (string)shown["text"]!, (string)shown["tail"]!, (string)shown["choices"]![0]!["id"]!, (string)shown["via"]!]);
        await world.ActAsync("choose", new { id = "s1.good" });

        var push = world.Received.Last();
        Assert.Equal<IEnumerable<string?>>(["text", "满意", "s1.good"], [push["MsgType"], push["Content"], push["bizmsgmenuid"]]);
    }
}
