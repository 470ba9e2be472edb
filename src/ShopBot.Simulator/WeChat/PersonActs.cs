using System.Security.Cryptography;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Files;
using ShopBot.Simulator.WeChat.Pushing;
using static ShopBot.Simulator.WeChat.Menus.MenuButtons;

namespace ShopBot.Simulator.WeChat;

/// <summary>What people do on their phones: each act shows in the chat, opens what it opens, and makes the push that tells the account.</summary>
internal sealed class PersonActs(Platform platform, MediaShelf media, ServerAddress address, LiveEvents live, TimeProvider clock)
{
    public Push Say(Follower who, string text) => Message(who, "text", GrantKind.Message,
        new ChatMessage { From = "person", Kind = "text", Text = text }, xml => xml.Text("Content", text));

    /// <summary>Taps a line of a menu message: a text that carries the line's id, and no window of a message.</summary>
    /// <param name="message">Where the line stands; null = in the newest message that has one with this id.</param>
    public Push Choose(Follower who, string id, long? message)
    {
        var choice = who.Chat.After(0).Reverse().Where(m => message is null || m.Id == message).SelectMany(m => m.Choices ?? []).FirstOrDefault(c => c.Id == id)
            ?? throw new ControlProblem(404, $"no message on this phone has a line with the id \"{id}\"");
        return Message(who, "text", GrantKind.MenuTap, new ChatMessage { From = "person", Kind = "text", Text = choice.Text },
            xml => xml.Text("Content", choice.Text), after: xml => xml.Text("bizmsgmenuid", id));
    }

    public Push SendFile(Follower who, string type, byte[] bytes, string? recognition)
    {
        var format = FileFormat.Of(bytes);
        var fits = type switch
        {
            "image" => format is { IsPicture: true },
            "voice" => format == FileFormat.Amr || format == FileFormat.Mp3,
            _ => format == FileFormat.Mp4,
        };
        if (!fits)
            throw new ControlProblem(400, $"the file is not what WeChat sends as {type}");
        var file = media.Keep(who.Account.Settings.Name, type, format!, bytes);
        var shown = new ChatMessage
        {
            From = "person", Kind = type, MediaId = file.MediaId, MediaUrl = ControlPaths.Media(file.MediaId), Text = recognition,
        };
        return type switch
        {
            "image" => Message(who, type, GrantKind.Message, shown, after: xml => xml.Text("MediaId", file.MediaId),
                fields: xml => xml.Text("PicUrl", address.Absolute(ControlPaths.Picture(file.MediaId))?.ToString())),
            "voice" => Message(who, type, GrantKind.Message, shown, xml => xml.Text("MediaId", file.MediaId).Text("Format", file.Format.Extension),
                after: xml =>
                {
                    xml.Text("MediaId16K", file.MediaId);
                    if (recognition is not null)
                        xml.Text("Recognition", recognition);
                }),
            _ => Message(who, type, GrantKind.Message, shown, xml => xml.Text("MediaId", file.MediaId)
                .Text("ThumbMediaId", media.Keep(who.Account.Settings.Name, "thumb", FileFormat.Jpeg, SamplePictures.Thumb).MediaId)),
        };
    }

    public Push SendPlace(Follower who, double latitude, double longitude, int scale, string label) => Message(who, "location", GrantKind.Message,
        new ChatMessage { From = "person", Kind = "location", Text = label, Latitude = latitude, Longitude = longitude },
        xml => xml.Text("Location_X", Degrees(latitude)).Text("Location_Y", Degrees(longitude)).Bare("Scale", scale).Text("Label", label));

    public Push ShareLink(Follower who, string title, string description, string url) => Message(who, "link", GrantKind.Message,
        new ChatMessage { From = "person", Kind = "link", Title = title, Description = description, Url = url },
        xml => xml.Text("Title", title).Text("Description", description).Text("Url", url));

    /// <param name="scene">The scene of the QR code that led here, or null.</param>
    public Push Follow(Follower who, string? scene, string? ticket = null)
    {
        if (who.Follows)
            throw new ControlProblem(409, $"{who.Person} follows {who.Account.Settings.Name} already");
        who.Follow(clock.GetUtcNow(), scene);
        TellFollow(who);
        return Event(who, "subscribe", GrantKind.Follow, "关注", xml =>
        {
            xml.Text("EventKey", scene is null ? "" : "qrscene_" + scene);
            if (scene is not null)
                xml.Text("Ticket", ticket ?? Ticket(scene));
        });
    }

