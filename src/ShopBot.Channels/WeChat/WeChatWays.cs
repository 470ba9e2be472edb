using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>The platform's three ways to a person, best first; what each kind of account may do of it, and how often.</summary>
internal static class WeChatWays
{
    public const string CustomSend = "message/custom/send", TemplateSend = "message/template/send", SubscriptionSend = "message/subscribe/bizsend";
    public const string Upload = "media/upload", Typing = "message/custom/typing";

    public static IReadOnlyList<Way> Of(Account account)
    {
        var (rights, limits) = (WeChatRights.Of(account), account.Limits);
        return
        [
            Way(RouteKind.Service, CustomSend, limits.ServicePerDay, WeChatLimits.ServicePerDay, rights.ServiceMessages),
            Way(RouteKind.Template, TemplateSend, limits.TemplatePerDay, WeChatLimits.TemplatePerDay, rights.Templates),
            Way(RouteKind.Subscription, SubscriptionSend, limits.SubscriptionPerDay, known: 0, rights.Notices),
        ];

        Way Way(RouteKind kind, string api, int set, int known, bool may) =>
            new(kind, api, Limit(set, known, limits.MessagesPerMinute), may ? null : $"an account of kind {account.Kind} may not");
    }

    public static ApiLimit UploadsOf(Account account) => Limit(account.Limits.UploadPerDay, WeChatLimits.UploadPerDay, minute: 0);

    private static ApiLimit Limit(int set, int known, int minute) => new(set > 0 ? set : known, minute);
}
