using System.Text.RegularExpressions;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat.CheckUp;

/// <summary>What the platform's refusals mean to the person who set the account up, and what that person does about them.</summary>
internal static partial class ApiComplaints
{
    private const string Console = "the platform's console (mp.weixin.qq.com, 设置与开发 → 基本配置)";

    /// <param name="doing">What was asked for, such as "an access token".</param>
    public static Finding.Wrong About(string about, Account account, WeChatReply reply, string doing) => reply switch
    {
        WeChatReply.NoToken noToken => About(about, account, noToken.Cause, "an access token"),
        WeChatReply.Refused refused => Refused(about, account, refused, doing),
        WeChatReply.NotSent notSent => new(about, $"{HostOf(account)} cannot be reached ({notSent.Why}).",
            "Let this machine reach it on port 443: look at its network, DNS and firewall, and at ApiBase if it is set."),
        WeChatReply.Unclear unclear => new(about, $"{HostOf(account)} gave no usable answer when asked for {doing}: {unclear.Why}.",
            "Run doctor again in a few minutes. If it stays, look whether ApiBase is the platform and no proxy answers in its place."),
        _ => new(about, $"{HostOf(account)} answered a file when asked for {doing}.", "Look whether ApiBase is the platform."),
    };

    private static Finding.Wrong Refused(string about, Account account, WeChatReply.Refused refused, string doing)
    {
        var setting = $"Accounts:{account.Name}";
        var code = refused.Code;
        return code switch
        {
            "40013" => new(about, $"The platform knows no account with this AppId ({code}).", $"Copy the AppID from {Console} into {setting}:AppId."),
            "40001" or "40125" or "41004" => new(about, $"The platform refuses the AppSecret ({code}).",
                $"Copy the AppSecret into {setting}:AppSecret. If nobody has it any more, reset it in {Console}; the old one dies at once."),
            "40164" or "61004" => new(about, $"The platform does not let this machine in: its address {IpIn(refused.Message) ?? "as seen from outside"} is not on the account's list ({code}).",
                $"Add {IpIn(refused.Message) ?? "the address"} to the IP whitelist (IP白名单) in {Console}; it takes a few minutes."),
            "40243" => new(about, $"The AppSecret is frozen ({code}).", $"Unfreeze it in {Console}; that takes ten minutes."),
            "89503" or "89501" => new(about, $"The platform asks the account's administrator whether this machine may come in ({code}).",
                "The administrator confirms in the message WeChat has sent to their phone; then run doctor again."),
            "89506" or "89507" => new(about, $"The account's administrator refused this machine ({code}).", "Wait an hour (after two refusals a day), run doctor again and confirm on the phone."),
            "48001" => new(about, $"The platform does not let this account have {doing} ({code}).", KindMend(account)),
            "50001" or "50002" or "48004" => new(about, $"The account is restricted ({code}).", "Read the notice in the platform's console; only the platform lifts a restriction."),
            "45009" => new(about, $"Today's calls for {doing} are used up ({code}).", "Wait until midnight in Beijing, or clear the quota in the console (ten times a month)."),
            _ => new(about, $"The platform refuses {doing}: {code} {WithoutRid().Replace(refused.Message, "")}.", "Look the code up in the platform's documentation (全局返回码)."),
        };
    }

    public static string KindMend(Account account) =>
        $"Accounts:{account.Name}:Kind says {account.Kind}. Write what the account is (VerifiedService, Service, VerifiedSubscription, Subscription); if it is that, its verification may have run out.";

    private static string HostOf(Account account) => new Uri(WeChatHttp.BaseOf(account)).Authority;

    private static string? IpIn(string message) => Ip().Match(message) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"\d{1,3}(\.\d{1,3}){3}")]
    private static partial Regex Ip();

    [GeneratedRegex(@"\s*(rid|hint): .*$", RegexOptions.Singleline)]
    private static partial Regex WithoutRid();
}