    public Push Unfollow(Follower who)
    {
        MustFollow(who);
        who.Unfollow();
        TellFollow(who);
        return Event(who, "unsubscribe", null, "取消关注", xml => xml.Text("EventKey", ""));
    }

    /// <summary>Scans a QR code with a scene: somebody new follows by it.</summary>
    /// <param name="seen">The ticket, address or scene of a code of the account, or a scene no code is known of, as on an old print.</param>
    /// <exception cref="ControlProblem">410: the code is too old.</exception>
    public Push Scan(Follower who, string seen)
    {
        var code = who.Account.Codes.Seen(seen);
        if (code is not null && !who.Account.Codes.IsAlive(code))
        {
            platform.Show(who, new ChatMessage { From = "platform", Kind = "notice", Text = "二维码已过期" });
            throw new ControlProblem(410, $"the code expired at {code.ExpiresAt:O}");
        }
        var (scene, ticket) = (code?.Scene ?? seen, code?.Ticket ?? Ticket(seen));
        return who.Follows
            ? Event(who, "SCAN", GrantKind.Scan, "扫码", xml => xml.Text("EventKey", scene).Text("Ticket", ticket))
            : Follow(who, scene, ticket);
    }

    /// <summary>Answers the prompt for subscription notices, template by template.</summary>
    /// <param name="onPage">Asked on a web page; otherwise inside an article.</param>
    /// <exception cref="ControlProblem">404: the account has no such template.</exception>
    public Push AnswerPrompt(Follower who, IReadOnlyDictionary<string, bool> accepted, bool onPage)
    {
        MustBeNotices(who, accepted.Keys);
        foreach (var (id, accepts) in accepted)
            if (accepts)
                who.Consents.Accept(id);
        return Event(who, "subscribe_msg_popup_event", null, "订阅通知", xml => xml.Inside("SubscribeMsgPopupEvent", all =>
        {
            foreach (var (id, accepts) in accepted)
                all.Inside("List", one => one.Text("TemplateId", id).Text("SubscribeStatusString", accepts ? "accept" : "reject").Text("PopupScene", onPage ? "1" : "2"));
        }));
    }

    /// <summary>Turns notices off in the account's settings on the phone.</summary>
    /// <exception cref="ControlProblem">404: the account has no such template.</exception>
    public Push StopNotices(Follower who, IReadOnlyList<string> templates)
    {
        MustBeNotices(who, templates);
        foreach (var id in templates)
            who.Consents.Withdraw(id);
        return Event(who, "subscribe_msg_change_event", null, "关闭订阅通知", xml => xml.Inside("SubscribeMsgChangeEvent", all =>
        {
            foreach (var id in templates)
                all.Inside("List", one => one.Text("TemplateId", id).Text("SubscribeStatusString", "reject"));
        }));
    }

    private static void MustBeNotices(Follower who, IEnumerable<string> templates)
    {
        if (templates.FirstOrDefault(id => who.Account.Templates.Find(id, notice: true) is null) is { } unknown)
            throw new ControlProblem(404, $"{who.Account.Settings.Name} has no template for notices with the id \"{unknown}\"");
    }

    /// <summary>The app tells where the person is, unasked.</summary>
    public Push ReportPosition(Follower who, double latitude, double longitude, double precision)
    {
        MustFollow(who);
        return Event(who, "LOCATION", null, null, xml => xml.Text("Latitude", Degrees(latitude))
            .Text("Longitude", Degrees(longitude)).Text("Precision", Degrees(precision)));
    }

