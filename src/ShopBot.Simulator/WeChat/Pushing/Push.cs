using System.Globalization;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>One message or event on its way to the account's address.</summary>
/// <param name="kind">The MsgType, or the Event.</param>
/// <param name="xml">In the clear, as in plain mode.</param>
internal sealed class Push(long id, Follower follower, string kind, bool isEvent, long? msgId, string xml)
{
    private int _answered;

    /// <summary>An event with the elements all of them have, and its own.</summary>
    public static Push Event(Platform platform, Follower follower, DateTimeOffset at, string name, Action<PushXml> fields)
    {
        var xml = PushXml.From(follower, at, "event").Text("Event", name);
        fields(xml);
        return new Push(platform.NextNumber(), follower, name, isEvent: true, msgId: null, xml.ToString());
    }

    public long Id { get; } = id;

    public Follower Follower { get; } = follower;

    public string Kind { get; } = kind;

    public bool IsEvent { get; } = isEvent;

    public long? MsgId { get; } = msgId;

    /// <summary>For JSON: scripts would round the number.</summary>
    public string? MsgIdText => MsgId?.ToString(CultureInfo.InvariantCulture);

    public string Xml { get; } = xml;

    /// <summary>Whether the person sees what becomes of it: an answer, or the notice that the service is at fault.</summary>
    public bool IsSeen => Kind is not ("unsubscribe" or "LOCATION" or "VIEW" or "view_miniprogram" or "TEMPLATESENDJOBFINISH" or "MASSSENDJOBFINISH"
        or "PUBLISHJOBFINISH" or "subscribe_msg_popup_event" or "subscribe_msg_change_event" or "subscribe_msg_sent_event");

    /// <summary>True for the first answer only: of one message delivered twice, the person sees one answer.</summary>
    public bool TakeAnswer() => Interlocked.Exchange(ref _answered, 1) == 0;
}
