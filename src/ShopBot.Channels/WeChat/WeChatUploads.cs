using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>What the platform takes a file for.</summary>
internal enum WeChatFileUse
{
    Image,
    Voice,
    Video,

    /// <summary>The small picture on a video, a recording or a mini program.</summary>
    Thumb,
}

/// <summary>What came of bringing a file to the platform.</summary>
internal abstract record WeChatUpload
{
    private WeChatUpload() { }

    /// <param name="MediaId">The platform's.</param>
    public sealed record Ready(string MediaId) : WeChatUpload;

    /// <summary>The platform will not take it as this: say it with a link.</summary>
    public sealed record Unfit(string Why) : WeChatUpload;

    public sealed record Failed(SendOutcome Outcome) : WeChatUpload;
}

/// <summary>Brings our files to the platform, which forgets them after three days: uploaded once, used until shortly before that.</summary>
internal sealed class WeChatUploads(
    WeChatApi api, WeChatOutcomes outcomes, WeChatTimes times, IAccountTokens known, IMedia media, IApiLimits limits, TimeProvider clock)
{
    public async Task<WeChatUpload> BringAsync(Account account, string mediaId, WeChatFileUse use, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await known.FindUploadAsync(account.Name, KeyOf(mediaId, use), now + WeChatLimits.UploadMargin, ct) is { } there)
            return new WeChatUpload.Ready(there);
        if (await media.FindAsync(mediaId, ct) is not { } file)
            return new WeChatUpload.Failed(new SendOutcome.Refused(Refusal.Content, "media", $"There is no file {mediaId} (any more)."));
        if (WeChatFiles.WhyUnfit(file, use) is { } unfit)
            return new WeChatUpload.Unfit(unfit);
        // A used-up day of uploads holds up nobody: people get a link to the same file.
        if (await limits.TakeAsync(account.Name, WeChatWays.Upload, WeChatWays.UploadsOf(account), ct) is { } block)
            return new WeChatUpload.Unfit(block.Why);

        var reply = await api.CallAsync(
            account, "/cgi-bin/media/upload?type=" + NameOf(use), () => Form(file), WeChatLimits.AnswerBytes, times.Transfer, ct);
        // For a thumb the id comes under another name.
        if (reply is not WeChatReply.Done done || (done.Text("media_id") ?? done.Text("thumb_media_id")) is not { Length: > 0 } platformId)
            return await MissedAsync(account, outcomes.OfPreparation(reply), ct);

        await known.KeepUploadAsync(account.Name, KeyOf(mediaId, use), platformId, ExpiryOf(done, now), ct);
        return new WeChatUpload.Ready(platformId);
    }

    /// <summary>Under which the platform's id of a file is kept: the same picture as an image and as a thumb are two.</summary>
    public static string KeyOf(string mediaId, WeChatFileUse use) => use == WeChatFileUse.Thumb ? mediaId + "#thumb" : mediaId;

    private async Task<WeChatUpload> MissedAsync(Account account, SendOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case SendOutcome.Refused { Kind: Refusal.Quota or Refusal.NotPermitted, WholeAccount: false, PausedUntil: { } until } rests:
                await limits.PauseAsync(account.Name, WeChatWays.Upload, until, $"{rests.Code}: {rests.Why}", ct);
                return new WeChatUpload.Unfit($"{rests.Code}: {rests.Why}");
            case SendOutcome.Refused { Kind: Refusal.Content or Refusal.Unclassified } refused:
                return new WeChatUpload.Unfit($"{refused.Code}: {refused.Why}");
            default:
                return new WeChatUpload.Failed(outcome);
        }
    }

    private static string NameOf(WeChatFileUse use) => use switch
    {
        WeChatFileUse.Image => "image",
        WeChatFileUse.Voice => "voice",
        WeChatFileUse.Video => "video",
        _ => "thumb",
    };

    private static DateTimeOffset ExpiryOf(WeChatReply.Done done, DateTimeOffset now)
    {
        var end = now + WeChatLimits.UploadLife;
        // Theirs where it is earlier: an id may be handed out again for the same bytes.
        return long.TryParse(done.Text("created_at"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < end.ToUnixTimeSeconds() && DateTimeOffset.FromUnixTimeSeconds(seconds) + WeChatLimits.UploadLife is var theirs && theirs < end
                ? theirs
                : end;
    }

    /// <remarks>By hand: MultipartFormDataContent quotes the boundary, leaves the name bare and adds filename*, each of which the platform takes for
    /// a missing file (41005) or a bad type (40004).</remarks>
    private static ByteArrayContent Form(MediaFile file)
    {
        var boundary = "----ShopBot" + Guid.NewGuid().ToString("N");
        byte[] form =
        [
            .. Encoding.ASCII.GetBytes(
                $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{WeChatFiles.NameOf(file)}\"\r\nContent-Type: {file.ContentType}\r\n\r\n"),
            .. file.Bytes.Span,
            .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"),
        ];
        var content = new ByteArrayContent(form);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return content;
    }
}
