using Microsoft.Bot.Schema;
using ShopBot.Messaging.Media;

namespace ShopBot.Channels.WeChat;

/// <summary>Sets a reply of the bot as the bubbles that WeChat knows. What WeChat has no shape for becomes text with a link.</summary>
internal sealed class WeChatComposer(IMedia media)
{
    /// <summary>How long links to our pictures work. Order pages show them for longer.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(30);

    /// <returns>Empty for activities that are no messages (typing, traces, events), and for empty messages.</returns>
    public IReadOnlyList<WeChatMessage> Compose(Activity reply)
    {
        if (reply.Type == ActivityTypes.Handoff)
            return [new WeChatMessage.HandOver(reply.Value as string)];
        if (reply.Type is not (ActivityTypes.Message or null))
            return [];

        var text = new List<string>();
        var choices = new List<WeChatChoice>();
        var pictures = new List<WeChatMessage>();
        var articles = new List<WeChatMessage>();
        Say(text, reply.Text);
        foreach (var attachment in reply.Attachments ?? [])
        {
            if (attachment.Content is HeroCard card)
                AddCard(card, text, choices, pictures, articles);
            else if (attachment.Content is AudioCard or VideoCard)
                AddRecording(attachment.Content, text, pictures);
            else
                AddFile(attachment, text, pictures);
        }
        foreach (var action in reply.SuggestedActions?.Actions ?? [])
            Offer(choices, action);

        var words = new List<WeChatMessage>(1);
        if (text.Count + choices.Count > 0)
            words.Add(new WeChatMessage.Text(string.Join('\n', text), choices));
        // A caption stands above its picture, a question below everything: what can be tapped must be the last thing seen.
        return choices.Count > 0 ? [.. pictures, .. articles, .. words] : [.. words, .. pictures, .. articles];
    }

