using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>The platform's three ways to a person, best first; what each kind of account may do of it, and how often.</summary>
internal static class WeChatWays
{
    public const string CustomSend = "message/custom/send", TemplateSend = "message/template/send", SubscriptionSend = "message/subscribe/bizsend";
    public const string Upload = "media/upload", Typing = "message/custom/typing";

    private const string Unverified = "only verified accounts may";

    public static IReadOnlyList<Way> Of(Account account)
    {
        var verified = account.Kind is AccountKind.VerifiedService or AccountKind.VerifiedSubscription ? null : Unverified;
        var (limits, minute) = (account.Limits, account.Limits.MessagesPerMinute);
        return
        [
            new Way(RouteKind.Service, CustomSend, Limit(limits.ServicePerDay, WeChatLimits.ServicePerDay, minute), verified),
            new Way(RouteKind.Template, TemplateSend, Limit(limits.TemplatePerDay, WeChatLimits.TemplatePerDay, minute),
                account.Kind == AccountKind.VerifiedService ? null : "only verified service accounts may"),
            new Way(RouteKind.Subscription, SubscriptionSend, Limit(limits.SubscriptionPerDay, 0, minute), verified),
        ];
    }

    public static ApiLimit UploadsOf(Account account) => Limit(account.Limits.UploadPerDay, WeChatLimits.UploadPerDay, minute: 0);

    private static ApiLimit Limit(int set, int known, int minute) => new(set > 0 ? set : known, minute);
}
