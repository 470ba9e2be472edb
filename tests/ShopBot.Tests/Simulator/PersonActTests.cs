using System.Net;
using System.Net.Http.Headers;

namespace ShopBot.Tests.Simulator;

public sealed class PersonActTests
{
    public static TheoryData<string, object, string[]> Acts => new()
    {
        { "location", new { latitude = 31.2304, longitude = 121.4737, label = "上海" }, ["MsgType=location", "Location_X=31.230400", "Location_Y=121.473700", "Scale=16", "Label=上海"] },
        { "link", new { title = "t", url = "https://shop.example/", description = "d" }, ["MsgType=link", "Title=t", "Url=https://shop.example/", "Description=d"] },
        { "voice", new { base64 = Convert.ToBase64String("#!AMR\n\0\0"u8), recognition = "我要退货" }, ["MsgType=voice", "Format=amr", "Recognition=我要退货"] },
        { "video", new { base64 = Convert.ToBase64String("\0\0\0\u0018ftypmp42"u8) }, ["MsgType=video"] },
        { "scan", new { scene = "order_88" }, ["MsgType=event", "Event=SCAN", "EventKey=order_88"] },
        { "position", new { latitude = 31.23, longitude = 121.47 }, ["MsgType=event", "Event=LOCATION", "Latitude=31.230000", "Longitude=121.470000", "Precision=40.000000"] },
        { "unfollow", new { }, ["MsgType=event", "Event=unsubscribe", "EventKey="] },
        { "push", new { msgType = "hologram", elements = new Dictionary<string, string> { ["Beam"] = "3d" } }, ["MsgType=hologram", "Beam=3d"] },
        { "push", new { msgType = "event", @event = "brand_new" }, ["MsgType=event", "Event=brand_new"] },
        { "tap", new { button = "ORDERS" }, ["Event=CLICK", "EventKey=ORDERS"] },
        { "tap", new { button = "网站" }, ["Event=VIEW", "EventKey=https://shop.example/", "MenuId=431000001"] },
        { "tap", new { button = "SCAN_GOODS", result = "SKU-1" }, ["Event=scancode_waitmsg", "EventKey=SCAN_GOODS", "ScanCodeInfo=qrcodeSKU-1"] },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task What_people_do_is_pushed_with_the_platforms_own_elements(string act, object body, string[] elements)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.CallAsync("/cgi-bin/menu/create", """
            {"button":[{"type":"click","name":"订单","key":"ORDERS"},{"name":"更多","sub_button":[
            {"type":"view","name":"网站","url":"https://shop.example/"},{"type":"scancode_waitmsg","name":"扫码","key":"SCAN_GOODS"}]}]}
            """);

        var outcome = await world.ActAsync(act, body);

        Assert.True((bool)outcome["delivered"]!);
        var push = Assert.Single(world.Received);
        Assert.All(elements, e => Assert.Equal(e.Split('=', 2)[1], push[e.Split('=')[0]]));
        Assert.Equal(push["MsgType"] == "event", push["MsgId"] is null);
    }

    [Fact]
    public async Task Somebody_new_follows_by_a_scene_and_can_say_nothing_before()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ControlAsync(HttpMethod.Post, "/people", new { name = "Bob", follows = false });
        Assert.Contains("does not follow", (string)(await world.ActAsync("say", new { text = "hi" }, person: "Bob"))["error"]!, StringComparison.Ordinal);

        await world.ActAsync("scan", new { scene = "poster" }, person: "Bob");

        var push = Assert.Single(world.Received);
        Assert.Equal<IEnumerable<string?>>(["subscribe", "qrscene_poster"], [push["Event"], push["EventKey"]]);
        Assert.NotEmpty(push["Ticket"]!);
        Assert.NotEqual(await world.OpenIdAsync(), await world.OpenIdAsync("Bob"));
        Assert.Equal(28, push["FromUserName"]!.Length);
    }

    [Fact]
    public async Task A_picture_is_on_the_phone_behind_the_link_and_for_the_api()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent([0xFF, 0xD8, 0xFF, 7]) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "file", "a.jpg");
        using var sent = await world.Http.PostAsync("/simulator/control/chats/shop/Ann/picture?wait=true", form);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);

        var push = Assert.Single(world.Received);
        var shown = Assert.Single(await world.ChatAsync());
        byte[] picture = [0xFF, 0xD8, 0xFF, 7];
        Assert.Equal(picture, await world.Http.GetByteArrayAsync(push["PicUrl"]));
        Assert.Equal(picture, await world.Http.GetByteArrayAsync((string)shown["mediaUrl"]!));
        Assert.Equal(picture, await world.Http.GetByteArrayAsync($"/simulator/wechat/cgi-bin/media/get?access_token={await world.TokenAsync()}&media_id={push["MediaId"]}"));
    }

    [Fact]
    public async Task The_built_in_pictures_can_be_sent_and_seen()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var names = (await world.ControlAsync(HttpMethod.Get, "/samples")).AsArray().Select(n => (string)n!).ToList();

        Assert.Equal(["bag", "folded", "shoes", "stain"], names);
        foreach (var name in names)
        {
            await world.ActAsync("picture", new { sample = name });
            Assert.True((await world.Http.GetByteArrayAsync($"/simulator/control/samples/{name}")).Length > 5_000);
        }
        Assert.Equal(4, world.Received.Count);
    }

    [Theory]
    [InlineData("say", "{}", 400)]
    [InlineData("say", "nonsense", 400)]
    [InlineData("tap", "{\"button\":\"none\"}", 404)]
    [InlineData("choose", "{\"id\":\"none\"}", 404)]
    [InlineData("follow", "{}", 409)]
    [InlineData("picture", "{\"base64\":\"AAAA\"}", 400)]
    [InlineData("picture", "{\"sample\":\"none\"}", 404)]
    [InlineData("push", "{\"msgType\":\"x\",\"elements\":{\"a b\":\"c\"}}", 400)]
    public async Task What_cannot_be_is_refused_and_nothing_is_pushed(string act, string body, int status)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        using var answer = await world.Http.PostAsync($"/simulator/control/chats/shop/Ann/{act}", new StringContent(body));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("error", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(world.Received);
    }
}
