using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ShopBot.Channels.WeChat;

/// <summary>What the platform appends to the webhook's address. Of a parameter given twice the first counts.</summary>
internal readonly record struct WeChatQuery(
    string Timestamp, string Nonce, string Signature, string MessageSignature, string EncryptType, string Echo)
{
    private const int TimestampDigits = 10, NonceChars = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> NonceLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether timestamp and nonce have the platform's shape.</summary>
    /// <remarks>The signed strings are joined without a separator, so a captured signature would also fit characters moved from one string to
    /// its neighbour; a timestamp of exactly ten digits and a short nonce leave no such room.</remarks>
    public bool IsWellFormed =>
        Timestamp.Length == TimestampDigits && !Timestamp.AsSpan().ContainsAnyExcept(Digits)
        && Nonce.Length is > 0 and <= NonceChars && !Nonce.AsSpan().ContainsAnyExcept(NonceLetters);

    public static WeChatQuery Of(HttpRequest request)
    {
        string timestamp = "", nonce = "", signature = "", messageSignature = "", encryptType = "", echo = "";
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            switch (pair.EncodedName.Span)
            {
                case "timestamp": First(ref timestamp, pair); break;
                case "nonce": First(ref nonce, pair); break;
                case "signature": First(ref signature, pair); break;
                case "msg_signature": First(ref messageSignature, pair); break;
                case "encrypt_type": First(ref encryptType, pair); break;
                case "echostr": First(ref echo, pair); break;
            }
        }
        return new(timestamp, nonce, signature, messageSignature, encryptType, echo);

        static void First(ref string value, QueryStringEnumerable.EncodedNameValuePair pair)
        {
            if (value.Length == 0)
                value = pair.DecodeValue().ToString();
        }
    }
}