    /// <summary>A message as words, for accounts whose one answer must hold everything.</summary>
    public (string Body, IReadOnlyList<WeChatChoice> Choices) InWords(WeChatMessage message) => message switch
    {
        WeChatMessage.Text text => (text.Body, text.Choices),
        WeChatMessage.Picture picture => (LinkTo(picture.MediaId), []),
        WeChatMessage.Voice voice => (LinkTo(voice.MediaId), []),
        WeChatMessage.Video video => (Lines(video.Title, video.Description, LinkTo(video.MediaId)), []),
        WeChatMessage.Music music => (Lines(music.Title, music.Description, music.Url), []),
        // These open only inside the platform's own shapes: what is left in words is their name.
        WeChatMessage.PublishedArticle article => (article.Title, []),
        WeChatMessage.Coupon coupon => (coupon.Title, []),
        WeChatMessage.MiniProgram program => (program.Title, []),
        WeChatMessage.HandOver => ("", []),
        WeChatMessage.Article article => ($"{article.Title}\n{article.Url}", []),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "Not a message this channel knows."),
    };

    private void AddCard(HeroCard card, List<string> text, List<WeChatChoice> choices, List<WeChatMessage> pictures, List<WeChatMessage> articles)
    {
        var picture = card.Images?.FirstOrDefault()?.Url;
        var page = WeChatChoice.WebPage(PageOf(card));
        var pictureUrl = MediaReference.Read(picture) is { } mediaId ? LinkTo(mediaId) : WeChatChoice.WebPage(picture);
        var title = WeChatText.Clean(card.Title);
        if (page is not null && pictureUrl is not null && title.Length > 0)
        {
            var description = WeChatText.Clean(string.Join('\n', Filled(card.Subtitle, card.Text)));
            articles.Add(new WeChatMessage.Article(title, description.Length > 0 ? description : title, pictureUrl, page));
            foreach (var button in card.Buttons ?? [])
            {
                if (button.Type != ActionTypes.OpenUrl)
                    Offer(choices, button);
            }
            return;
        }

        Say(text, card.Title);
        Say(text, card.Subtitle);
        Say(text, card.Text);
        if (picture is not null)
            AddFile(new Attachment { ContentType = "image/*", ContentUrl = picture }, text, pictures);
        if (card.Tap is not null)
            Offer(choices, card.Tap);
        foreach (var button in card.Buttons ?? [])
            Offer(choices, button);
    }

    private void AddFile(Attachment attachment, List<string> text, List<WeChatMessage> pictures)
    {
        var mediaId = MediaReference.Read(attachment.ContentUrl);
        var title = WeChatText.Clean(attachment.Name);
        if (mediaId is not null && IsOf(attachment, "image/"))
            pictures.Add(new WeChatMessage.Picture(mediaId));
        else if (mediaId is not null && IsOf(attachment, "audio/"))
            pictures.Add(new WeChatMessage.Voice(mediaId));
        else if (mediaId is not null && IsOf(attachment, "video/"))
            pictures.Add(new WeChatMessage.Video(mediaId, MediaReference.Read(attachment.ThumbnailUrl), title, ""));
        else if (WeChatContent.Is(attachment.ContentUrl))
            pictures.AddRange(WeChatContent.Read(attachment.ContentUrl, title, MediaReference.Read(attachment.ThumbnailUrl)) is { } own ? [own] : []);
        else if ((mediaId is not null ? LinkTo(mediaId) : WeChatChoice.WebPage(attachment.ContentUrl)) is { } link)
            text.Add(string.Join('\n', Filled(title, link)));
    }

    private void AddRecording(object content, List<string> text, List<WeChatMessage> pictures)
    {
        var (title, description, media, thumb) = content switch
        {
            AudioCard audio => (audio.Title, audio.Text ?? audio.Subtitle, audio.Media, audio.Image?.Url),
            VideoCard video => (video.Title, video.Text ?? video.Subtitle, video.Media, video.Image?.Url),
            _ => (null, null, null, null),
        };
        var (name, about) = (WeChatText.Clean(title), WeChatText.Clean(description));
        var url = media?.FirstOrDefault()?.Url;
        var (ours, thumbId) = (MediaReference.Read(url), MediaReference.Read(thumb));
        if (ours is not null && content is VideoCard)
            pictures.Add(new WeChatMessage.Video(ours, thumbId, name, about));
        else if (ours is not null && name.Length + about.Length == 0)
            pictures.Add(new WeChatMessage.Voice(ours));
        else if ((ours is not null ? LinkTo(ours) : WeChatChoice.WebPage(url)) is not { } link)
            text.AddRange(Filled(name, about));
        else if (content is AudioCard && thumbId is not null)
            pictures.Add(new WeChatMessage.Music(name, about, link, WeChatChoice.WebPage(media!.Skip(1).FirstOrDefault()?.Url) ?? link, thumbId));
        else
            text.Add(Lines(name, about, link));
    }

    private static bool IsOf(Attachment attachment, string kind) => attachment.ContentType?.StartsWith(kind, StringComparison.Ordinal) == true;

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', Filled(lines));

    private static string? PageOf(HeroCard card)
    {
        if (card.Tap?.Type == ActionTypes.OpenUrl)
            return card.Tap.Value?.ToString();
        return card.Buttons?.FirstOrDefault(button => button.Type == ActionTypes.OpenUrl)?.Value?.ToString();
    }

    private string LinkTo(string mediaId) => media.LinkTo(mediaId, LinkLife).AbsoluteUri;

    private static void Say(List<string> text, string? words)
    {
        if (WeChatText.Clean(words) is { Length: > 0 } clean)
            text.Add(clean);
    }

    private static void Offer(List<WeChatChoice> choices, CardAction action)
    {
        if (WeChatChoice.Of(action) is { } choice)
            choices.Add(choice);
    }

    private static IEnumerable<string> Filled(params IEnumerable<string?> texts) => texts.Where(t => !string.IsNullOrWhiteSpace(t))!;
}
