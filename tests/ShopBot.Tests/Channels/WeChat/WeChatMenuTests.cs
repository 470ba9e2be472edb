using System.Text.Json.Nodes;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>Menus are published where they differ, and nowhere else.</summary>
public sealed class WeChatMenuTests
{
    private static readonly AccountMenu Menu = new(
        [new MenuButton.Says("下单 😀", "order"), new MenuButton.Group("更多", [new MenuButton.Opens("官网", "https://shop.example/?a=1&b=2"), new MenuButton.SendsPlace("最近的店")])],
        [new MenuVariant(Audiences.Staff, [new MenuButton.Says("今天", "today")]), new MenuVariant(Audiences.OtherLanguage, [new MenuButton.Scans("Scan")])]);

    [Fact]
    public async Task A_new_account_gets_the_menu_and_one_for_each_tag_and_the_next_start_changes_nothing()
    {
        await using var box = await MenuBox.OpenAsync();
        Assert.Equal("there was no menu", Assert.IsType<MenuState.Differs>(await box.CompareAsync()).What);

        Assert.IsType<MenuState.Published>(await box.KeepAsync());

        Assert.Equal(["menu/create", "menu/addconditional", "menu/addconditional"], box.Written);
        Assert.IsType<MenuState.InStep>(await box.CompareAsync());
        box.Forget();
        Assert.IsType<MenuState.InStep>(await box.KeepAsync());
        Assert.Empty(box.Written);
    }

    [Fact]
    public async Task Only_what_differs_is_written()
    {
        await using var box = await MenuBox.OpenAsync();
        await box.KeepAsync();
        box.Forget();

        var state = await box.KeepAsync(Menu with { Variants = [Menu.Variants[0] with { Buttons = [new MenuButton.Says("今日", "today")] }, Menu.Variants[1]] });

        Assert.Contains(Audiences.Staff, Assert.IsType<MenuState.Published>(state).What, StringComparison.Ordinal);
        Assert.Equal(["menu/delconditional", "menu/addconditional"], box.Written);
        Assert.IsType<MenuState.Differs>(await box.CompareAsync());
    }

    [Fact]
    public async Task A_menu_changed_by_others_is_brought_back_and_menus_of_unknown_tags_go()
    {
        await using var box = await MenuBox.OpenAsync();
        await box.KeepAsync();
        box.Forget();
        box.Default = JsonNode.Parse("""[{"type":"click","name":"别的","key":"x","sub_button":[]}]""");
        box.Conditional.Add(("999", "77", JsonNode.Parse("""[{"type":"click","name":"谁的","key":"y","sub_button":[]}]""")!));

        await box.KeepAsync();

        Assert.Equal(["menu/create", "menu/delconditional"], box.Written);
        Assert.IsType<MenuState.InStep>(await box.CompareAsync());
    }

    [Theory]
    [InlineData(AccountKind.Service)]
    [InlineData(AccountKind.Subscription)]
    public async Task An_account_that_may_have_no_menu_is_left_alone(AccountKind kind)
    {
        await using var box = await MenuBox.OpenAsync(kind);

        Assert.IsType<MenuState.NotAllowed>(await box.KeepAsync());

        Assert.Empty(box.Platform.Calls);
    }

