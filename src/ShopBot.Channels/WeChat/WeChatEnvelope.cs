using System.Buffers;

namespace ShopBot.Channels.WeChat;

/// <summary>Finds the ciphertext in a pushed body. Works on the bytes, before anything is known to come from the platform.</summary>
/// <remarks>Knows just enough XML not to be misled by a customer who types <c>&lt;Encrypt&gt;</c>: in compatible mode their text stands in clear beside the
/// real element. Takes nothing else from the body; declarations, comments and attributes, which the platform never sends, are refused.</remarks>
internal static class WeChatEnvelope
{
    private static readonly SearchValues<byte> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/><\"'&"u8);

    /// <param name="encrypted">Where in the body the base64 text stands; it is never empty.</param>
    /// <param name="hasClearFields">The body also carries a message in clear, as in compatible mode.</param>
    public static bool TryFind(ReadOnlySpan<byte> body, out Range encrypted, out bool hasClearFields)
    {
        encrypted = default;
        hasClearFields = false;
        var depth = 0;
        var inEncrypt = false;
        var found = false;

        for (var at = 0; at < body.Length;)
        {
            var rest = body[at..];
            if (rest[0] != '<')
            {
                var end = rest.IndexOf((byte)'<');
                var length = end < 0 ? rest.Length : end;
                var text = rest[..length].Trim(" \t\r\n"u8);
                if (inEncrypt && text.Length > 0 && !Take(at + rest[..length].IndexOf(text), text, ref found, out encrypted))
                    return false;
                if (depth == 0 && text.Length > 0)
                    return false;
                at += length;
            }
            else if (rest.StartsWith("<![CDATA["u8))
            {
                var length = rest[9..].IndexOf("]]>"u8);
                if (length < 0 || depth == 0)
                    return false;
                if (inEncrypt && !Take(at + 9, rest.Slice(9, length), ref found, out encrypted))
                    return false;
                at += 9 + length + 3;
            }
            else if (rest.StartsWith("</"u8))
            {
                var end = rest.IndexOf((byte)'>');
                if (end < 0 || --depth < 0)
                    return false;
                inEncrypt = false;
                at += end + 1;
            }
            else
            {
                var name = rest[1..];
                var end = name.IndexOfAny(NameEnds);
                if (end <= 0 || name[end] != '>' || ++depth > WeChatLimits.PushDepth || inEncrypt)
                    return false;
                name = name[..end];
                inEncrypt = depth == 2 && name.SequenceEqual("Encrypt"u8);
                hasClearFields |= depth == 2 && !inEncrypt && !name.SequenceEqual("ToUserName"u8);
                at += end + 2;
            }
        }
        return found && depth == 0;
    }

    // A second Encrypt makes the body ambiguous: somebody else might read the other one.
    private static bool Take(int at, ReadOnlySpan<byte> text, ref bool found, out Range encrypted)
    {
        encrypted = at..(at + text.Length);
        if (found || text.IsEmpty || text.ContainsAnyExcept(Base64))
            return false;
        return found = true;
    }
}
