using System.Net.Http.Headers;
using System.Text;

namespace ShopBot.Channels.WeChat;

/// <summary>JSON bodies as the platform wants them: raw UTF-8, no <c>\u</c> escapes.</summary>
/// <remarks>System.Text.Json writes emoji as \uD83D\uDE00 with every encoder it has; the platform refuses such bodies or shows the escapes.</remarks>
internal static class WeChatJson
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                // Texts are cleaned before; nothing a chat shows is lost.
                < ' ' => quoted,
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    public static HttpContent Content(ReadOnlyMemory<byte> json)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = JsonType;
        return content;
    }
}
