using System.Globalization;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Simulator.WeChat;
using ShopBot.Tests.Outbox;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>Every code the platform may give to a call of ours, produced by the simulator, and what became of the message: Samples/WeChat/errcodes.csv.</summary>
public sealed class ErrcodeTests(ErrcodeTests.OneBox boxes) : IClassFixture<ErrcodeTests.OneBox>
{
    private const string Template = "tmplProgress0123456789abcdefghijklmnopqrstu", Notice = "tmplNotice0123456789abcdefghijklmnopqrstuvw";

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["service"] = "/cgi-bin/message/custom/send",
        ["template"] = "/cgi-bin/message/template/send",
        ["subscription"] = "/cgi-bin/message/subscribe/bizsend",
        ["upload"] = "/cgi-bin/media/upload",
        ["token"] = "/cgi-bin/stable_token",
    };

    public static TheoryData<string, int, int, string, string> Rows()
    {
        var rows = new TheoryData<string, int, int, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", "WeChat", "errcodes.csv")).Where(l => !l.StartsWith('#')).Skip(1))
        {
            var cells = line.Split(',');
            rows.Add(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture), cells[4], cells[5]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_code_means_what_the_table_says(string call, int code, int times, string said, string then)
    {
        await using var box = await boxes.OpenAsync();
        await using var outbox = await TestOutbox.OpenOnAsync(box.WeChat.Outbound, box.WeChat.Account);
        // Their pauses end on the outbox's clock.
        box.WeChat.Clock.Now = outbox.Clock.GetUtcNow();
        await OweAsync(outbox, box, call, box.Contact);
        for (var i = 1; i < times && code == 50002; i++)
            await OweAsync(outbox, box, call, new ContactPoint(box.Contact.Account, $"oSomebody{i}"));
        if (code != 0)
            await box.Control.AddFaultAsync(new { on = Paths[call], @do = "errcode", errcode = code, times });

        await outbox.DrainAsync();

        Assert.Equal((said, then), (Said(outbox), await ThenAsync(outbox, box, call)));
    }

    /// <summary>With a window and both forms, but only the way that is asked about is open at first; behind a template an accepted notice is.</summary>
    private static async Task OweAsync(TestOutbox outbox, PlatformBox box, string call, ContactPoint person)
    {
        var account = box.WeChat.Account;
        account.Templates.Clear();
        account.Subscriptions.Clear();
        if (call == "template")
            account.Templates["news"] = new NoticeTemplate { Id = Template, Data = { ["thing1"] = "{what}" } };
        if (call is "template" or "subscription")
        {
            account.Subscriptions["news"] = new NoticeTemplate { Id = Notice, Data = { ["thing1"] = "{what}" } };
            await outbox.AcceptsAsync(person, Notice);
        }
        else
        {
            await outbox.WritesAsync(person);
        }

        var form = new NoticeForm(new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = "洗好了" }, "https://shop.example/o/1");
        outbox.Notices.Write = _ =>
        [
            new Activity
            {
                Type = ActivityTypes.Message, Text = call == "upload" ? null : "洗好了", ChannelData = form,
                Attachments = call == "upload" ? [new Attachment("image/jpeg", MediaReference.For("bag"))] : null,
            },
        ];
        await outbox.OwesFactAsync(person, "news");
    }

    private static string Said(TestOutbox outbox) =>
        outbox.Database.Read(db => db.Scalar("SELECT outcome FROM attempt ORDER BY id LIMIT 1")) as string ?? "-";

    private static async Task<string> ThenAsync(TestOutbox outbox, PlatformBox box, string call)
    {
        if (outbox.Count("api_pause WHERE api = ''") > 0)
            return "rests account";
        var (state, _) = outbox.Messages(box.Contact)[0];
        if (state == "done" && call == "template" && outbox.RouteOf(box.Contact).Route == "subscription")
            return "next";
        if (state == "done" && call == "upload")
            return (await box.Phone.ReceivedAsync())[^1].Kind == "text" ? "link" : "done";
        if (state != "ready")
            return state;
        return outbox.Count("api_pause") > 0 ? "rests call" : outbox.Count("lane WHERE hold_reason = 'window'") > 0 ? "waits" : "again";
    }

    /// <summary>The simulator and the channel before it, anew for each row: tokens, windows and uploads of one row mean nothing to the next.</summary>
    public sealed class OneBox
    {
        private byte[]? _picture;

        internal async Task<PlatformBox> OpenAsync()
        {
            var box = await PlatformBox.OpenAsync(
                account => account.Name = TestOutbox.Account,
                templates: [new SimulatedTemplate(Template, "进度", "进度：{{thing1.DATA}}"), new SimulatedTemplate(Notice, "进度", "进度：{{thing1.DATA}}", IsNotice: true)]);
            box.WeChat.Media.Files["bag"] = new MediaFile("bag", "laundry", "image/jpeg", _picture ??= await box.Control.SampleAsync("bag"));
            await box.Phone.SayAsync("hi");
            await box.Phone.AcceptNoticeAsync(Notice);
            return box;
        }
    }
}
