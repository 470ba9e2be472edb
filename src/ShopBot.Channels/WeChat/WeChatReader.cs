using System.Text;
using System.Xml;

namespace ShopBot.Channels.WeChat;

/// <summary>Reads a push's XML into a flat record, whatever is in it.</summary>
internal static class WeChatReader
{
    // Decoded by us, so that neither a mark nor a declaration in the document chooses another encoding.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = WeChatLimits.PushBytes,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <returns>Null where it is not well-formed XML of at most 64 Ki characters and depth 8 with the root <c>xml</c>.</returns>
    public static WeChatPush? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            using var text = new StringReader(Strict.GetString(utf8));
            using var xml = XmlReader.Create(text, Hardened);
            return xml.MoveToContent() == XmlNodeType.Element && xml.Name == "xml" ? ReadFields(xml) : null;
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static WeChatPush? ReadFields(XmlReader xml)
    {
        var push = new WeChatPush();
        string? element = null;
        string? value = null;
        string? inner = null;
        string? innerValue = null;
        while (xml.Read())
        {
            if (xml.Depth > WeChatLimits.PushDepth)
                return null;
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth == 1:
                    element = xml.LocalName;
                    value = null;
                    if (xml.IsEmptyElement)
                        push.Set(element, "");
                    break;

                // A text with "]]>" in it comes as two sections.
                case XmlNodeType.Text or XmlNodeType.CDATA when xml.Depth == 2:
                    value = value is null ? xml.Value : value + xml.Value;
                    break;

                case XmlNodeType.EndElement when xml.Depth == 1:
                    push.Set(element!, value ?? "");
                    break;

                // What stands deeper is known by the group it belongs to, however deep inside the group it stands.
                case XmlNodeType.Element:
                    inner = xml.LocalName;
                    innerValue = null;
                    push.Begin(element!, inner);
                    break;

                case XmlNodeType.Text or XmlNodeType.CDATA when inner is not null:
                    innerValue = innerValue is null ? xml.Value : innerValue + xml.Value;
                    break;

                case XmlNodeType.EndElement when inner is not null && xml.LocalName == inner:
                    push.SetInside(element!, inner, innerValue ?? "");
                    inner = null;
                    break;
            }
        }
        return push;
    }
}