    /// <summary>Taps a button of the bottom menu, found by its key, its address or its name.</summary>
    /// <param name="result">What the camera read, for the scanning buttons.</param>
    public Push TapMenu(Follower who, string button, string? result)
    {
        MustFollow(who);
        var menu = who.Account.Menus.For(who);
        var leaf = Leaves(menu?["button"]).FirstOrDefault(b => Of(b, "key") == button || Of(b, "url") == button || Of(b, "name") == button)
            ?? throw new ControlProblem(404, $"the menu has no button \"{button}\"");
        var (type, key, name) = (Of(leaf, "type")!, Of(leaf, "key") ?? "", Of(leaf, "name"));
        long menuId = menu!["menuid"]!.GetValue<int>();
        return type switch
        {
            "click" => Event(who, "CLICK", GrantKind.MenuTap, name, xml => xml.Text("EventKey", key)),
            "view" => Event(who, "VIEW", null, name, xml => xml.Text("EventKey", Of(leaf, "url")).Bare("MenuId", menuId)),
            "miniprogram" => Event(who, "view_miniprogram", null, name, xml => xml.Text("EventKey", Of(leaf, "pagepath")).Bare("MenuId", menuId)),
            "scancode_push" or "scancode_waitmsg" => Event(who, type, GrantKind.MenuTap, name, xml => xml.Text("EventKey", key)
                .Inside("ScanCodeInfo", scan => scan.Text("ScanType", "qrcode").Text("ScanResult", result ?? "SKU-0007"))),
            "location_select" => Event(who, type, null, name, xml => xml.Text("EventKey", key).Inside("SendLocationInfo", place => place
                .Text("Location_X", "31.23").Text("Location_Y", "121.47").Text("Scale", "15").Text("Label", result ?? "上海市黄浦区").Text("Poiname", ""))),
            _ => Event(who, type, null, name, xml => xml.Text("EventKey", key).Inside("SendPicsInfo", pictures => pictures.Bare("Count", 1)
                .Inside("PicList", list => list.Inside("item", item => item.Text("PicMd5Sum", RandomNumberGenerator.GetHexString(32, true)))))),
        };
    }

    /// <summary>Something this simulator has no act for, such as a message type that does not exist yet.</summary>
    /// <param name="fields">Further elements, as texts.</param>
    public Push Anything(Follower who, string msgType, string? eventName, IReadOnlyDictionary<string, string> fields)
    {
        void Write(PushXml xml)
        {
            foreach (var (name, value) in fields)
                xml.Text(name, value);
        }
        if (fields.Keys.FirstOrDefault(k => k.Length == 0 || !k.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(k[0])) is { } bad)
            throw new ControlProblem(400, $"\"{bad}\" cannot be an element's name");
        return msgType == "event"
            ? Event(who, eventName ?? throw new ControlProblem(400, "an event needs a name in \"event\""), null, $"[{eventName}]", Write)
            : Message(who, msgType, GrantKind.Message, new ChatMessage { From = "person", Kind = "event", Text = $"[{msgType}]" }, Write);
    }

    private Push Message(Follower who, string type, GrantKind grant, ChatMessage shown, Action<PushXml> fields, Action<PushXml>? after = null)
    {
        MustFollow(who);
        var (at, msgId, pushId) = (clock.GetUtcNow(), platform.NextMsgId(), platform.NextNumber());
        who.Grant(grant, at);
        var xml = PushXml.From(who, at, type);
        fields(xml);
        xml.Bare("MsgId", msgId);
        after?.Invoke(xml);
        platform.Show(who, shown with { PushId = pushId });
        return new Push(pushId, who, type, isEvent: false, msgId, xml.ToString());
    }

    private Push Event(Follower who, string name, GrantKind? grant, string? shown, Action<PushXml> fields)
    {
        var at = clock.GetUtcNow();
        if (grant is { } opened)
            who.Grant(opened, at);
        var push = Push.Event(platform, who, at, name, fields);
        if (shown is not null)
            platform.Show(who, new ChatMessage { From = "person", Kind = "event", Text = shown, Title = name, PushId = push.Id });
        return push;
    }

    private void TellFollow(Follower who) =>
        live.Tell("follow", new { account = who.Account.Settings.Name, person = who.Person, follows = who.Follows });

    private static void MustFollow(Follower who)
    {
        if (!who.Follows)
            throw new ControlProblem(409, $"{who.Person} does not follow {who.Account.Settings.Name}");
    }

    private static string Degrees(double value) => value.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture);

    private static string Ticket(string scene) => "gQ" + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(scene)).TrimEnd('=');
}
