using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Menus;

namespace ShopBot.Tests.Dialogs.Menus;

public sealed class MenuContentTests : IDisposable
{
    private const string Menu = "shops/eunchae/menus/menu.yaml";

    private readonly ContentFolder _folder = ContentFolder.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_shops_own_menu_takes_the_place_of_the_usual_one()
    {
        _folder.Write(Menu,
            "customers:",
            "  - { name: { zh-CN: 唇釉, en-US: Lip tint }, says: velvet-lip-tint }",
            "  - { name: { zh-CN: 上新, en-US: News }, opens: 'https://shop.example/new' }",
            "  - name: { zh-CN: 更多, en-US: More }",
            "    buttons:",
            "      - { name: { zh-CN: 扫一扫, en-US: Scan }, scans: code }",
            "      - { name: { zh-CN: English, en-US: 中文 }, says: { zh-CN: english, en-US: chinese } }");

        var menu = DialogContent.Read(_folder.Root).For("eunchae").Menu!.In(Languages.Chinese);

        Assert.Equal(
            [new MenuButton.Says("唇釉", "velvet-lip-tint"), new MenuButton.Opens("上新", "https://shop.example/new")],
            menu.Buttons.Take(2));
        var more = Assert.IsType<MenuButton.Group>(menu.Buttons[2]);
        Assert.Equal([new MenuButton.Scans("扫一扫"), new MenuButton.Says("English", "english")], more.Buttons);
        var other = Assert.Single(menu.Variants);
        Assert.Equal(Audiences.OtherLanguage, other.Audience);
        Assert.Equal("Lip tint", other.Buttons[0].Name);
    }

    [Fact]
    public void Staff_have_a_menu_in_both_languages_where_it_is_written()
    {
        var menu = DialogContent.Read(_folder.Root).For("eunchae").Menu!.In(Languages.English);

        Assert.Equal("Order", menu.Buttons[0].Name);
        Assert.Equal([Audiences.OtherLanguage, Audiences.Staff, Audiences.StaffInOtherLanguage], menu.Variants.Select(v => v.Audience));
        Assert.Equal(["下单", "Today", "今天的活"], menu.Variants.Select(v => v.Buttons[0].Name));
    }

    [Theory]
    [InlineData("- { name: { zh-CN: 随便看看呀, en-US: Look around }, says: order }", 0, null)]
    [InlineData("- { name: { zh-CN: 随便看看吧呀, en-US: Look }, says: order }", 2, "'随便看看吧呀' takes 18 bytes, and the chat app has room for 16. Shorten it")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look around here }, says: order }", 0, null)]
    [InlineData("- { name: { zh-CN: 看, en-US: Look around heree }, says: order }", 2, "takes 17 bytes")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look }, says: odrer }", 2, "'odrer' is nothing anybody here understands. Write a meaning or a word")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look }, opens: shop.example }", 2, "'shop.example' is no web address. Write it whole")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look } }", 2, "The button does nothing. Write one of")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look }, says: order, scans: code }", 2, "The button does two things.")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look }, sends: money }", 2, "'money' is nothing a button can send.")]
    [InlineData("- { name: { zh-CN: 看 }, says: order }", 2, "'en-US' is missing for 'name'.")]
    [InlineData("- order", 2, "A button should be a group of lines.")]
    [InlineData("- { name: { zh-CN: 看, en-US: Look }, tells: order }", 2, "'tells' is nothing a button has.")]
    public void A_button_that_the_chat_app_would_refuse_is_shown_with_its_line(string button, int line, string? shown)
    {
        _folder.Write(Menu, "customers:", "  " + button);

        if (shown is null)
        {
            DialogContent.Read(_folder.Root);
            return;
        }
        var errors = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root)).Errors;
        Assert.Contains(errors, e => e.File == Menu && e.Line == line && e.ToString().Contains(shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fourth_button_and_a_sixth_below_one_are_too_many()
    {
        const string button = "{ name: { zh-CN: 看, en-US: Look }, says: order }";
        _folder.Write(Menu,
        [
            "customers:", "  - name: { zh-CN: 更多, en-US: More }", "    buttons:", .. Enumerable.Repeat("      - " + button, 6),
            .. Enumerable.Repeat("  - " + button, 3),
        ]);

        var errors = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root)).Errors.Select(e => e.ToString()).ToList();

        Assert.Contains(errors, e => e.StartsWith(Menu + ":9: Below a button stand 5 at most.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith(Menu + ":12: A menu has 3 buttons at most.", StringComparison.Ordinal));
        Assert.Equal(2, errors.Count);
    }
}
