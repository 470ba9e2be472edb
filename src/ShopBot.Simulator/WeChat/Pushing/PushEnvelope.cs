using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>Signs a push and, by the account's mode, encrypts it. Every try is signed anew.</summary>
internal static class PushEnvelope
{
    /// <param name="callback">Absolute; a query of its own is kept.</param>
    /// <param name="spoil">Sign wrongly.</param>
    public static HttpRequestMessage Write(Push push, Uri callback, DateTimeOffset now, bool spoil)
    {
        var account = push.Follower.Account;
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = new StringBuilder(callback.Query.Length > 1 ? callback.Query + "&" : "?")
            .Append("signature=").Append(Spoiled(account.Crypt.Sign(timestamp, nonce), spoil))
            .Append("&timestamp=").Append(timestamp).Append("&nonce=").Append(nonce)
            .Append("&openid=").Append(push.Follower.OpenId);
        var body = push.Xml;
        if (account.Settings.Mode != PushMode.Plain)
        {
            var cipher = account.Crypt.Encrypt(push.Xml);
            query.Append("&encrypt_type=aes&msg_signature=").Append(Spoiled(account.Crypt.Sign(timestamp, nonce, cipher), spoil));
            var clear = account.Settings.Mode == PushMode.Compatible
                ? push.Xml[..^"</xml>".Length]
                : $"<xml><ToUserName><![CDATA[{account.Settings.OriginalId}]]></ToUserName>";
            body = $"{clear}<Encrypt><![CDATA[{cipher}]]></Encrypt></xml>";
        }
        return new HttpRequestMessage(HttpMethod.Post, new Uri(callback.GetLeftPart(UriPartial.Path) + query))
        {
            Content = new StringContent(body, new UTF8Encoding(false), "text/xml"),
        };
    }

    /// <summary>The question the platform asks before it takes an address.</summary>
    public static Uri Verification(OfficialAccount account, Uri callback, DateTimeOffset now, out string echo)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        echo = RandomNumberGenerator.GetString("0123456789", 19);
        var query = callback.Query.Length > 1 ? callback.Query + "&" : "?";
        return new Uri($"{callback.GetLeftPart(UriPartial.Path)}{query}signature={account.Crypt.Sign(timestamp, nonce)}"
            + $"&timestamp={timestamp}&nonce={nonce}&echostr={echo}");
    }

    private static string Spoiled(string signature, bool spoil) =>
        spoil ? (signature[0] == '0' ? "1" : "0") + signature[1..] : signature;
}
