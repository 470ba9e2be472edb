using System.Globalization;
using System.Text;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Benchmarks.Turns;

/// <summary>An account in secure mode, and its pushes as the platform would send them.</summary>
internal sealed class BenchAccount(SimulatedAccount settings)
{
    private readonly MessageCrypt _crypt = new(settings.Token, settings.EncodingAESKey, settings.AppId);
    private long _lastMsgId = 24_500_000_000_000_000;

    public const string Name = "bench";

    public SimulatedAccount Settings => settings;

    public static BenchAccount Random() => new(new SimulatedAccount { Name = Name });

    /// <summary>A whole HTTP request: a signed and encrypted text message.</summary>
    public byte[] Push(int person, string text, int port)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var message = string.Create(CultureInfo.InvariantCulture,
            $"<xml><ToUserName><![CDATA[{settings.OriginalId}]]></ToUserName><FromUserName><![CDATA[oBench{person:D22}]]></FromUserName><CreateTime>{now}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content><MsgId>{++_lastMsgId}</MsgId></xml>");
        var sealed_ = _crypt.Encrypt(message);
        var body = $"<xml><ToUserName><![CDATA[{settings.OriginalId}]]></ToUserName><Encrypt><![CDATA[{sealed_}]]></Encrypt></xml>";
        var (timestamp, nonce) = (now.ToString(CultureInfo.InvariantCulture), "987654321");
        return Encoding.UTF8.GetBytes(
            $"POST /channels/wechat/{Name}?signature={_crypt.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&encrypt_type=aes&msg_signature={_crypt.Sign(timestamp, nonce, sealed_)} HTTP/1.1\r\n" +
            $"Host: 127.0.0.1:{port}\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    /// <summary>The text inside an encrypted passive reply.</summary>
    /// <exception cref="InvalidDataException">The program answered something else.</exception>
    public string ReadAnswer(string body)
    {
        const string Begin = "<Encrypt><![CDATA[", End = "]]></Encrypt>";
        var from = body.IndexOf(Begin, StringComparison.Ordinal);
        var to = body.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < 0 || !_crypt.TryDecrypt(body[(from + Begin.Length)..to], out var reply) || !reply.Contains("<Content>", StringComparison.Ordinal))
            throw new InvalidDataException($"Not an encrypted text answer: '{body}'");
        return reply;
    }
}
