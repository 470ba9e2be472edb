using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>Shows a person that an answer is being written. A courtesy: where it fails, nothing else does.</summary>
internal sealed class WeChatTyping(WeChatApi api, IApiLimits limits, WeChatTimes times, ILogger<WeChatTyping> log)
{
    /// <summary>At once: whoever calls it has an answer to make.</summary>
    public void Show(Account account, ContactPoint to) => _ = Task.Run(() => ShowAsync(account, to), CancellationToken.None);

    private async Task ShowAsync(Account account, ContactPoint to)
    {
        try
        {
            // No limit of it is known; but it rests with whatever stops the account's calls.
            if (await limits.TakeAsync(account.Name, WeChatWays.Typing, default, CancellationToken.None) is not null)
                return;
            var body = WeChatJson.Bytes($$"""{"touser":{{WeChatJson.Quote(to.UserId)}},"command":"Typing"}""");
            var reply = await api.CallAsync(
                account, "/cgi-bin/" + WeChatWays.Typing, () => WeChatJson.Content(body), WeChatLimits.AnswerBytes, times.Call, CancellationToken.None);
            if (reply is not WeChatReply.Done)
                log.LogDebug("No typing sign over account {Account}: {Reply}", account, reply);
        }
        catch (Exception error)
        {
            log.LogWarning(error, "The typing sign over account {Account} broke.", account);
        }
    }
}
