using System.Buffers;
using System.Globalization;
using System.Text;

namespace ShopBot.Channels.WeChat;

/// <summary>Writes the XML of answers: no declaration, no mark, no blanks, since the platform takes none.</summary>
internal sealed class WeChatXml
{
    private readonly ArrayBufferWriter<byte> _out = new(512);

    public ReadOnlySpan<byte> Written => _out.WrittenSpan;

    public WeChatXml Raw(ReadOnlySpan<byte> utf8)
    {
        _out.Write(utf8);
        return this;
    }

    /// <param name="open">The element's start tag.</param>
    /// <param name="close">The same element's end tag.</param>
    public WeChatXml Text(ReadOnlySpan<byte> open, string value, ReadOnlySpan<byte> close)
    {
        // The end mark of a section may not stand in it, so a section ends between its brackets.
        var safe = value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal);
        _out.Write(open);
        _out.Write("<![CDATA["u8);
        Encoding.UTF8.GetBytes(safe, _out);
        _out.Write("]]>"u8);
        _out.Write(close);
        return this;
    }

    public WeChatXml Number(ReadOnlySpan<byte> open, long value, ReadOnlySpan<byte> close)
    {
        _out.Write(open);
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        _out.Write(digits[..length]);
        _out.Write(close);
        return this;
    }
}
