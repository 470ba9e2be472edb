using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;

namespace ShopBot.Channels.WeChat;

/// <summary>Turns a push into an event of ours: who, when, under which key.</summary>
internal static class WeChatEvents
{
    private const int UserIdChars = 64, KeyChars = 100;

    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    private static readonly SearchValues<char> KeyLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");

    private static readonly long LatestSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <param name="raw">The push's XML, decrypted; kept as it is.</param>
    /// <returns>Null where it is not XML of the platform's shape, or names no sender, time or kind.</returns>
    public static IncomingEvent? Read(Account account, ReadOnlyMemory<byte> raw, bool usesPreviousKey, out WeChatPush? push)
    {
        push = WeChatReader.Read(raw.Span);
        if (push is null
            || PersonOf(push) is not { Length: > 0 and <= UserIdChars } user || user.AsSpan().ContainsAnyExcept(IdLetters)
            || push.ToUserName is not { Length: > 0 and <= UserIdChars } original || original.AsSpan().ContainsAnyExcept(IdLetters)
            || string.IsNullOrEmpty(push.MsgType)
            || !long.TryParse(push.CreateTime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > LatestSecond)
        {
            return null;
        }

        var from = new ContactPoint(account.Name, user);
        var contact = from.ToString();
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var activity = new Activity
        {
            Id = KeyOf(push, raw.Span),
            ChannelId = WeChatChannel.ChannelId,
            ServiceUrl = WeChatHttp.BaseOf(account),
            Timestamp = at,
            From = new ChannelAccount { Id = contact, Role = RoleTypes.User },
            Recipient = new ChannelAccount { Id = account.Name, Role = RoleTypes.Bot },
            Conversation = new ConversationAccount { Id = contact, TenantId = account.Shop },
            ChannelData = new WeChatExtras
            {
                OriginalId = original,
                MenuItemId = push.BizMsgMenuId is { Length: > 0 } item ? item : null,
                Scene = WeChatActivities.SceneOf(push),
                UsesPreviousKey = usesPreviousKey,
            },
        };
        WeChatActivities.Fill(activity, push);
        return new IncomingEvent(account, from, activity.Id, at, activity, raw);
    }

    /// <summary>Whom it is about: events about consent may come in the platform's own name.</summary>
    private static string? PersonOf(WeChatPush push) =>
        push.Event is "user_authorization_revoke" or "user_authorization_cancellation" && push.OpenId is { Length: > 0 } person ? person : push.FromUserName;

    /// <summary>The window the person opened by it; null where the platform grants none.</summary>
    public static WeChatWindow? WindowOf(WeChatPush push) => push.MsgType switch
    {
        "event" => push.Event switch
        {
            "subscribe" => WeChatLimits.Follow,
            "SCAN" => WeChatLimits.Scan,
            "CLICK" or "scancode_push" or "scancode_waitmsg" => WeChatLimits.Menu,
            _ => null,
        },
        "text" when push.BizMsgMenuId is { Length: > 0 } => WeChatLimits.Menu,
        _ => WeChatLimits.Message,
    };

    // Messages have an id. Events have none: two of one person may fall in the same second, so what happened belongs to the key.
    private static string KeyOf(WeChatPush push, ReadOnlySpan<byte> raw)
    {
        if (push.MsgType != "event")
            return IsKey(push.MsgId) ? push.MsgId! : Hashed(raw);
        var about = string.IsNullOrEmpty(push.JobMsgId) ? push.EventKey : push.JobMsgId;
        var key = $"{push.FromUserName}-{push.CreateTime}-{push.Event}-{about}";
        return IsKey(key) ? key : Hashed(Encoding.UTF8.GetBytes(key));
    }

    private static bool IsKey(string? key) => key is { Length: > 0 and <= KeyChars } && !key.AsSpan().ContainsAnyExcept(KeyLetters);

    private static string Hashed(ReadOnlySpan<byte> what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(what, hash);
        return "h-" + Convert.ToHexStringLower(hash[..16]);
    }
}
