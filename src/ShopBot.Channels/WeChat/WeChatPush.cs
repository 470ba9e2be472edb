namespace ShopBot.Channels.WeChat;

/// <summary>A push as the platform wrote it: the elements we know, flat, all optional; what is absent is null.</summary>
internal sealed class WeChatPush
{
    public string? ToUserName { get; private set; }
    public string? FromUserName { get; private set; }

    /// <summary>Unix seconds.</summary>
    public string? CreateTime { get; private set; }

    public string? MsgType { get; private set; }
    public string? MsgId { get; private set; }
    public string? Content { get; private set; }

    /// <summary>Which choice of a message was tapped; absent when the same words were typed.</summary>
    public string? BizMsgMenuId { get; private set; }

    public string? MediaId { get; private set; }

    /// <summary>The same recording at 16 kHz.</summary>
    public string? MediaId16K { get; private set; }

    public string? Format { get; private set; }
    public string? Recognition { get; private set; }
    public string? LocationX { get; private set; }
    public string? LocationY { get; private set; }
    public string? Label { get; private set; }
    public string? Title { get; private set; }
    public string? Description { get; private set; }
    public string? Url { get; private set; }
    public string? Event { get; private set; }
    public string? EventKey { get; private set; }
    public string? Ticket { get; private set; }
    public string? Latitude { get; private set; }
    public string? Longitude { get; private set; }

    /// <summary>Of the sent message a job event is about; spelt differently from the id of a message in.</summary>
    public string? JobMsgId { get; private set; }

    /// <summary>How a job ended, in the platform's words.</summary>
    public string? Status { get; private set; }

    /// <summary>Of a broadcast: how many were meant, reached, missed.</summary>
    public string? TotalCount { get; private set; }
    public string? SentCount { get; private set; }
    public string? ErrorCount { get; private set; }

    /// <summary>Of an article put online without a broadcast.</summary>
    public string? PublishId { get; private set; }
    public string? PublishStatus { get; private set; }

    /// <summary>What the camera read after a scanning button of the menu.</summary>
    public string? ScanResult { get; private set; }

    /// <summary>The pictures that follow after a picture button of the menu.</summary>
    public string? PictureCount { get; private set; }

    /// <summary>The name of a place picked on the map; empty where it has none.</summary>
    public string? PoiName { get; private set; }

    /// <summary>What a person withdrew their consent to.</summary>
    public string? RevokeInfo { get; private set; }

    /// <summary>Why and when the account's verification ends or failed.</summary>
    public string? FailReason { get; private set; }

    /// <summary>Whom an event about consent is about, where it says so besides the sender.</summary>
    public string? OpenId { get; private set; }

    /// <summary>One entry for each template a subscription-notification event is about; empty for all other events.</summary>
    public IReadOnlyList<WeChatNoticeItem> Notices => _notices;

    private readonly List<WeChatNoticeItem> _notices = [];

    /// <summary>Keeps the first value of an element we know; others are ignored, since the platform adds some every year.</summary>
    public void Set(string element, string value)
    {
        switch (element)
        {
            case "ToUserName": ToUserName ??= value; break;
            case "FromUserName": FromUserName ??= value; break;
            case "CreateTime": CreateTime ??= value; break;
            case "MsgType": MsgType ??= value; break;
            case "MsgId": MsgId ??= value; break;
            case "Content": Content ??= value; break;
            case "bizmsgmenuid": BizMsgMenuId ??= value; break;
            case "MediaId": MediaId ??= value; break;
            case "MediaId16K": MediaId16K ??= value; break;
            case "Format": Format ??= value; break;
            case "Recognition": Recognition ??= value; break;
            case "Location_X": LocationX ??= value; break;
            case "Location_Y": LocationY ??= value; break;
            case "Label": Label ??= value; break;
            case "Title": Title ??= value; break;
            case "Description": Description ??= value; break;
            case "Url": Url ??= value; break;
            case "Event": Event ??= value; break;
            case "EventKey": EventKey ??= value; break;
            case "Ticket": Ticket ??= value; break;
            case "Latitude": Latitude ??= value; break;
            case "Longitude": Longitude ??= value; break;
            case "MsgID": JobMsgId ??= value; break;
            case "Status": Status ??= value; break;
            case "TotalCount": TotalCount ??= value; break;
            case "SentCount": SentCount ??= value; break;
            case "ErrorCount": ErrorCount ??= value; break;
            case "RevokeInfo": RevokeInfo ??= value; break;
            case "FailReason": FailReason ??= value; break;
            case "OpenID": OpenId ??= value; break;
        }
    }

    /// <summary>An element inside a group opens.</summary>
    /// <param name="group">The element at the top that holds it.</param>
    public void Begin(string group, string element)
    {
        if (element == "List" && IsNotices(group) && _notices.Count < WeChatLimits.NoticesInEvent)
            _notices.Add(new WeChatNoticeItem());
    }

    /// <summary>Keeps a value that stands inside a group, under the same rules as <see cref="Set"/>.</summary>
    public void SetInside(string group, string element, string value)
    {
        switch (group, element)
        {
            case ("ScanCodeInfo", "ScanResult"): ScanResult ??= value; break;
            case ("SendPicsInfo", "Count"): PictureCount ??= value; break;
            case ("SendLocationInfo", "Location_X"): LocationX ??= value; break;
            case ("SendLocationInfo", "Location_Y"): LocationY ??= value; break;
            case ("SendLocationInfo", "Label"): Label ??= value; break;
            case ("SendLocationInfo", "Poiname"): PoiName ??= value; break;
            case ("PublishEventInfo", "publish_id"): PublishId ??= value; break;
            case ("PublishEventInfo", "publish_status"): PublishStatus ??= value; break;
            case (_, not "List") when _notices.Count > 0 && IsNotices(group): _notices[^1].Set(element, value); break;
        }
    }

    private static bool IsNotices(string group) =>
        group is "SubscribeMsgPopupEvent" or "SubscribeMsgChangeEvent" or "SubscribeMsgSentEvent";
}

/// <summary>One template in a subscription-notification event.</summary>
internal sealed class WeChatNoticeItem
{
    public string TemplateId { get; private set; } = "";

    /// <summary>accept or reject; empty where a notice was sent.</summary>
    public string Choice { get; private set; } = "";

    /// <summary>Of the notice sent; empty otherwise.</summary>
    public string MsgId { get; private set; } = "";

    /// <summary>0 = it arrived.</summary>
    public string ErrorCode { get; private set; } = "";

    public string ErrorStatus { get; private set; } = "";

    public void Set(string element, string value)
    {
        switch (element)
        {
            case "TemplateId": TemplateId = value; break;
            case "SubscribeStatusString": Choice = value; break;
            case "MsgID": MsgId = value; break;
            case "ErrorCode": ErrorCode = value; break;
            case "ErrorStatus": ErrorStatus = value; break;
        }
    }
}
