using System.Globalization;
using System.Text;
using System.Xml;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>Writes a push the way the platform does: texts in CDATA, numbers bare, no white space between.</summary>
internal sealed class PushXml
{
    private readonly StringBuilder _xml = new("<xml>");

    public static PushXml From(Follower follower, DateTimeOffset at, string msgType) => new PushXml()
        .Text("ToUserName", follower.Account.Settings.OriginalId)
        .Text("FromUserName", follower.OpenId)
        .Bare("CreateTime", at.ToUnixTimeSeconds())
        .Text("MsgType", msgType);

    public PushXml Text(string element, string? value)
    {
        _xml.Append('<').Append(element).Append("><![CDATA[").Append(Clean(value ?? "")).Append("]]></").Append(element).Append('>');
        return this;
    }

    public PushXml Bare(string element, IFormattable value)
    {
        _xml.Append('<').Append(element).Append('>').Append(value.ToString(null, CultureInfo.InvariantCulture))
            .Append("</").Append(element).Append('>');
        return this;
    }

    public PushXml Inside(string element, Action<PushXml> children)
    {
        _xml.Append('<').Append(element).Append('>');
        children(this);
        _xml.Append("</").Append(element).Append('>');
        return this;
    }

    public override string ToString() => _xml + "</xml>";

    private static string Clean(string value)
    {
        if (value.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || value.Any(c => c >= '\uFFFE'))
            value = string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        return value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal);
    }
}
