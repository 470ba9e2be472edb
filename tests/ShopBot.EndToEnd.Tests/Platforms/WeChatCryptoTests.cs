using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ShopBot.Testing;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>A crypto client that others wrote (npm wechat-crypto) talks to the program, so that a mistake of ours is not made twice.</summary>
public sealed class WeChatCryptoTests
{
    private const string AppId = "wx2a7d3c0ffee00123", OriginalId = "gh_3f1c0ffee001", Token = "ForeignToken2026", Person = "oForeignPersonAbCdEfGhIjKlM";
    private const string Key = "kQ8zT3mW5xYb7NcD1fGhJ2LpR4sV6uA9eXwZ0tBnMqo";
    private static readonly string Folder = Repository.Folder("tests", "ShopBot.EndToEnd.Tests", "foreign");

    [SkippableFact]
    public async Task Posts_a_message_in_secure_mode_and_opens_the_answer()
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", "wechat-crypto")), "npm wechat-crypto is not installed: npm ci in tests/ShopBot.EndToEnd.Tests/foreign");
        using var folder = new TempFolder();
        var port = ProductProcess.FreePort();
        await using var product = await ProductProcess.StartAsync(port, folder, ["--environment=Production"], new Dictionary<string, string>
        {
            ["PublicUrl"] = "https://shop.example.com",
            ["ConnectionStrings__Shop"] = $"Data Source={folder.File("shop.db")}",
            ["Accounts__laundry__Shop"] = "laundry",
            ["Accounts__laundry__Channel"] = "WeChat",
            ["Accounts__laundry__AppId"] = AppId,
            ["Accounts__laundry__AppSecret"] = "0123456789abcdef0123456789abcdef",
            ["Accounts__laundry__OriginalId"] = OriginalId,
            ["Accounts__laundry__Token"] = Token,
            ["Accounts__laundry__EncodingAESKey"] = Key,
            ["Accounts__laundry__ApiBase"] = "http://127.0.0.1:9", // nobody listens there, and an answer needs nobody
        });

        var answer = await PostAsync(new Uri(product.Address, "/channels/wechat/laundry"),
            $"<xml><ToUserName><![CDATA[{OriginalId}]]></ToUserName><FromUserName><![CDATA[{Person}]]></FromUserName>"
            + $"<CreateTime>{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
            + "<Content><![CDATA[你好]]></Content><MsgId>24500000000000011</MsgId></xml>");

        Assert.Equal(200, answer.GetProperty("status").GetInt32());
        Assert.True(answer.GetProperty("signatureFits").GetBoolean());
        Assert.Equal(AppId, answer.GetProperty("appId").GetString());
        var message = System.Xml.Linq.XElement.Parse(answer.GetProperty("message").GetString()!);
        Assert.Equal(Person, message.Element("ToUserName")?.Value);
        Assert.Equal(OriginalId, message.Element("FromUserName")?.Value);
        Assert.Equal("text", message.Element("MsgType")?.Value);
        Assert.Contains("洗衣", message.Element("Content")?.Value, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> PostAsync(Uri url, string xml)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["post-secure-message.js"])
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { url, token = Token, key = Key, appId = AppId, xml }));
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonDocument.Parse(output).RootElement;
    }
}
