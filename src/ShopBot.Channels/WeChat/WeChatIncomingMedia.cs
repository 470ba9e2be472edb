using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;

namespace ShopBot.Channels.WeChat;

/// <summary>Fetches pictures and recordings that people sent; the platform has them for three days.</summary>
internal sealed class WeChatIncomingMedia(WeChatApi api, WeChatTimes times, IMedia media) : IIncomingMedia
{
    public string Channel => WeChatChannel.ChannelName;

    public async Task<string> KeepAsync(Account account, Attachment attachment, CancellationToken ct)
    {
        var mediaId = WeChatActivities.MediaIdOf(attachment) ?? throw new MediaUnavailableException("The attachment names no media of WeChat.");
        var reply = await api.CallAsync(
            account, "/cgi-bin/media/get?media_id=" + Uri.EscapeDataString(mediaId), () => null, WeChatLimits.MediaBytes, times.Transfer, ct);
        return reply switch
        {
            WeChatReply.File file => await media.KeepAsync(account.Shop, file.Bytes, ct),
            WeChatReply.Done done when done.Text("video_url") is not null =>
                throw new MediaRefusedException("Videos are not kept: WeChat gives out only a link to them. A picture is taken."),
            WeChatReply.Refused refused => throw new MediaUnavailableException($"WeChat answered {refused.Code}: {refused.Message}"),
            _ => throw new MediaUnavailableException($"WeChat gave no file: {reply}"),
        };
    }
}
