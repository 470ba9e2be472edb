using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;

namespace ShopBot.Channels.WeChat;

/// <summary>WeChat as the turn engine sees it.</summary>
internal sealed class WeChatChannel(WeChatAnswers answers, WeChatTyping typing) : ITurnChannel
{
    /// <summary>As in the settings.</summary>
    public const string ChannelName = "WeChat";

    /// <summary>As in activities.</summary>
    public const string ChannelId = "wechat";

    public string Name => ChannelName;

    /// <summary>Customer-service messages are for verified accounts; others get 48001.</summary>
    public bool MayPush(Account account) => WeChatRights.Of(account).ServiceMessages;

    public void ShowTyping(IncomingEvent incoming)
    {
        if (MayPush(incoming.Account))
            typing.Show(incoming.Account, incoming.From);
    }

    public IncomingEvent Read(Account account, ReadOnlyMemory<byte> raw) =>
        WeChatEvents.Read(account, raw, usesPreviousKey: false, out _)
        ?? throw new FormatException("The stored bytes are no event of WeChat.");

    public ValueTask<PlatformAnswer> AnswerAsync(IncomingEvent incoming, IReadOnlyList<Activity> replies, CancellationToken ct) =>
        answers.AnswerAsync(incoming, replies, MayPush(incoming.Account), ct);
}
