using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Channels.WeChat;

/// <summary>The XML of passive replies and of the envelope they are sealed in.</summary>
internal static class WeChatReplyXml
{
    private const int NonceDigits = 10;

    public static WeChatXml Text(string to, string from, DateTimeOffset at, string content) =>
        Begin(to, from, at, "text"u8).Text("<Content>"u8, content, "</Content>"u8).Raw("</xml>"u8);

    public static WeChatXml Image(string to, string from, DateTimeOffset at, string platformMediaId) =>
        Begin(to, from, at, "image"u8).Raw("<Image>"u8).Text("<MediaId>"u8, platformMediaId, "</MediaId>"u8).Raw("</Image></xml>"u8);

    public static WeChatXml Voice(string to, string from, DateTimeOffset at, string platformMediaId) =>
        Begin(to, from, at, "voice"u8).Raw("<Voice>"u8).Text("<MediaId>"u8, platformMediaId, "</MediaId>"u8).Raw("</Voice></xml>"u8);

    public static WeChatXml Video(string to, string from, DateTimeOffset at, string platformMediaId, WeChatMessage.Video video) =>
        Begin(to, from, at, "video"u8).Raw("<Video>"u8)
            .Text("<MediaId>"u8, platformMediaId, "</MediaId>"u8)
            .Text("<Title>"u8, video.Title, "</Title>"u8)
            .Text("<Description>"u8, video.Description, "</Description>"u8)
            .Raw("</Video></xml>"u8);

    public static WeChatXml Music(string to, string from, DateTimeOffset at, string platformThumbId, WeChatMessage.Music music) =>
        Begin(to, from, at, "music"u8).Raw("<Music>"u8)
            .Text("<Title>"u8, music.Title, "</Title>"u8)
            .Text("<Description>"u8, music.Description, "</Description>"u8)
            .Text("<MusicUrl>"u8, music.Url, "</MusicUrl>"u8)
            .Text("<HQMusicUrl>"u8, music.BetterUrl, "</HQMusicUrl>"u8)
            .Text("<ThumbMediaId>"u8, platformThumbId, "</ThumbMediaId>"u8)
            .Raw("</Music></xml>"u8);

    /// <param name="agent">Whose chat in the platform's agent console; null = whoever is there.</param>
    public static WeChatXml HandOver(string to, string from, DateTimeOffset at, string? agent)
    {
        var xml = Begin(to, from, at, "transfer_customer_service"u8);
        if (agent is not null)
            xml.Raw("<TransInfo>"u8).Text("<KfAccount>"u8, agent, "</KfAccount>"u8).Raw("</TransInfo>"u8);
        return xml.Raw("</xml>"u8);
    }

    public static WeChatXml News(string to, string from, DateTimeOffset at, IReadOnlyList<WeChatMessage.Article> articles)
    {
        var xml = Begin(to, from, at, "news"u8)
            .Number("<ArticleCount>"u8, articles.Count, "</ArticleCount>"u8)
            .Raw("<Articles>"u8);
        foreach (var article in articles)
        {
            xml.Raw("<item>"u8)
                .Text("<Title>"u8, article.Title, "</Title>"u8)
                .Text("<Description>"u8, article.Description, "</Description>"u8)
                .Text("<PicUrl>"u8, article.PictureUrl, "</PicUrl>"u8)
                .Text("<Url>"u8, article.Url, "</Url>"u8)
                .Raw("</item>"u8);
        }
        return xml.Raw("</Articles></xml>"u8);
    }

    public static byte[] Seal(WeChatAccount account, bool usePreviousKey, ReadOnlySpan<byte> reply, DateTimeOffset at)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return Seal(account, usePreviousKey, reply, at.ToUnixTimeSeconds(), RandomNumberGenerator.GetString("0123456789", NonceDigits), random);
    }

    /// <param name="random">16 bytes nobody can guess.</param>
    public static byte[] Seal(
        WeChatAccount account, bool usePreviousKey, ReadOnlySpan<byte> reply, long timestamp, string nonce, ReadOnlySpan<byte> random)
    {
        var encrypted = account.Cipher(usePreviousKey).Seal(reply, random);
        Span<byte> time = stackalloc byte[20];
        timestamp.TryFormat(time, out var timeLength, provider: CultureInfo.InvariantCulture);
        Span<byte> signature = stackalloc byte[WeChatSignature.Length];
        WeChatSignature.Write(account.Token, time[..timeLength], Encoding.ASCII.GetBytes(nonce), encrypted, signature);
        return new WeChatXml()
            .Raw("<xml><Encrypt><![CDATA["u8).Raw(encrypted)
            .Raw("]]></Encrypt><MsgSignature><![CDATA["u8).Raw(signature)
            .Raw("]]></MsgSignature><TimeStamp>"u8).Raw(time[..timeLength])
            .Raw("</TimeStamp>"u8).Text("<Nonce>"u8, nonce, "</Nonce>"u8).Raw("</xml>"u8)
            .Written.ToArray();
    }

    private static WeChatXml Begin(string to, string from, DateTimeOffset at, ReadOnlySpan<byte> type) => new WeChatXml()
        .Raw("<xml>"u8)
        .Text("<ToUserName>"u8, to, "</ToUserName>"u8)
        .Text("<FromUserName>"u8, from, "</FromUserName>"u8)
        .Number("<CreateTime>"u8, at.ToUnixTimeSeconds(), "</CreateTime>"u8)
        .Raw("<MsgType><![CDATA["u8).Raw(type).Raw("]]></MsgType>"u8);
}
