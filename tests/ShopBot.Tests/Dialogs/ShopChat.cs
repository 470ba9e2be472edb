using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dialogs;
using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Content;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Links;
using ShopBot.Messaging.Media;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Staff;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Channels.WeChat;

namespace ShopBot.Tests.Dialogs;

/// <summary>A demo shop with its real content, operations and database, and the bot in front of it.</summary>
public sealed class ShopChat : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsShop;

    private ShopChat(TestShop shop, bool ownsShop = true)
    {
        _ownsShop = ownsShop;
        Shop = shop;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Dialogs:Path"] = ContentFolder.Original,
            ["PublicUrl"] = "https://shop.example/",
        }).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings)
            .AddShops().AddSingleton<TimeProvider>(shop.Clock).AddSingleton(shop.Book).AddSingleton(shop.Transactions).AddSingleton(shop.Get<CatalogueReader>())
            .AddSingleton(new AccountBook([new Account { Name = shop.Id, Shop = shop.Id, Channel = "WeChat" }]))
            .AddSingleton<IContacts>(Contacts).AddSingleton(shop.Media).AddSingleton(new SignedLinks(SqliteLinkKey.Of(shop.Database), shop.Clock)).AddSingleton<IIncomingMedia>(Media).AddSingleton<IStorage, MemoryStorage>()
            .AddDialogs().BuildServiceProvider();
    }

    public TestShop Shop { get; }

    /// <summary>Windows that are said to be open, whoever asks.</summary>
    internal NotedContacts Contacts { get; } = new();

    public FakeIncomingMedia Media { get; } = new();

    public IBot Bot => Get<IBot>();

    public static async Task<ShopChat> OpenAsync(string shop = TestShop.Laundry)
    {
        var chat = new ShopChat(TestShop.Open(shop));
        var content = chat.Get<CatalogueContentReader>().Load(shop);
        await chat.Shop.Get<StockCatalogue>().RunAsync(shop, chat.Shop.NextKey(), content, CancellationToken.None);
        return chat;
    }

    /// <summary>The same shop as a bot sees it that has lost all conversations.</summary>
    public ShopChat WithoutMemory() => new(Shop, ownsShop: false);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Somebody with a phone of their own.</summary>
    public ChatPerson Person(string name = "mei") => new(this, name);

    /// <summary>Somebody who works in the shop.</summary>
    public async Task<ChatPerson> StaffAsync(string name = "lan", StaffRole role = StaffRole.Clerk)
    {
        var staff = Person(name);
        await staff.SaysAsync($"员工 {await Shop.IssueCodeAsync(role)} {name}");
        return staff;
    }

    /// <summary>The windows of the shop's first area that can still be booked, with nothing taken.</summary>
    public List<PickupWindow> Windows()
    {
        var plan = Get<ContentBook>().Current.For(Shop.Id).Pickups!;
        return [.. plan.Free(plan.Areas[0], TimeZoneInfo.ConvertTime(Shop.Clock.GetUtcNow(), Shop.Book[Shop.Id].Zone).DateTime, room: 1, _ => default)];
    }

    public Task<IReadOnlyList<OrderCard>> OpenOrdersAsync() => Get<OrderReader>().OpenAsync(Shop.Id, 0, 50, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsShop)
            await Shop.DisposeAsync();
    }
}

/// <summary>One person's side of the chat.</summary>
public sealed class ChatPerson
{
    private readonly ShopChat _chat;
    private readonly TestAdapter _adapter;
    private int _events;

    public ChatPerson(ShopChat chat, string name)
    {
        _chat = chat;
        Contact = chat.Shop.ContactOf(name);
        _adapter = new TestAdapter(new ConversationReference
        {
            ChannelId = "wechat",
            ServiceUrl = "urn:shopbot",
            User = new ChannelAccount(Contact.ToString()),
            Bot = new ChannelAccount(Contact.Account),
            Conversation = new ConversationAccount(id: Contact.ToString()) { TenantId = chat.Shop.Id },
        });
    }

    public ContactPoint Contact { get; }

    public Reply Last { get; private set; } = new([]);

    public Task<Reply> SaysAsync(string? text) => SendsAsync(new Activity(ActivityTypes.Message) { Text = text });

    /// <summary>Several messages one after the other; the last answer is given.</summary>
    public async Task<Reply> SaysAsync(params string[] texts)
    {
        foreach (var text in texts)
            await SaysAsync(text);
        return Last;
    }

    /// <summary>Taps a line of the last answer by the beginning of what it shows.</summary>
    public Task<Reply> TapsAsync(string start)
    {
        var action = Last.Actions.FirstOrDefault(a => a.Title.StartsWith(start, StringComparison.Ordinal));
        Assert.True(action is not null, $"No line begins with '{start}' in:\n{Last}");
        return SaysAsync((string)action!.Value);
    }

    public Task<Reply> SendsPictureAsync(string mediaId = "picture-1") => SendsAsync(new Activity(ActivityTypes.Message)
    {
        Attachments = [new Attachment("image/jpeg", $"https://platform.example/{mediaId}")],
    });

    public Task<Reply> SendsLocationAsync(string label) => SendsAsync(new Activity(ActivityTypes.Message)
    {
        Text = label,
        Entities = [new GeoCoordinates(latitude: 31.23, longitude: 121.47)],
    });

    public Task<Reply> FollowsAsync() => SendsAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount(Contact.ToString())] });

    public Task<Reply> LeavesAsync() => SendsAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new ChannelAccount(Contact.ToString())] });

    public Task<Reply> EventAsync(string name, string value) => SendsAsync(new Activity(ActivityTypes.Event) { Name = name, Value = value });

    /// <param name="key">The event's key; a new one unless said otherwise.</param>
    public async Task<Reply> SendsAsync(Activity activity, string? key = null)
    {
        activity.Id = key ?? $"{Contact.UserId}-{++_events}";
        await _adapter.ProcessActivityAsync(activity, _chat.Bot.OnTurnAsync);
        var sent = new List<Activity>();
        while (_adapter.GetNextReply() is Activity message)
            sent.Add(message);
        return Last = new Reply(sent);
    }
}

/// <summary>What the bot answered in one turn.</summary>
public sealed record Reply(IReadOnlyList<Activity> Messages)
{
    public string Text => string.Join("\n---\n", Messages.Select(m => m.Text));

    public IReadOnlyList<CardAction> Actions => [.. Messages.SelectMany(m => m.SuggestedActions?.Actions ?? [])];

    public IReadOnlyList<string> Choices => [.. Actions.Select(a => a.Title)];

    public override string ToString() => string.Join("\n", [Text, .. Choices.Select((c, i) => $"  [{i + 1}] {c}")]);
}

/// <summary>Keeps every picture under the last part of its address.</summary>
public sealed class FakeIncomingMedia : IIncomingMedia
{
    public string Channel => "WeChat";

    public Exception? Fails { get; set; }

    public Task<string> KeepAsync(Account account, Attachment attachment, CancellationToken ct) =>
        Fails is null ? Task.FromResult(attachment.ContentUrl.Split('/')[^1]) : Task.FromException<string>(Fails);
}
