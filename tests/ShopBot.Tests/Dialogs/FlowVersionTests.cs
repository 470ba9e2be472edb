using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs;
using ShopBot.Dialogs.Errands;

namespace ShopBot.Tests.Dialogs;

/// <summary>What an older version of the program began and this one finds in the stored state.</summary>
public sealed class FlowVersionTests
{
    [Fact]
    public async Task An_order_begun_by_another_version_is_begun_anew_and_the_customer_is_told()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋");
        await StoreAsync(chat, mei, new DeskNote { Flow = "ordering.99" });

        var reply = await mei.SaysAsync("1");

        Assert.Contains("我们刚更新过", reply.Text, StringComparison.Ordinal);
        Assert.Contains("一袋洗", reply.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("我们刚更新过", (await mei.SaysAsync("1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_errand_that_no_longer_exists_is_dropped_and_the_menu_is_shown()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("你好");
        await StoreAsync(chat, mei, new DeskNote { Flow = "lottery.1" }, activeDialog: "lottery");

        var reply = await mei.SaysAsync("你好");

        Assert.Contains("我们刚更新过", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["约一袋", "我的订单", "帮助", "人工"], reply.Choices);
    }

    [Fact]
    public async Task State_from_before_versions_were_counts_as_the_first()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋");
        await StoreAsync(chat, mei, new DeskNote { Flow = null });

        Assert.DoesNotContain("我们刚更新过", (await mei.SaysAsync("1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("errand.3", true, 0)]
    [InlineData("errand.2", true, 2)]
    [InlineData("errand.1", false, 1)]
    [InlineData(null, false, 1)]
    [InlineData("errand.4", false, 0)]
    [InlineData("other.3", false, 0)]
    [InlineData("errand", false, 0)]
    [InlineData("errand.x", false, 0)]
    public async Task An_errand_goes_on_in_its_version_or_where_it_can_be_migrated(string? begunAs, bool fits, int migratedFrom)
    {
        var errand = new Third();
        var state = new ConversationState(new MemoryStorage());
        var dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs")).Add(errand);
        using var turn = Turn("c");
        var context = await dialogs.CreateContextAsync(turn);
        context.Stack.Add(new DialogInstance { Id = errand.Id });

        Assert.Equal(fits, await FlowVersions.FitsAsync(context, begunAs, CancellationToken.None));
        Assert.Equal(migratedFrom, errand.AskedToMigrateFrom);
        Assert.Equal("errand.3", FlowVersions.NameOf(context));
    }

    private static async Task StoreAsync(ShopChat chat, ChatPerson person, DeskNote note, string? activeDialog = null)
    {
        var state = new ConversationState(chat.Get<IStorage>());
        using var turn = Turn(person.Contact.ToString());
        await state.CreateProperty<DeskNote>("desk").SetAsync(turn, note);
        if (activeDialog is not null)
            await state.CreateProperty<DialogState>("dialogs").SetAsync(turn, new DialogState([new DialogInstance { Id = activeDialog, State = new Dictionary<string, object>() }]));
        await state.SaveChangesAsync(turn);
    }

    private static TurnContext Turn(string conversation) => new(new TestAdapter(), new Activity(ActivityTypes.Message, channelId: "wechat")
    {
        Conversation = new ConversationAccount(id: conversation), From = new ChannelAccount(conversation), Recipient = new ChannelAccount("bot"),
    });

    /// <summary>An errand in its third version, which knows the second but not the first.</summary>
    private sealed class Third() : Errand("errand")
    {
        public int AskedToMigrateFrom { get; private set; }

        public override int FlowVersion => 3;

        public override Task<bool> MigrateAsync(DialogContext dialogs, int from, CancellationToken ct)
        {
            AskedToMigrateFrom = from;
            return Task.FromResult(from == 2);
        }

        protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => throw new NotSupportedException();

        protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => throw new NotSupportedException();
    }
}
