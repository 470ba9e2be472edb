using System.Globalization;

namespace ShopBot.Channels.WeChat;

/// <summary>What the platform tells an account about itself or about something the account had it do. Nobody said it, so nobody is answered.</summary>
/// <param name="Name">Of the activity that carries it.</param>
internal abstract record WeChatReport(string Name)
{
    /// <summary>A template message arrived, or did not.</summary>
    /// <param name="MsgId">As the platform gave it when it took the message.</param>
    /// <param name="Status">success, or why not.</param>
    public sealed record TemplateSent(string MsgId, string Status) : WeChatReport("template-sent")
    {
        public bool HasArrived => Status == "success";

        /// <summary>The person refuses the account's messages.</summary>
        public bool IsBlockedByPerson => !HasArrived && Status.Contains("block", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Subscription notices arrived, or did not.</summary>
    public sealed record NoticesSent(IReadOnlyList<NoticeSent> Notices) : WeChatReport("notices-sent");

    /// <param name="ErrorCode">0 = it arrived.</param>
    public sealed record NoticeSent(string TemplateId, string MsgId, string ErrorCode, string Why);

    /// <summary>A broadcast is about to be finished; the counts are near what they will be.</summary>
    /// <param name="Status">Without blanks: sendsuccess, sendfail, err(10001) …</param>
    /// <param name="Meant">Null where the platform gave no number; the same for the others.</param>
    public sealed record BroadcastSent(string MsgId, string Status, int? Meant, int? Sent, int? Missed) : WeChatReport("broadcast-sent");

    /// <param name="Status">0 = it is online.</param>
    public sealed record ArticlePublished(string PublishId, string Status) : WeChatReport("article-published");

    /// <summary>The account's verification was granted, refused, or ends.</summary>
    /// <param name="What">The platform's name of it, such as verify_expired.</param>
    public sealed record Verification(string What, string Why) : WeChatReport("account-verification");

    /// <summary>Somebody of the shop talks to a person in the platform's own agent console.</summary>
    public sealed record AgentSession(string What) : WeChatReport("agent-session");

    /// <summary>Sent by hand from the platform's console.</summary>
    public sealed record Trial() : WeChatReport("platform-trial");
}

/// <summary>Finds the reports among the events.</summary>
internal static class WeChatReports
{
    /// <returns>Null where the event is something a person did, or nobody knows what it is.</returns>
    public static WeChatReport? Of(WeChatPush push) => push.MsgType != "event" ? null : push.Event?.ToUpperInvariant() switch
    {
        "TEMPLATESENDJOBFINISH" => new WeChatReport.TemplateSent(push.JobMsgId ?? "", push.Status ?? ""),
        "MASSSENDJOBFINISH" => new WeChatReport.BroadcastSent(
            push.JobMsgId ?? "", (push.Status ?? "").Replace(" ", "", StringComparison.Ordinal), Count(push.TotalCount), Count(push.SentCount), Count(push.ErrorCount)),
        "PUBLISHJOBFINISH" or "FREEPUBLISHJOBFINISH" => new WeChatReport.ArticlePublished(push.PublishId ?? "", push.PublishStatus ?? ""),
        "SUBSCRIBE_MSG_SENT_EVENT" => new WeChatReport.NoticesSent(
            [.. push.Notices.Select(n => new WeChatReport.NoticeSent(n.TemplateId, n.MsgId, n.ErrorCode, n.ErrorStatus))]),
        "QUALIFICATION_VERIFY_SUCCESS" or "QUALIFICATION_VERIFY_FAIL" or "NAMING_VERIFY_SUCCESS" or "NAMING_VERIFY_FAIL" or "ANNUAL_RENEW"
            or "VERIFY_EXPIRED" => new WeChatReport.Verification(push.Event!, push.FailReason ?? ""),
        "KF_CREATE_SESSION" or "KF_CLOSE_SESSION" or "KF_SWITCH_SESSION" => new WeChatReport.AgentSession(push.Event!),
        "DEBUG_DEMO" => new WeChatReport.Trial(),
        _ => null,
    };

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
