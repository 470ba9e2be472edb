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
    public string? Url { get; private set; }
    public string? Event { get; private set; }
    public string? EventKey { get; private set; }
    public string? Ticket { get; private set; }
    public string? Latitude { get; private set; }
    public string? Longitude { get; private set; }

    /// <summary>Of the sent message a job event is about; spelt differently from the id of a message in.</summary>
    public string? JobMsgId { get; private set; }

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
            case "Url": Url ??= value; break;
            case "Event": Event ??= value; break;
            case "EventKey": EventKey ??= value; break;
            case "Ticket": Ticket ??= value; break;
            case "Latitude": Latitude ??= value; break;
            case "Longitude": Longitude ??= value; break;
            case "MsgID": JobMsgId ??= value; break;
        }
    }
}
