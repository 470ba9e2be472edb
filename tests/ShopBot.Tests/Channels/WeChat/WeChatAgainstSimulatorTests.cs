using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Simulator;
using ShopBot.Simulator.WeChat;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>The channel and the strict platform in a box, which share no code, understand each other.</summary>
public sealed class WeChatAgainstSimulatorTests
{
    [Theory]
    [InlineData(WrappingMode.Secure)]
    [InlineData(WrappingMode.Compatible)]
    [InlineData(WrappingMode.Plain)]
    public async Task A_person_writes_taps_and_is_answered_in_every_mode(WrappingMode mode)
    {
        await using var box = await Box.OpenAsync(account =>
        {
            account.Mode = mode;
            account.PathSecret = mode == WrappingMode.Plain ? "unguessable-0123456789" : "";
        });
        box.Bot.Replies = [MessageFactory.SuggestedActions(["白色 😀", "黑色&]]>\"42"], "哪一双?")];

        var asked = await box.Phone.SayAsync("有鞋吗<a>");
        Assert.Equal("有鞋吗<a>", box.Bot.Last.Text);
        Assert.Equal("text", asked.Reply!.Kind);

        box.Bot.Replies = [MessageFactory.Text("好的")];
        var tapped = await box.Phone.ChooseAsync(asked.Reply, asked.Reply.Choices![1]);
        Assert.Equal("黑色&]]>\"42", box.Bot.Last.Text);
        Assert.Equal("好的", tapped.Reply!.Text);
        Assert.Equal(["message", "menu"], box.WeChat.Contacts.Windows.Select(window => window.Trigger));
    }

