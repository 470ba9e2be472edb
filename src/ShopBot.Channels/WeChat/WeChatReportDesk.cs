using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>Takes what the platform reports: settles the message it is about, and tells the operator what a person must look after.</summary>
internal sealed class WeChatReportDesk(ILogger<WeChatReportDesk> log)
{
    /// <exception cref="Exception">It could not be kept; the platform, left without an answer, reports it again.</exception>
    public Task TakeAsync(Account account, WeChatReport report, CancellationToken ct)
    {
        switch (report)
        {
            case WeChatReport.TemplateSent { HasArrived: false } sent:
                log.LogWarning("A template message of account {Account} did not arrive ({MsgId}): {Status}", account, sent.MsgId, sent.Status);
                break;
            case WeChatReport.NoticesSent sent:
                foreach (var missed in sent.Notices.Where(n => n.ErrorCode != "0"))
                    log.LogWarning("A notice of account {Account} did not arrive ({MsgId}): {Code} {Why}", account, missed.MsgId, missed.ErrorCode, missed.Why);
                break;
            case WeChatReport.BroadcastSent sent:
                log.LogInformation("Broadcast {MsgId} of account {Account}: {Status}, {Sent} of {Meant} reached.", sent.MsgId, account, sent.Status, sent.Sent, sent.Meant);
                break;
            case WeChatReport.ArticlePublished { Status: not "0" } article:
                log.LogWarning("Article {PublishId} of account {Account} is not online: status {Status}.", article.PublishId, account, article.Status);
                break;
            case WeChatReport.Verification { What: "verify_expired" or "annual_renew" or "naming_verify_fail" or "qualification_verify_fail" } verification:
                log.LogError(
                    "WeChat says {What} of account {Account} {Why}. Without a verified account most calls are refused with 48001: renew it in the platform's console.",
                    verification.What, account, verification.Why);
                break;
        }
        return Task.CompletedTask;
    }
}
