using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>What the platform lets an account of one kind do. Where its pages contradict each other the stricter one stands here.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/service and /doc/subscription, the notes on permissions of each call (2025, 2026). Everything else answers 48001.</remarks>
internal sealed record WeChatRights
{
    /// <summary>Customer-service messages: replies outside the answer to a push.</summary>
    public bool ServiceMessages { get; private init; }

    public bool Templates { get; private init; }

    /// <summary>Subscription notices, which people accept one by one.</summary>
    public bool Notices { get; private init; }

    /// <summary>Menus, also for those who carry a tag.</summary>
    public bool Menus { get; private init; }

    /// <summary>Who follows, since when, with which tags.</summary>
    public bool Followers { get; private init; }

    /// <summary>Pictures to scan that name what brought somebody.</summary>
    public bool SceneCodes { get; private init; }

    /// <summary>Reports where a person is, unasked.</summary>
    public bool Positions { get; private init; }

    private static readonly WeChatRights Verified = new() { ServiceMessages = true, Notices = true, Menus = true, Followers = true };

    private static readonly WeChatRights VerifiedService = Verified with { Templates = true, SceneCodes = true, Positions = true };

    private static readonly WeChatRights None = new();

    public static WeChatRights Of(Account account) => account.Kind switch
    {
        AccountKind.VerifiedService => VerifiedService,
        AccountKind.VerifiedSubscription => Verified,
        _ => None,
    };
}
