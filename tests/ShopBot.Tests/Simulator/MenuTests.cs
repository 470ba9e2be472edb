using System.Text.Json.Nodes;

namespace ShopBot.Tests.Simulator;

public sealed class MenuTests
{
    public static TheoryData<int, string> Menus
    {
        get
        {
            static string Click(string name = "A", string key = "K") => $$"""{"type":"click","name":"{{name}}","key":"{{key}}"}""";
            static string Sub(params string[] inner) => $$"""{"name":"S","sub_button":[{{string.Join(',', inner)}}]}""";
            return new()
            {
                { 0, Click() },
                { 0, $"{Click()},{Sub(Click(), Click())},{Click()}" },
                { 0, """{"type":"view","name":"V","url":"https://shop.example/"}""" },
                { 40016, "" },
                { 40016, string.Join(',', Enumerable.Repeat(Click(), 4)) },
                { 40018, Click(name: "名字太长了啊啊") },
                { 40018, Click(name: "") },
                { 40019, Click(key: new string('k', 129)) },
                { 40015, """{"type":"dance","name":"D"}""" },
                { 40020, """{"type":"view","name":"V"}""" },
                { 40054, """{"type":"view","name":"V","url":"javascript:alert(1)"}""" },
                { 45064, """{"type":"miniprogram","name":"M","url":"https://shop.example/"}""" },
                { 40023, Sub([.. Enumerable.Repeat(Click(), 6)]) },
                { 40024, Sub("""{"type":"dance","name":"D"}""") },
                { 40025, Sub(Click(name: new string('n', 61))) },
                { 40026, Sub(Click(key: "")) },
                { 40027, Sub("""{"type":"view","name":"V"}""") },
                { 40055, Sub("""{"type":"view","name":"V","url":"ftp://shop.example/"}""") },
                { 40022, Sub(Sub(Click())) },
                { 40033, """{"type":"click","name":"\u4f60","key":"K"}""" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Menus))]
    public async Task A_menu_is_refused_by_what_is_wrong_with_it(int errcode, string buttons)
    {
        await using var world = await SimulatedWorld.OpenAsync();

        Assert.Equal(errcode, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/menu/create", $$"""{"button":[{{buttons}}]}""")));
    }

    [Fact]
    public async Task A_menu_comes_back_as_made_until_it_is_deleted()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var token = await world.TokenAsync();
        async Task<JsonNode> Get() => await world.GetAsync($"/cgi-bin/menu/get?access_token={token}");
        Assert.Equal(46003, SimulatedWorld.Code(await Get()));

        await world.CallAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"订单","key":"ORDERS"}]}""");
        var menu = await Get();
        Assert.Null(menu["errcode"]);
        Assert.Equal("""[{"type":"click","name":"订单","key":"ORDERS","sub_button":[]}]""",
            menu["menu"]!["button"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(0, SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/menu/delete?access_token={token}")));

        Assert.Equal(46003, SimulatedWorld.Code(await Get()));
    }
}
