using System.Text.Json.Nodes;
using ShopBot.Testing.Driving;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>ApiBase points at a platform that shares no code with the simulator.</summary>
public sealed class ForeignPlatformTests
{
    private const string AppId = "wx2a7d3c0ffee00123", Secret = "0123456789abcdef0123456789abcdef", OriginalId = "gh_3f1c0ffee001", Token = "ForeignToken2026";
    private const string PathSecret = "unguessable-path-0123456789", Customer = "oForeignCustomerAbCdEfGhIjKl";

    [Fact]
    public async Task Is_asked_for_a_token_and_sent_messages_and_pictures_as_documented()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. Enumerable.Range(0, 500).Select(i => (byte)(i * 7)), 0xFF, 0xD9];
        await using var platform = await ForeignPlatform.StartAsync(picture);
        await using var product = await RunningProduct.StartAsync(settings:
        [
            "--Accounts:laundry:Shop=laundry", "--Accounts:laundry:Channel=WeChat", $"--Accounts:laundry:AppId={AppId}", $"--Accounts:laundry:AppSecret={Secret}",
            $"--Accounts:laundry:OriginalId={OriginalId}", $"--Accounts:laundry:Token={Token}", "--Accounts:laundry:Mode=Plain",
            $"--Accounts:laundry:PathSecret={PathSecret}", $"--Accounts:laundry:ApiBase={platform.ApiBase}",
        ]);
        var sender = new PlainSender(product.Http, new Uri(product.Address, $"/channels/wechat/laundry/{PathSecret}"), Token, OriginalId);
        var staff = (await product.Control.PeopleAsync()).Single(p => p["name"]!.GetValue<string>() == "王师傅" && p["account"]!.GetValue<string>() == "laundry")["openId"]!.GetValue<string>();

        await sender.SayAsync(staff, "今天");
        foreach (var said in LaundryOrder.UpToTheSummary.Append(LaundryOrder.Confirmation))
            await sender.SayAsync(Customer, said);

        var token = await platform.NextAsync("/cgi-bin/stable_token");
        Assert.Equal("POST", token.Method);
        Assert.Equal("client_credential", token.Json.GetProperty("grant_type").GetString());
        Assert.Equal(AppId, token.Json.GetProperty("appid").GetString());
        Assert.Equal(Secret, token.Json.GetProperty("secret").GetString());

        var notice = await platform.NextAsync("/cgi-bin/message/custom/send");
        Assert.Equal(staff, notice.Json.GetProperty("touser").GetString());
        Assert.Contains("李小姐", notice.Text, StringComparison.Ordinal); // as letters, not as \u escapes

        await sender.SendPictureAsync(staff);
        Assert.Equal("GET", (await platform.NextAsync("/cgi-bin/media/get")).Method);
        await sender.SayAsync(staff, "1"); // of which order it is
        await sender.SayAsync(staff, "发送");

        var upload = await platform.NextAsync("/cgi-bin/media/upload");
        Assert.Equal("image", upload.Type);
        Assert.StartsWith("multipart/form-data; boundary=", upload.ContentType, StringComparison.Ordinal);
        Assert.DoesNotContain("boundary=\"", upload.ContentType, StringComparison.Ordinal);
        Assert.Contains("name=\"media\"; filename=\"", upload.Text, StringComparison.Ordinal);
        Assert.True(upload.IndexOf(picture) > 0);

        JsonNode sent;
        do
            sent = JsonNode.Parse((await platform.NextAsync("/cgi-bin/message/custom/send")).Body)!;
        while (sent["msgtype"]!.GetValue<string>() != "image");
        Assert.Equal(Customer, sent["touser"]!.GetValue<string>());
        Assert.Equal("FOREIGN_MEDIA_1", sent["image"]!["media_id"]!.GetValue<string>());
    }
}