    [Fact]
    public async Task Every_kind_of_customer_service_message_is_taken_and_shown()
    {
        await using var box = await Box.OpenAsync();
        await box.Phone.SayAsync("hi");
        box.WeChat.Media.Files["bag"] = new MediaFile("bag", "laundry", "image/jpeg", await box.Control.SampleAsync("bag"));

        Assert.All(await box.SendAsync(MessageFactory.Text("您的订单已发货 😀\n\"#12\"")), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(await box.SendAsync(MessageFactory.ContentUrl(MediaReference.For("bag"), "image/jpeg")), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(await box.SendAsync(MessageFactory.SuggestedActions(["满意", "不满意"], "怎么样?")), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(
            await box.SendAsync(MessageFactory.Attachment(new HeroCard(
                "订单 12", "已完成", images: [new CardImage(MediaReference.For("bag"))], tap: new CardAction(ActionTypes.OpenUrl, "看", value: "https://shop.example/o/1")).ToAttachment())),
            outcome => Assert.IsType<SendOutcome.Delivered>(outcome));

        var shown = await box.Phone.ReceivedAsync();
        Assert.Equal(["text", "image", "menu", "news"], shown.Select(message => message.Kind));
        Assert.Equal("您的订单已发货 😀\n\"#12\"", shown[0].Text);

        await box.Phone.ChooseAsync(shown[2], shown[2].Choices![0]);
        Assert.Equal("满意", box.Bot.Last.Text);
    }

    [Fact]
    public async Task An_uploaded_picture_is_then_an_answer_too()
    {
        await using var box = await Box.OpenAsync();
        await box.Phone.SayAsync("hi");
        box.WeChat.Media.Files["bag"] = new MediaFile("bag", "laundry", "image/jpeg", await box.Control.SampleAsync("bag"));
        var picture = MessageFactory.ContentUrl(MediaReference.For("bag"), "image/jpeg");
        await box.SendAsync(picture);

        box.Bot.Replies = [picture];
        Assert.Equal("image", (await box.Phone.SayAsync("again")).Reply!.Kind);
    }

    [Fact]
    public async Task A_picture_that_a_person_sent_is_fetched_byte_for_byte()
    {
        await using var box = await Box.OpenAsync();

        await box.Phone.SendPictureAsync("stain");
        await box.WeChat.IncomingMedia.KeepAsync(box.WeChat.Account, Assert.Single(box.Bot.Last.Attachments), CancellationToken.None);

        Assert.Equal(await box.Control.SampleAsync("stain"), Assert.Single(box.WeChat.Media.Kept));
    }

    [Fact]
    public async Task Windows_open_and_shut_as_the_channel_notes_them()
    {
        await using var box = await Box.OpenAsync();
        Assert.Equal(Refusal.WindowShut, Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("x")))[0]).Kind);

        await box.Phone.SayAsync("hi");
        var noted = Assert.Single(box.WeChat.Contacts.Windows);
        for (var message = 0; message < noted.Remaining; message++)
            Assert.IsType<SendOutcome.Delivered>((await box.SendAsync(MessageFactory.Text($"{message}")))[0]);
        Assert.Equal("45047", Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("6th")))[0]).Code);

        await box.Phone.UnfollowAsync();
        Assert.Equal([box.Contact], box.WeChat.Contacts.Gone);
        Assert.Equal("45015", Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("x")))[0]).Code);
    }

    [Fact]
    public async Task Follow_scan_unknown_kinds_and_places_are_understood()
    {
        await using var box = await Box.OpenAsync(follows: false);
        box.Bot.Replies = [MessageFactory.Text("欢迎")];

        Assert.Equal("欢迎", (await box.Phone.ScanAsync("order_88")).Reply!.Text);
        Assert.Equal("order_88", box.Bot.Last.Value);
        await box.Phone.ScanAsync("order_89");
        Assert.Equal(("scan", "order_89"), (box.Bot.Last.Name, box.Bot.Last.Value));
        await box.Phone.SendPlaceAsync(31.2, 121.4, "上海");
        Assert.Equal("上海", box.Bot.Last.Text);
        box.Bot.Replies = [];
        Assert.True((await box.Phone.SendUnknownAsync("hologram")).Delivered);
        Assert.Equal(["follow", "scan", "message", "message"], box.WeChat.Contacts.Windows.Select(window => window.Trigger));
    }

    [Fact]
    public async Task A_stolen_token_costs_no_message()
    {
        await using var box = await Box.OpenAsync();
        await box.Phone.SayAsync("hi");
        await box.SendAsync(MessageFactory.Text("1"));
        await box.StealTokenAsync();

        Assert.IsType<SendOutcome.Delivered>((await box.SendAsync(MessageFactory.Text("2")))[0]);
        Assert.Equal(["1", "2"], (await box.Phone.ReceivedAsync()).Select(message => message.Text));
    }

    [Theory]
    [InlineData("errcode", -1, typeof(SendOutcome.Unknown))]
    [InlineData("errcode", 45009, typeof(SendOutcome.Refused))]
    [InlineData("html", 0, typeof(SendOutcome.Unknown))]
    [InlineData("empty", 0, typeof(SendOutcome.Unknown))]
    [InlineData("drop", 0, typeof(SendOutcome.Unknown))]
    [InlineData("accept-and-cut", 0, typeof(SendOutcome.Unknown))]
    public async Task A_fault_of_the_platform_is_an_outcome(string fault, int errcode, Type outcome)
    {
        await using var box = await Box.OpenAsync();
        await box.Phone.SayAsync("hi");
        await box.Control.AddFaultAsync(new { on = "/cgi-bin/message/custom/send", @do = fault, errcode });

        Assert.IsType(outcome, (await box.SendAsync(MessageFactory.Text("x")))[0]);
        Assert.Equal(fault == "accept-and-cut" ? 1 : 0, (await box.Phone.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task An_account_that_may_not_push_is_told_so()
    {
        await using var box = await Box.OpenAsync(account => account.Kind = ShopBot.Messaging.Contacts.AccountKind.Subscription);
        box.Bot.Replies = [MessageFactory.Text("一"), MessageFactory.Text("二")];

        Assert.Equal("一\n\n二", (await box.Phone.SayAsync("hi")).Reply!.Text);
        Assert.Equal(Refusal.NotPermitted, Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("x")))[0]).Kind);
    }

    /// <summary>A channel, a platform that pushes to it, and one person with a phone.</summary>
    private sealed class Box : IAsyncDisposable
    {
        private const string Person = "李小姐";

        private readonly WebApplication _simulator;
        private readonly HttpClient _http = new();

        private Box(TestWeChat wechat, WebApplication simulator)
        {
            WeChat = wechat;
            _simulator = simulator;
            Control = new ControlClient(_http, new Uri(simulator.Urls.First()));
            Phone = Control.Phone(Person, wechat.Account.Name);
        }

        public TestWeChat WeChat { get; }
        public ControlClient Control { get; }
        public Phone Phone { get; }
        public ScriptedBot Bot => WeChat.Bot;
        public ContactPoint Contact { get; private set; }

        public static async Task<Box> OpenAsync(Action<Account>? with = null, bool follows = true)
        {
            var wechat = await TestWeChat.OpenAsync(with, at: TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
            var account = wechat.Account;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSimulator(world =>
            {
                world.Accounts.Add(new SimulatedAccount
                {
                    Name = account.Name, OriginalId = account.OriginalId, AppId = account.AppId, AppSecret = account.AppSecret, Token = account.Token,
                    EncodingAESKey = account.EncodingAESKey, Mode = Enum.Parse<PushMode>(account.Mode.ToString()),
                    Kind = Enum.Parse<ShopBot.Simulator.WeChat.AccountKind>(account.Kind.ToString()),
                    CallbackUrl = new Uri(wechat.Http.BaseAddress!, wechat.Path).AbsoluteUri,
                });
                world.People.Add(new SimulatedPerson(Person, account.Name, follows));
            });
            var simulator = builder.Build();
            simulator.MapSimulator();
            await simulator.StartAsync();
            account.ApiBase = simulator.Urls.First() + "/simulator/wechat";
            var box = new Box(wechat, simulator);
            await box.LearnOpenIdAsync();
            return box;
        }

        /// <summary>Renders and sends as the outbox would.</summary>
        public async Task<IReadOnlyList<SendOutcome>> SendAsync(IActivity message)
        {
            var route = new Route.ServiceWindow("message", WeChat.Clock.Now.AddHours(1), 5);
            var ready = Assert.IsType<Rendering.Ready>(await WeChat.Outbound.RenderAsync(WeChat.Account, Contact, route, [(Activity)message], CancellationToken.None));
            var outcomes = new List<SendOutcome>();
            foreach (var part in ready.Parts)
                outcomes.Add(await WeChat.Outbound.SendAsync(WeChat.Account, Contact, part, CancellationToken.None));
            return outcomes;
        }

        public async Task StealTokenAsync()
        {
            using var response = await _http.PostAsync(new Uri($"{_simulator.Urls.First()}/simulator/control/accounts/{WeChat.Account.Name}/steal-token"), null);
            response.EnsureSuccessStatusCode();
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await WeChat.DisposeAsync();
            await _simulator.DisposeAsync();
        }

        private async Task LearnOpenIdAsync()
        {
            using var people = System.Text.Json.JsonDocument.Parse(await _http.GetStringAsync(new Uri(_simulator.Urls.First() + "/simulator/control/people")));
            Contact = new ContactPoint(WeChat.Account.Name, people.RootElement[0].GetProperty("openId").GetString()!);
        }
    }
}
