using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Files;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>Reads the answer to a push and takes only what the platform would take.</summary>
internal sealed class ReplyReader(MediaShelf media)
{
    public const int TextBytes = 2048;
    private const int ArticlesToEvent = 8, ArticlesToMessage = 1;
    private static readonly string[] Known =
    [
        "ToUserName", "FromUserName", "CreateTime", "MsgType", "Content", "Image", "Voice", "Video", "Music", "MediaId", "Title", "Description",
        "MusicUrl", "HQMusicUrl", "ThumbMediaId", "ArticleCount", "Articles", "item", "PicUrl", "Url", "TransInfo", "KfAccount",
    ];

    public ReplyVerdict Read(byte[] body, Push push)
    {
        if (body.Length == 0 || body.AsSpan().SequenceEqual("success"u8))
            return new ReplyVerdict.Received();
        if (ReplyEnvelope.Open(body, push.Follower.Account, out var why, out var clear) is not { } reply)
            return new ReplyVerdict.Broken(why, clear);
        if (HeaderProblem(reply, push.Follower) is { } problem)
            return new ReplyVerdict.Broken(problem, clear);
        var content = new Reply(reply, push, media);
        var shown = content.Read();
        return shown is null
            ? new ReplyVerdict.Broken(content.Problem, clear)
            : new ReplyVerdict.Answered(shown with { Via = "reply", PushId = push.Id }, clear!);
    }

    private static string? HeaderProblem(XElement reply, Follower follower)
    {
        foreach (var element in reply.Descendants())
            if (Known.FirstOrDefault(k => k.Equals(element.Name.LocalName, StringComparison.OrdinalIgnoreCase)) is { } known
                && known != element.Name.LocalName)
                return $"<{element.Name.LocalName}> must be written <{known}>";
        if (reply.Element("ToUserName")?.Value != follower.OpenId)
            return "ToUserName is not the sender of the message";
        if (reply.Element("FromUserName")?.Value != follower.Account.Settings.OriginalId)
            return "FromUserName is not the account's original id";
        return ReplyEnvelope.IsSeconds(reply.Element("CreateTime")?.Value) ? null : "CreateTime is not Unix seconds";
    }

    /// <summary>One reply under examination; <see cref="Problem"/> says why <see cref="Read"/> gave null.</summary>
    private sealed class Reply(XElement xml, Push push, MediaShelf media)
    {
        public string Problem { get; private set; } = "";

        public ChatMessage? Read() => xml.Element("MsgType")?.Value switch
        {
            "text" => Text(),
            "image" => Media("Image", "MediaId", "image", out var m) ? m : null,
            "voice" => Media("Voice", "MediaId", "voice", out var m) ? m : null,
            "video" => Media("Video", "MediaId", "video", out var m)
                ? m with { Title = Value("Video", "Title"), Description = Value("Video", "Description") } : null,
            "music" => Music(),
            "news" => News(),
            "transfer_customer_service" => push.IsEvent
                ? Fail("transfer_customer_service answers messages only, not events")
                : new ChatMessage { From = "platform", Kind = "transfer", Text = Value("TransInfo", "KfAccount") },
            var other => Fail($"MsgType \"{other}\" is unknown"),
        };

        private ChatMessage? Text()
        {
            var content = xml.Element("Content")?.Value;
            if (string.IsNullOrEmpty(content))
                return Fail("Content is missing or empty");
            return Encoding.UTF8.GetByteCount(content) > TextBytes
                ? Fail($"Content is longer than {TextBytes} bytes")
                : new ChatMessage { From = "account", Kind = "text", Text = content };
        }

        private bool Media(string element, string child, string type, out ChatMessage message)
        {
            message = new ChatMessage { From = "account", Kind = type };
            if (Value(element, child) is not { Length: > 0 } id)
                return Fail($"{element}/{child} is missing") is not null;
            if (media.Usable(push.Follower.Account.Settings.Name, id) is not { } file || file.Type != type)
                return Fail($"{child} \"{id}\" is not {type} media of this account, or expired") is not null;
            message = message with { MediaId = id, MediaUrl = ControlPaths.Media(id) };
            return true;
        }

        private ChatMessage? Music() => Media("Music", "ThumbMediaId", "thumb", out var thumb)
            ? thumb with
            {
                Kind = "music", Title = Value("Music", "Title"), Description = Value("Music", "Description"), Url = Value("Music", "MusicUrl"),
            }
            : null;

        private ChatMessage? News()
        {
            var items = xml.Element("Articles")?.Elements("item").ToList() ?? [];
            var most = push.IsEvent ? ArticlesToEvent : ArticlesToMessage;
            if (items.Count < 1 || items.Count > most)
                return Fail($"news needs 1 to {most} articles here, not {items.Count}");
            if (xml.Element("ArticleCount")?.Value != items.Count.ToString(CultureInfo.InvariantCulture))
                return Fail("ArticleCount is not the number of items");
            foreach (var item in items)
                foreach (var needed in (string[])["Title", "Description", "PicUrl", "Url"])
                    if (item.Element(needed) is null)
                        return Fail($"Articles/item/{needed} is missing");
            return new ChatMessage
            {
                From = "account",
                Kind = "news",
                Articles = [.. items.Select(i => new ChatArticle(
                    i.Element("Title")!.Value, i.Element("Description")!.Value, i.Element("PicUrl")!.Value, i.Element("Url")!.Value))],
            };
        }

        private string? Value(string element, string child) => xml.Element(element)?.Element(child)?.Value;

        private ChatMessage? Fail(string why)
        {
            Problem = why;
            return null;
        }
    }
}
