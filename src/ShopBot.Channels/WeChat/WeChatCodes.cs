using System.Text;
using QRCoder;
using ShopBot.Messaging.Codes;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>Permanent QR codes with a scene in words.</summary>
/// <remarks>The picture is drawn here from the address the platform gives with each code: its own picture is another host's, and too small for a poster.</remarks>
internal sealed class WeChatCodes(WeChatApi api, WeChatOutcomes outcomes, WeChatTimes times, IApiLimits limits, IMedia media) : IAccountCodes
{
    private const string Api = "qrcode/create", TooMany = "45029";

    /// <summary>Picture points of one square of the code: some 700 for the whole, sharp on a poster and under 20 KiB.</summary>
    private const int PointsPerSquare = 20;

    private static readonly ApiLimit Daily = new(WeChatLimits.CodesPerDay);

    public string Channel => WeChatChannel.ChannelName;

    public int Most => WeChatLimits.PermanentCodes;

    // The platform counts characters; whether Chinese ones count for one its pages do not say, so bytes are on the safe side.
    public bool IsScene(string scene) =>
        scene.Length > 0 && Encoding.UTF8.GetByteCount(scene) <= WeChatLimits.SceneBytes && scene.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.');

    public async Task<CodeAnswer> MakeAsync(Account account, string scene, CancellationToken ct)
    {
        if (!WeChatRights.Of(account).SceneCodes)
            return new CodeAnswer.NotAllowed();
        if (await limits.TakeAsync(account.Name, Api, Daily, ct) is not null)
            return new CodeAnswer.NotNow();
        var body = WeChatJson.Bytes($$$$"""{"action_name":"QR_LIMIT_STR_SCENE","action_info":{"scene":{"scene_str":{{{{WeChatJson.Quote(scene)}}}}}}}""");
        var answer = await api.CallAsync(account, "/cgi-bin/qrcode/create", () => WeChatJson.Content(body), WeChatLimits.AnswerBytes, times.Call, ct);
        return answer switch
        {
            WeChatReply.Done done when done.Text("ticket") is { Length: > 0 } ticket && done.Text("url") is { Length: > 0 } address => new CodeAnswer.Made(ticket, address),
            WeChatReply.Refused { Code: TooMany } => new CodeAnswer.Full(),
            _ => await MissedAsync(account, outcomes.OfPreparation(answer), ct),
        };
    }

    private async Task<CodeAnswer> MissedAsync(Account account, SendOutcome outcome, CancellationToken ct)
    {
        if (outcome is not SendOutcome.Refused refused)
            return new CodeAnswer.NotNow();
        if (refused.PausedUntil is { } until && !refused.WholeAccount)
            await limits.PauseAsync(account.Name, Api, until, $"{refused.Code}: {refused.Why}", ct);
        return refused.Kind == Refusal.Quota ? new CodeAnswer.NotNow() : new CodeAnswer.Refused(refused.Code, refused.Why);
    }

    public Task<string> DrawAsync(Account account, string address, CancellationToken ct) =>
        media.KeepAsync(account.Shop, PngByteQRCodeHelper.GetQRCode(address, QRCodeGenerator.ECCLevel.M, PointsPerSquare), ct);
}
