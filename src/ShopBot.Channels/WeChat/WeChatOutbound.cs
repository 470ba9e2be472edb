using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Channels.WeChat;

/// <summary>What goes to a person outside the answer to their own message: customer-service messages, template messages, subscription notices.</summary>
internal sealed class WeChatOutbound(
    WeChatApi api, WeChatComposer composer, WeChatUploads uploads, WeChatOutcomes outcomes, WeChatTimes times, IAccountTokens known,
    ILogger<WeChatOutbound> log) : IOutbound
{
    public string Channel => WeChatChannel.ChannelName;

    public IReadOnlyList<Way> WaysOf(Account account) => WeChatWays.Of(account);

    public async Task<Rendering> RenderAsync(Account account, ContactPoint to, Route route, IReadOnlyList<Activity> activities, CancellationToken ct)
    {
        if (route.FormOrNull is { } form)
            return Fill(to, route, form, activities);
        if (route is not Route.ServiceWindow)
            return new Rendering.Failed(new SendOutcome.Refused(Refusal.WindowShut, route.Name, "Nothing can be rendered for a way that is not open."));

        var parts = new List<OutboxPart>();
        foreach (var message in activities.SelectMany(composer.Compose))
        {
            var files = new Dictionary<WeChatFileUse, string>();
            var isUnfit = message is WeChatMessage.Video { ThumbId: null };
            foreach (var (use, mediaId) in isUnfit ? [] : FilesOf(message))
            {
                switch (await uploads.BringAsync(account, mediaId, use, ct))
                {
                    case WeChatUpload.Ready ready:
                        files[use] = ready.MediaId;
                        break;
                    case WeChatUpload.Unfit unfit:
                        log.LogInformation("A {Use} of account {Account} goes as a link: {Why}", use, account, unfit.Why);
                        isUnfit = true;
                        break;
                    case WeChatUpload.Failed failed:
                        return new Rendering.Failed(failed.Outcome);
                }
            }

            var shown = isUnfit ? InWords(message) : message;
            foreach (var body in WeChatServiceJson.Bodies(to.UserId, shown, files))
                parts.Add(new OutboxPart(parts.Count, WeChatWays.CustomSend, WeChatJson.Bytes(body), Key: null));
        }
        return new Rendering.Ready(parts);
    }

    private WeChatMessage.Text InWords(WeChatMessage message)
    {
        var (body, choices) = composer.InWords(message);
        return new WeChatMessage.Text(body, choices);
    }

    /// <summary>Our files that the platform must have before the message can be sent.</summary>
    private static IEnumerable<(WeChatFileUse Use, string MediaId)> FilesOf(WeChatMessage message) => message switch
    {
        WeChatMessage.Picture picture => [(WeChatFileUse.Image, picture.MediaId)],
        WeChatMessage.Voice voice => [(WeChatFileUse.Voice, voice.MediaId)],
        WeChatMessage.Video { ThumbId: { } thumb } video => [(WeChatFileUse.Video, video.MediaId), (WeChatFileUse.Thumb, thumb)],
        WeChatMessage.Music music => [(WeChatFileUse.Thumb, music.ThumbId)],
        WeChatMessage.MiniProgram program => [(WeChatFileUse.Thumb, program.ThumbId)],
        _ => [],
    };

    private static Rendering Fill(ContactPoint to, Route route, NoticeTemplate form, IReadOnlyList<Activity> activities)
    {
        if (activities.Count == 0)
            return new Rendering.Ready([]);
        if (activities.Select(activity => activity.ChannelData).OfType<NoticeForm>().FirstOrDefault() is not { } notice)
            return new Rendering.Failed(new SendOutcome.Refused(Refusal.TemplateOff, "form", "The notice has no values for a form."));

        // Within ten minutes the platform takes a repeat under the same key for the same message; bizsend knows no keys.
        var (api, linkField, key) = route is Route.Template
            ? (WeChatWays.TemplateSend, "url", Guid.NewGuid().ToString("N"))
            : (WeChatWays.SubscriptionSend, "page", null);
        try
        {
            var body = WeChatForms.Body(to.UserId, form, notice, linkField, key);
            return new Rendering.Ready([new OutboxPart(0, api, WeChatJson.Bytes(body), key) { TemplateId = form.Id }]);
        }
        catch (FormatException unfit)
        {
            return new Rendering.Failed(new SendOutcome.Refused(Refusal.TemplateOff, "form", unfit.Message));
        }
    }

    public async Task<SendOutcome> SendAsync(Account account, ContactPoint to, OutboxPart part, CancellationToken ct)
    {
        var reply = await api.CallAsync(
            account, "/cgi-bin/" + part.Api, () => WeChatJson.Content(part.Payload), WeChatLimits.AnswerBytes, times.Call, ct);
        var outcome = outcomes.OfSend(reply);
        // Rendered again it must not come out with the same dead id. The code does not say which one is dead.
        if (outcome is SendOutcome.Refused { Kind: Refusal.MediaExpired })
        {
            foreach (var mediaId in WeChatServiceJson.MediaIdsIn(part.Payload))
                await known.ForgetUploadAsync(account.Name, mediaId, ct);
        }
        return outcome;
    }
}
