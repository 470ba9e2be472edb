using System.Text.Json;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>Customer-service messages: what goes to a person outside the answer to their own message.</summary>
internal sealed class WeChatOutbound(
    WeChatApi api, WeChatComposer composer, WeChatUploads uploads, WeChatOutcomes outcomes, WeChatTimes times, IAccountTokens known) : IOutbound
{
    private const string CustomSend = "message/custom/send";

    public string Channel => WeChatChannel.ChannelName;

    public async Task<Rendering> RenderAsync(Account account, ContactPoint to, Route route, IReadOnlyList<Activity> activities, CancellationToken ct)
    {
        if (route is Route.Closed closed)
            return new Rendering.Failed(new SendOutcome.Refused(Refusal.WindowShut, "closed", closed.Why));

        var parts = new List<OutboxPart>();
        foreach (var message in activities.SelectMany(composer.Compose))
        {
            if (message is WeChatMessage.Picture picture)
            {
                switch (await uploads.BringAsync(account, picture.MediaId, ct))
                {
                    case WeChatUpload.Ready ready:
                        Add(WeChatServiceJson.Image(to.UserId, ready.MediaId));
                        break;
                    case WeChatUpload.Failed failed:
                        return new Rendering.Failed(failed.Outcome);
                }
            }
            else
            {
                foreach (var body in WeChatServiceJson.Words(to.UserId, message))
                    Add(body);
            }
        }
        return new Rendering.Ready(parts);

        void Add(string body) => parts.Add(new OutboxPart(parts.Count, CustomSend, WeChatJson.Bytes(body), Key: null));
    }

    public async Task<SendOutcome> SendAsync(Account account, ContactPoint to, OutboxPart part, CancellationToken ct)
    {
        var reply = await api.CallAsync(
            account, "/cgi-bin/" + part.Api, () => WeChatJson.Content(part.Payload), WeChatLimits.AnswerBytes, times.Call, ct);
        var outcome = outcomes.OfSend(reply);
        // Rendered again it must not come out with the same dead id.
        if (outcome is SendOutcome.Refused { Kind: Refusal.MediaExpired } && MediaIdOf(part) is { } mediaId)
            await known.ForgetUploadAsync(account.Name, mediaId, ct);
        return outcome;
    }

    private static string? MediaIdOf(OutboxPart part)
    {
        using var body = JsonDocument.Parse(part.Payload);
        return body.RootElement.TryGetProperty("image", out var image) && image.TryGetProperty("media_id", out var id) ? id.GetString() : null;
    }
}
