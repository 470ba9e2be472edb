using System.Text;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;

namespace ShopBot.Channels.WeChat;

/// <summary>Puts what fits into the one message that WeChat takes in answer to a push.</summary>
internal sealed class WeChatAnswers(WeChatAccounts accounts, WeChatComposer composer, IAccountTokens uploads, TimeProvider clock)
{
    /// <summary>Tells the platform that the push is received and nothing is to be shown. Never encrypted.</summary>
    public static readonly ReadOnlyMemory<byte> Received = Encoding.ASCII.GetBytes("success");

    private const string PlainText = "text/plain", Xml = "text/xml; charset=utf-8", Paragraph = "\n\n";

    /// <remarks>An account that may push answers with its first reply if that is one message which fits, and leaves the rest, a reply of several
    /// messages or too long a text to the outbox. One that may not says everything here, as one text where it must, cut where it is too long.</remarks>
    public async ValueTask<PlatformAnswer> AnswerAsync(IncomingEvent incoming, IReadOnlyList<Activity> replies, bool mayPush, CancellationToken ct)
    {
        var first = 0;
        IReadOnlyList<WeChatMessage> messages = [];
        while (first < replies.Count && (messages = composer.Compose(replies[first])).Count == 0)
            first++;
        if (first == replies.Count)
            return new PlatformAnswer(Received, PlainText, replies.Count);

        if (!mayPush)
        {
            var all = new List<WeChatMessage>(messages);
            // A hand-over leaves no room for words; they are said at the next contact.
            if (messages is [WeChatMessage.HandOver] && await WriteAsync(incoming, messages, ct) is { } handOver)
                return Sealed(incoming, handOver, first + 1) with { IsCut = replies.Count > first + 1 };
            for (var i = first + 1; i < replies.Count; i++)
                all.AddRange(composer.Compose(replies[i]));
            if (await WriteAsync(incoming, all, ct) is { } whole)
                return Sealed(incoming, whole, replies.Count);
            var text = InOneText(all, out var isCut);
            return Sealed(incoming, Write(incoming, text), replies.Count) with { IsCut = isCut };
        }

        return await WriteAsync(incoming, messages, ct) is { } answer
            ? Sealed(incoming, answer, first + 1)
            : new PlatformAnswer(Received, PlainText, first);
    }

    /// <returns>Null where these are not one message for the platform, or it has not (yet) got the picture.</returns>
    private async ValueTask<WeChatXml?> WriteAsync(IncomingEvent incoming, IReadOnlyList<WeChatMessage> messages, CancellationToken ct)
    {
        var (to, from, at) = (incoming.From.UserId, OriginalIdOf(incoming), clock.GetUtcNow());
        switch (messages)
        {
            case [WeChatMessage.Text text]:
                return Fit(text) is { } content ? Write(incoming, content) : null;

            // Files only where the platform has them already: it waits five seconds for everything.
            case [WeChatMessage.Picture picture]:
                return await FindAsync(incoming, picture.MediaId, WeChatFileUse.Image, ct) is { } image ? WeChatReplyXml.Image(to, from, at, image) : null;
            case [WeChatMessage.Voice voice]:
                return await FindAsync(incoming, voice.MediaId, WeChatFileUse.Voice, ct) is { } recording ? WeChatReplyXml.Voice(to, from, at, recording) : null;
            case [WeChatMessage.Video video]:
                return await FindAsync(incoming, video.MediaId, WeChatFileUse.Video, ct) is { } film ? WeChatReplyXml.Video(to, from, at, film, video) : null;
            case [WeChatMessage.Music music]:
                return await FindAsync(incoming, music.ThumbId, WeChatFileUse.Thumb, ct) is { } thumb ? WeChatReplyXml.Music(to, from, at, thumb, music) : null;

            // An event cannot be handed over.
            case [WeChatMessage.HandOver handOver] when incoming.Activity.Type == ActivityTypes.Message:
                return WeChatReplyXml.HandOver(to, from, at, handOver.Agent);
            case [WeChatMessage.HandOver]:
                return null;

            default:
                var most = incoming.Activity.Type == ActivityTypes.Message ? WeChatLimits.ArticlesAnsweringMessage : WeChatLimits.ArticlesAnsweringEvent;
                var articles = messages.OfType<WeChatMessage.Article>().ToList();
                return articles.Count == messages.Count && articles.Count <= most
                    ? WeChatReplyXml.News(incoming.From.UserId, OriginalIdOf(incoming), clock.GetUtcNow(), articles)
                    : null;
        }
    }

    private Task<string?> FindAsync(IncomingEvent incoming, string mediaId, WeChatFileUse use, CancellationToken ct) =>
        uploads.FindUploadAsync(incoming.Account.Name, WeChatUploads.KeyOf(mediaId, use), clock.GetUtcNow().AddMinutes(1), ct);

    private WeChatXml Write(IncomingEvent incoming, string content) =>
        WeChatReplyXml.Text(incoming.From.UserId, OriginalIdOf(incoming), clock.GetUtcNow(), content);

    private PlatformAnswer Sealed(IncomingEvent incoming, WeChatXml xml, int taken)
    {
        var account = accounts[incoming.Account];
        var body = account.Encrypts
            ? WeChatReplyXml.Seal(account, incoming.Activity.ChannelData is WeChatExtras { UsesPreviousKey: true }, xml.Written, clock.GetUtcNow())
            : xml.Written.ToArray();
        return new PlatformAnswer(body, Xml, taken);
    }

    private static string OriginalIdOf(IncomingEvent incoming) =>
        incoming.Activity.ChannelData is WeChatExtras { OriginalId.Length: > 0 } extras ? extras.OriginalId : incoming.Account.OriginalId;

    private static string? Fit(WeChatMessage.Text text)
    {
        if (text.Choices.Count == 0)
            return WeChatText.Bytes(text.Body) <= WeChatLimits.AnswerTextBytes ? text.Body : null;
        var room = WeChatLimits.AnswerTextBytes - WeChatText.Bytes(text.Body) - 1;
        return WeChatChoice.Lines(text.Choices, room) is { } lines ? Join(text.Body, lines, "\n") : null;
    }

    // The choices of the last message stay whole: they are what the person answers to.
    private string InOneText(List<WeChatMessage> messages, out bool isCut)
    {
        var head = "";
        var tail = "";
        foreach (var message in messages)
        {
            var (body, choices) = composer.InWords(message);
            head = Join(Join(head, tail, "\n"), body, Paragraph);
            tail = WeChatChoice.Lines(choices, WeChatLimits.AnswerTextBytes / 2) ?? WeChatChoice.Lines(choices, tappable: false);
        }
        isCut = WeChatText.Bytes(head) + WeChatText.Bytes(tail) + 1 > WeChatLimits.AnswerTextBytes;
        tail = WeChatText.Cut(tail, WeChatLimits.AnswerTextBytes);
        return Join(WeChatText.Cut(head, WeChatLimits.AnswerTextBytes - WeChatText.Bytes(tail) - 1), tail, "\n");
    }

    private static string Join(string first, string second, string between) =>
        first.Length == 0 ? second : second.Length == 0 ? first : first + between + second;
}
