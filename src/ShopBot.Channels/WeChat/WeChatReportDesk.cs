using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>Takes what the platform reports: settles the message it is about, and tells the operator what a person must look after.</summary>
internal sealed class WeChatReportDesk(IDeliveryReports deliveries, ILogger<WeChatReportDesk> log)
{
    /// <exception cref="Exception">It could not be kept; the platform, left without an answer, reports it again.</exception>
    public async Task TakeAsync(Account account, ContactPoint from, WeChatReport report, CancellationToken ct)
    {
        foreach (var delivery in DeliveriesIn(from, report))
            await deliveries.NoteAsync(delivery, ct);

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
    }

    private static IEnumerable<DeliveryReport> DeliveriesIn(ContactPoint from, WeChatReport report) => report switch
    {
        WeChatReport.TemplateSent { MsgId.Length: > 0 } sent =>
        [
            new DeliveryReport(
                from, sent.MsgId, TemplateId: null,
                sent.HasArrived ? DeliveryResult.Delivered : sent.IsBlockedByPerson ? DeliveryResult.PersonRefuses : DeliveryResult.Failed, sent.Status),
        ],
        // The send gave no id, so the form says which message is meant. What failed of it is the person's doing: their last acceptance is used up.
        WeChatReport.NoticesSent sent => sent.Notices.Select(n => new DeliveryReport(
            from, n.MsgId, n.TemplateId, n.ErrorCode == "0" ? DeliveryResult.Delivered : DeliveryResult.PersonRefuses, $"{n.ErrorCode} {n.Why}")),
        _ => [],
    };
}
