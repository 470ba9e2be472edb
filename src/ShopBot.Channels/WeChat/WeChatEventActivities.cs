using Microsoft.Bot.Schema;

namespace ShopBot.Channels.WeChat;

/// <summary>Says what an event means in the bot's words. What somebody did is a name and a value; what the platform reports has a record of its own.</summary>
internal static class WeChatEventActivities
{
    public static void Fill(Activity activity, WeChatPush push)
    {
        switch (push.Event)
        {
            case "subscribe":
                activity.Type = ActivityTypes.ConversationUpdate;
                activity.MembersAdded = [activity.From];
                activity.Value = WeChatActivities.SceneOf(push);
                break;
            case "unsubscribe":
                activity.Type = ActivityTypes.ConversationUpdate;
                activity.MembersRemoved = [activity.From];
                break;
            case "SCAN":
                Named(activity, "scan", push.EventKey);
                break;
            case "CLICK":
                Named(activity, "menu", push.EventKey);
                break;
            case "VIEW" or "view_miniprogram":
                Named(activity, "view", push.EventKey);
                break;
            case "LOCATION":
                Named(activity, "location", null);
                activity.Entities = WeChatActivities.Place(push.Latitude, push.Longitude, null);
                break;
            case "scancode_waitmsg":
                Named(activity, "scanned", push.ScanResult);
                break;
            case "scancode_push":
                // The phone itself has shown what it read.
                Named(activity, "scanned-and-shown", push.ScanResult);
                break;
            case "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin":
                Named(activity, "pictures-follow", push.PictureCount);
                break;
            case "location_select":
                Named(activity, "place-follows", push.PoiName is { Length: > 0 } name ? name : push.Label);
                activity.Entities = WeChatActivities.Place(push.LocationX, push.LocationY, push.Label);
                break;
            case "subscribe_msg_popup_event" or "subscribe_msg_change_event":
                Named(activity, "notices-chosen", push.Notices.Select(n => new NoticeChoice(n.TemplateId, n.Choice == "accept")).ToList());
                break;
            case "user_authorization_revoke" or "user_authorization_cancellation":
                Named(activity, "consent-withdrawn", push.RevokeInfo);
                break;
            case "user_info_modified":
                // Nothing of a profile is kept, so nothing has to follow it.
                Named(activity, "profile-changed", null);
                break;
            default:
                if (WeChatReports.Of(push) is { } report)
                    Named(activity, report.Name, report);
                else
                    Named(activity, WeChatActivities.UnknownPrefix + WeChatActivities.KindOf(push), push.EventKey);
                break;
        }
    }

    private static void Named(Activity activity, string name, object? value)
    {
        activity.Type = ActivityTypes.Event;
        activity.Name = name;
        activity.Value = value;
    }
}

/// <summary>What a person chose when the platform asked whether they want a kind of notice.</summary>
public sealed record NoticeChoice(string TemplateId, bool Accepts);
