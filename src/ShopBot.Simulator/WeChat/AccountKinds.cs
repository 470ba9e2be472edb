namespace ShopBot.Simulator.WeChat;

/// <summary>Several kinds of account at once: who may use a capability.</summary>
[Flags]
internal enum AccountKinds
{
    Subscription = 1,
    VerifiedSubscription = 2,
    Service = 4,
    VerifiedService = 8,
    Verified = VerifiedSubscription | VerifiedService,
    All = Subscription | Service | Verified,
}

internal static class AccountKindsExtensions
{
    public static bool Include(this AccountKinds kinds, AccountKind kind) => kinds.HasFlag(kind switch
    {
        AccountKind.VerifiedService => AccountKinds.VerifiedService,
        AccountKind.Service => AccountKinds.Service,
        AccountKind.VerifiedSubscription => AccountKinds.VerifiedSubscription,
        _ => AccountKinds.Subscription,
    });
}