    [Theory]
    [InlineData("""{"errcode":48001,"errmsg":"api unauthorized"}""", typeof(MenuState.Refused), "48001")]
    [InlineData("""{"errcode":40018,"errmsg":"invalid button name size"}""", typeof(MenuState.Refused), "40018")]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""", typeof(MenuState.NotNow), "-1")]
    [InlineData("<html>", typeof(MenuState.NotNow), "making the menu")]
    public async Task What_the_platform_answers_decides_whether_it_is_tried_again(string answer, Type state, string why)
    {
        await using var box = await MenuBox.OpenAsync();
        box.Platform.On("menu/create", answer);

        var kept = await box.KeepAsync();

        Assert.IsType(state, kept);
        Assert.Contains(why, kept.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A platform that keeps menus and tags as the real one does, with the channel at it.</summary>
    private sealed class MenuBox : IAsyncDisposable
    {
        private readonly List<string> _tags = [];
        private int _menus = 100;

        private MenuBox(TestWeChat weChat, FakePlatform platform) => (WeChat, Platform) = (weChat, platform);

        public TestWeChat WeChat { get; }
        public FakePlatform Platform { get; }
        public JsonNode? Default { get; set; }
        public List<(string MenuId, string Tag, JsonNode Buttons)> Conditional { get; } = [];
        public IEnumerable<string> Written => Platform.Calls.Select(c => c.Path).Where(p => p.StartsWith("menu/", StringComparison.Ordinal) && p != "menu/get");

        public static async Task<MenuBox> OpenAsync(AccountKind kind = AccountKind.VerifiedService)
        {
            var platform = await FakePlatform.OpenAsync();
            var box = new MenuBox(await TestWeChat.OpenAsync(account => (account.ApiBase, account.Kind) = (platform.Address, kind)), platform);
            box.Answer("tags/get", _ => new JsonObject { ["tags"] = new JsonArray([.. box._tags.Select((name, i) => (JsonNode)new JsonObject { ["id"] = 100 + i, ["name"] = name, ["count"] = 0 })]) });
            box.Answer("tags/create", body =>
            {
                box._tags.Add((string)body["tag"]!["name"]!);
                return new JsonObject { ["tag"] = new JsonObject { ["id"] = 99 + box._tags.Count, ["name"] = (string)body["tag"]!["name"]! } };
            });
            box.Answer("menu/get", _ => box.Default is null ? new JsonObject { ["errcode"] = 46003, ["errmsg"] = "menu no exist" } : new JsonObject
            {
                ["menu"] = new JsonObject { ["button"] = box.Default.DeepClone(), ["menuid"] = 1 },
                ["conditionalmenu"] = new JsonArray([.. box.Conditional.Select(c => (JsonNode)new JsonObject
                    { ["button"] = c.Buttons.DeepClone(), ["matchrule"] = new JsonObject { ["tag_id"] = c.Tag }, ["menuid"] = c.MenuId })]),
            });
            box.Answer("menu/create", body =>
            {
                box.Default = Leaved(body["button"]!);
                return new JsonObject { ["errcode"] = 0 };
            });
            box.Answer("menu/addconditional", body =>
            {
                var id = (++box._menus).ToString(System.Globalization.CultureInfo.InvariantCulture);
                box.Conditional.Add((id, (string)body["matchrule"]!["tag_id"]!, Leaved(body["button"]!)));
                return new JsonObject { ["menuid"] = id };
            });
            box.Answer("menu/delconditional", body =>
            {
                box.Conditional.RemoveAll(c => c.MenuId == (string)body["menuid"]!);
                return new JsonObject { ["errcode"] = 0 };
            });
            return box;
        }

        public Task<MenuState> KeepAsync(AccountMenu? menu = null) => WeChat.Menus.KeepInStepAsync(WeChat.Account, menu ?? Menu, CancellationToken.None);

        public Task<MenuState> CompareAsync() => WeChat.Menus.CompareAsync(WeChat.Account, Menu, CancellationToken.None);

        public void Forget() => Platform.Calls.Clear();

        public async ValueTask DisposeAsync()
        {
            await WeChat.DisposeAsync();
            await Platform.DisposeAsync();
        }

        private void Answer(string path, Func<JsonNode, JsonObject> answer) => Platform.On(path, (http, call) =>
            http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer(call.Body.Length == 0 ? new JsonObject() : JsonNode.Parse(call.Body)!).ToJsonString())).AsTask());

        // The platform gives every leaf an empty list.
        private static JsonNode Leaved(JsonNode buttons)
        {
            var copy = buttons.DeepClone();
            foreach (var button in copy.AsArray())
            {
                if (button!["sub_button"] is JsonArray { Count: > 0 } inner)
                {
                    foreach (var leaf in inner)
                        leaf!["sub_button"] = new JsonArray();
                }
                else
                {
                    button["sub_button"] = new JsonArray();
                }
            }
            return copy;
        }
    }
}
