using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>What came of bringing a picture to the platform.</summary>
internal abstract record WeChatUpload
{
    private WeChatUpload() { }

    /// <param name="MediaId">The platform's.</param>
    public sealed record Ready(string MediaId) : WeChatUpload;

    public sealed record Failed(SendOutcome Outcome) : WeChatUpload;
}

/// <summary>Brings our pictures to the platform, which forgets them after three days: uploaded once, used until shortly before that.</summary>
internal sealed class WeChatUploads(
    WeChatApi api, WeChatOutcomes outcomes, WeChatTimes times, IAccountTokens known, IMedia media, TimeProvider clock)
{
    public async Task<WeChatUpload> BringAsync(Account account, string mediaId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await known.FindUploadAsync(account.Name, mediaId, now + WeChatLimits.UploadMargin, ct) is { } there)
            return new WeChatUpload.Ready(there);
        if (await media.FindAsync(mediaId, ct) is not { } file)
            return new WeChatUpload.Failed(new SendOutcome.Refused(Refusal.Content, "media", $"There is no file {mediaId} (any more)."));

        var reply = await api.CallAsync(
            account, "/cgi-bin/media/upload?type=image", () => Form(file), WeChatLimits.AnswerBytes, times.Transfer, ct);
        if (reply is not WeChatReply.Done done || done.Text("media_id") is not { Length: > 0 } platformId)
            return new WeChatUpload.Failed(outcomes.OfPreparation(reply));

        await known.KeepUploadAsync(account.Name, mediaId, platformId, ExpiryOf(done, now), ct);
        return new WeChatUpload.Ready(platformId);
    }

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
        var extension = file.ContentType[(file.ContentType.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var name = "picture." + (extension == "jpeg" ? "jpg" : extension);
        byte[] form =
        [
            .. Encoding.ASCII.GetBytes(
                $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{name}\"\r\nContent-Type: {file.ContentType}\r\n\r\n"),
            .. file.Bytes.Span,
            .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"),
        ];
        var content = new ByteArrayContent(form);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return content;
    }
}
