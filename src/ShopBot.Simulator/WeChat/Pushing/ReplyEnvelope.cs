using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>Gets the clear XML out of the body that answered a push, as strictly as the platform.</summary>
internal static class ReplyEnvelope
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly XmlReaderSettings Hardened = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <param name="why">What is wrong with it, when null is returned.</param>
    /// <param name="clear">The inner XML as text, as far as it could be read.</param>
    public static XElement? Open(byte[] body, OfficialAccount account, out string why, out string? clear)
    {
        clear = null;
        if (Text(body) is not { } text)
            return Fail("the body is not UTF-8", out why);
        if (!text.StartsWith("<xml", StringComparison.Ordinal))
            return Fail("the body is neither \"success\", nor empty, nor does it begin with <xml", out why);
        if (Parse(text) is not { } outer)
            return Fail("the body is not well-formed XML", out why);
        var mode = account.Settings.Mode;
        if (outer.Element("Encrypt") is null)
        {
            clear = text;
            if (mode == PushMode.Secure)
                return Fail("in secure mode the reply must be encrypted", out why);
            why = "";
            return outer;
        }
        if (mode == PushMode.Plain)
            return Fail("in plain mode the reply must not be encrypted", out why);
        return Decrypt(outer, account.Crypt, out why, out clear);
    }

    private static XElement? Decrypt(XElement outer, MessageCrypt crypt, out string why, out string? clear)
    {
        clear = null;
        string? Child(string name) => outer.Element(name)?.Value;
        if (Child("MsgSignature") is not { } signature || Child("TimeStamp") is not { } timestamp || Child("Nonce") is not { } nonce)
            return Fail("Encrypt, MsgSignature, TimeStamp and Nonce are all required", out why);
        if (!IsSeconds(timestamp))
            return Fail("TimeStamp is not Unix seconds", out why);
        if (crypt.Sign(timestamp, nonce, Child("Encrypt")!) != signature)
            return Fail("MsgSignature does not fit", out why);
        if (!crypt.TryDecrypt(Child("Encrypt")!, out var message))
            return Fail(message, out why);
        clear = message;
        if (!message.StartsWith("<xml", StringComparison.Ordinal) || Parse(message) is not { } inner)
            return Fail("the decrypted message is not well-formed XML that begins with <xml", out why);
        why = "";
        return inner;
    }

    /// <summary>Ten digits: a value in milliseconds is a known mistake.</summary>
    public static bool IsSeconds(string? value) =>
        value?.Length == 10 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string? Text(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Hardened);
            return XElement.Load(reader) is { Name.LocalName: "xml" } root ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement? Fail(string reason, out string why)
    {
        why = reason;
        return null;
    }
}
