using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Tests.Dialogs.Custody;

/// <summary>Bags in the staff's chat, where a written conversation would be long. The whole way of a bag is <c>dialogs/custody/sealed-to-delivered.chat</c>.</summary>
public sealed class CustodyDeskTests
{
    [Fact]
    public async Task Scanning_a_seal_shows_its_bag_and_what_comes_next_and_done_means_its_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await SealedAsync(chat);

        var shown = await boss.EventAsync("scanned", "E0231");

        Assert.Contains("袋子 E0231，订单 1，现在：当面封袋", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["交接 E0231", "收到 E0231", "今天", "订单 1"], shown.Choices);
        Assert.Contains("收到", (await boss.TapsAsync("收到 E0231")).Text, StringComparison.Ordinal);
        Assert.Contains("订单 1：", (await boss.SaysAsync("洗")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_label_that_is_on_no_bag_yet_says_how_to_seal_with_it()
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await chat.StaffAsync("boss", StaffRole.Manager);

        Assert.Contains("“封 12 A00013”", (await boss.EventAsync("scanned", "A00013")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("封签", (await boss.EventAsync("scanned", "A00014")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_scans_a_seal_learns_nothing()
    {
        await using var chat = await ShopChat.OpenAsync();
        await SealedAsync(chat);

        Assert.DoesNotContain("订单 1", (await chat.Person("stranger").EventAsync("scanned", "E0231")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_pieces_want_a_yes_and_are_said_to_have_gone_to_the_managers()
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await SealedAsync(chat);
        var lan = await chat.StaffAsync("lan", StaffRole.Laundry);
        await lan.SaysAsync("收到 E0231", "开袋 E0231 12件", "洗 1", "洗好 1");

        Assert.Contains("少了 2 件", (await lan.SaysAsync("装袋 E0231 10")).Text, StringComparison.Ordinal);
        Assert.Contains("少 2 件，已经告诉经理", (await lan.SaysAsync("是")).Text, StringComparison.Ordinal);

        Assert.Equal((boss.Contact, CustodyProblem.PiecesMissing), chat.Shop.Owed<CustodyAlarm>().Select(a => (a.To, a.Fact.Problem)).Single());
    }

    [Fact]
    public async Task More_pieces_than_anybody_counts_are_asked_for_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await SealedAsync(chat);
        await boss.SaysAsync("收到 E0231");

        Assert.Contains("0 到 999", (await boss.SaysAsync("开袋 E0231 99999")).Text, StringComparison.Ordinal);
        Assert.Contains("0 到 999", (await boss.SaysAsync("十万")).Text, StringComparison.Ordinal);
        Assert.Contains("没有记", (await boss.SaysAsync("返回")).Text, StringComparison.Ordinal);
        Assert.Equal("Sealed E0231, Received E0231", await chat.Shop.CustodyWordsAsync(1));
    }

    [Fact]
    public async Task Figures_alone_are_a_seal_where_a_bag_carries_them_and_an_order_elsewhere()
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await SealedAsync(chat, "770012");

        Assert.Contains("770012：洗衣房收到", (await boss.SaysAsync("收到 770012")).Text, StringComparison.Ordinal);
        Assert.Contains("770012：开袋点数，8 件", (await boss.SaysAsync("开袋 1 8")).Text, StringComparison.Ordinal);
        Assert.Contains("没有订单 770013", (await boss.SaysAsync("验袋 770013")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("封签 1 E0231", "已取走")]
    [InlineData("封签", "要几张封签")]
    [InlineData("封签 500", "要几张封签")]
    [InlineData("封签 2", "2 张封签，A00013 到 A00021")]
    public async Task The_word_for_labels_still_seals_where_a_seal_stands_behind(string said, string answer)
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await AcceptedAsync(chat);

        Assert.Contains(answer, (await boss.SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_are_for_managers()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();

        Assert.DoesNotContain("/labels/", (await lan.SaysAsync("封签 20")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seal_that_is_taken_or_mistyped_is_refused_in_words()
    {
        await using var chat = await ShopChat.OpenAsync();
        var boss = await SealedAsync(chat);
        await PlaceAsync(chat, "ming");
        await boss.SaysAsync("封签 2", "接 2");

        Assert.Contains("正封着订单 1", (await boss.SaysAsync("封 2 E0231")).Text, StringComparison.Ordinal);
        Assert.Contains("没有印过 A00014", (await boss.SaysAsync("封 2 A00014")).Text, StringComparison.Ordinal);
        Assert.Contains("有 2 个封签", (await boss.SaysAsync("封 2 E0232 E0233")).Text, StringComparison.Ordinal);
        Assert.Contains("已取走", (await boss.SaysAsync("封 2 A00013")).Text, StringComparison.Ordinal);
    }

    private static async Task<ChatPerson> SealedAsync(ShopChat chat, string seal = "E0231")
    {
        var boss = await AcceptedAsync(chat);
        await boss.SaysAsync($"封 1 {seal}");
        return boss;
    }

    private static async Task<ChatPerson> AcceptedAsync(ShopChat chat)
    {
        var boss = await chat.StaffAsync("boss", StaffRole.Manager);
        await PlaceAsync(chat, "mei");
        await boss.SaysAsync("接 1");
        return boss;
    }

    private static async Task PlaceAsync(ShopChat chat, string user)
    {
        var customer = await chat.Shop.MeetAsync(user);
        var product = (await chat.Shop.Get<ShopBot.Shops.Catalog.CatalogueReader>().ReadAsync(chat.Shop.Id, default)).Products[0];
        Assert.IsType<PlaceOrderResult.Placed>(await chat.Shop.TryPlaceAsync(customer, new LineRequest(product.Code, product.Variants[0].Code, 1)));
    }
}
