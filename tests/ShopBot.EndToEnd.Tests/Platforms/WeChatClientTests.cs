using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ShopBot.Testing;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>A client of the platform that others wrote (npm wechat-api) drives the simulator, which thereby is no platform only our channel understands.</summary>
public sealed class WeChatClientTests
{
    private const string AppId = "wx2a7d3c0ffee00123", Secret = "0123456789abcdef0123456789abcdef", Template = "tmplReady";
    private static readonly string Folder = Repository.Folder("tests", "ShopBot.EndToEnd.Tests", "foreign");
    private static readonly string Picture = Repository.Folder("src", "ShopBot.Simulator", "Phones", "Samples", "stain.jpg");

    [SkippableFact]
    public async Task Every_call_it_knows_is_answered_as_it_expects()
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", "wechat-api")), "npm wechat-api is not installed: npm ci in tests/ShopBot.EndToEnd.Tests/foreign");
        using var folder = new TempFolder();
        await using var simulator = await ProductProcess.StartSimulatorAsync(ProductProcess.FreePort(), folder, [$"--app-id={AppId}", $"--app-secret={Secret}", "--people", "Ann", "Bo"]);
        var people = JsonNode.Parse(await simulator.Http.GetStringAsync("/simulator/control/people"))!.AsArray();
        var (ann, bo) = ((string)people[0]!["openId"]!, (string)people[1]!["openId"]!);
        await simulator.Http.PutAsJsonAsync($"/simulator/control/accounts/shop/templates/{Template}", new { title = "取件提醒", content = "商品：{{thing1.DATA}}" });
        await simulator.Http.PostAsJsonAsync("/simulator/control/chats/shop/Ann/say?wait=true", new { text = "你好" });

        var calls = Calls(ann, bo);
        var answers = await CallAsync(new Uri(simulator.Address, "/simulator/wechat"), calls);

        for (var i = 0; i < calls.Count; i++)
            Assert.True((int)answers[i]!["errcode"]! == 0, $"{calls[i]!.ToJsonString()}: {answers[i]!.ToJsonString()}");
        JsonNode Answer(string method) => answers[calls.ToList().FindIndex(c => (string)c![0]! == method)]!["data"]!;
        Assert.Equal(await File.ReadAllBytesAsync(Picture), Convert.FromBase64String((string)Answer("getMedia")!));
        Assert.Equal("VIP", (string)Answer("testCustomMenu")["button"]![0]!["key"]!);
        Assert.Equal([ann, bo], Answer("getFollowers")["data"]!["openid"]!.AsArray().Select(o => (string)o!));
        Assert.Equal("常客", (string)Answer("getUser")["remark"]!);
        Assert.Equal("SEND_SUCCESS", (string)Answer("getMassMessageStatus")["msg_status"]!);
        var shown = JsonNode.Parse(await simulator.Http.GetStringAsync("/simulator/control/chats/shop/Ann"))!["messages"]!.AsArray();
        Assert.Equal(["text", "text", "image", "news", "template", "text"], shown.Select(m => (string)m!["kind"]!));
    }

    private static JsonArray Calls(string ann, string bo) => JsonNode.Parse($$$"""
        [
          ["uploadMedia", "{{{Picture}}}", "image"],
          ["createTag", "VIP"],
          ["getMedia", "$0.media_id"],
          ["sendText", "{{{ann}}}", "您的订单已发货 🚚"],
          ["sendImage", "{{{ann}}}", "$0.media_id"],
          ["sendNews", "{{{ann}}}", [{"title":"新品","description":"看看","url":"https://shop.example/","picurl":"https://shop.example/p.jpg"}]],
          ["sendTemplate", "{{{ann}}}", "{{{Template}}}", "https://shop.example/o/7", {"thing1":{"value":"帆布鞋"}}],
          ["createMenu", {"button":[{"type":"click","name":"我的订单","key":"ORDERS"}]}], ["getMenu"], ["getMenuConfig"],
          ["getTags"], ["membersBatchtagging", "$1.tag.id", ["{{{ann}}}"]], ["getUserTags", "{{{ann}}}"], ["getTagUsers", "$1.tag.id", ""],
          ["createCustomMenu", {"button":[{"type":"click","name":"VIP","key":"VIP"}],"matchrule":{"tag_id":"$1.tag.id"}}], ["testCustomMenu", "{{{ann}}}"],
          ["updateRemark", "{{{ann}}}", "常客"], ["getUser", "{{{ann}}}"], ["batchGetUsers", ["{{{ann}}}", "{{{bo}}}"]], ["getFollowers"], ["getFollowers", "{{{bo}}}"],
          ["createTmpQRCode", 42, 1800], ["createTmpQRCode", "order_88", 1800], ["createLimitQRCode", 7], ["createLimitQRCode", "柜台"],
          ["getTicket"], ["getIp"],
          ["uploadMaterial", "{{{Picture}}}", "image"], ["getMaterial", "$27.media_id"], ["getMaterialCount"], ["getMaterials", "image", 0, 20], ["removeMaterial", "$27.media_id"],
          ["massSendText", "上新了", ["{{{ann}}}", "{{{bo}}}"]], ["getMassMessageStatus", "$32.msg_id"],
          ["getAllPrivateTemplate"], ["delPrivateTemplate", "{{{Template}}}"], ["uploadImage", "{{{Picture}}}"],
          ["editTag", "$1.tag.id", "贵宾"], ["membersBatchuntagging", "$1.tag.id", ["{{{ann}}}"]], ["deleteTag", "$1.tag.id"], ["removeMenu"], ["clearQuota", "{{{AppId}}}"]
        ]
        """)!.AsArray();

    private static async Task<JsonArray> CallAsync(Uri endpoint, JsonArray calls)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["call-platform.js"])
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        })!;
        await node.StandardInput.WriteAsync(new JsonObject { ["endpoint"] = endpoint.ToString(), ["appId"] = AppId, ["secret"] = Secret, ["calls"] = calls.DeepClone() }.ToJsonString());
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonNode.Parse(output)!.AsArray();
    }
}
