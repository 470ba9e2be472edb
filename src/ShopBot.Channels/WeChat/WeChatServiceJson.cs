using System.Text.Json;

namespace ShopBot.Channels.WeChat;

/// <summary>The bodies of message/custom/send.</summary>
internal static class WeChatServiceJson
{
    private static readonly string[] IdNames = ["media_id", "thumb_media_id"];

    /// <param name="files">The platform's ids of what the message needs, by use.</param>
    /// <returns>One body for each message the platform gets: a long text becomes several, the choices below the last.</returns>
    public static IEnumerable<string> Bodies(string openId, WeChatMessage message, IReadOnlyDictionary<WeChatFileUse, string> files) => message switch
    {
        WeChatMessage.Text text when FitsMenu(text) => [Menu(openId, text)],
        WeChatMessage.Text text => Texts(text).Select(part => Body(openId, "text", $$"""{"content":{{Quote(part)}}}""")),
        WeChatMessage.Picture => [Body(openId, "image", $$"""{"media_id":{{Quote(files[WeChatFileUse.Image])}}}""")],
        WeChatMessage.Voice => [Body(openId, "voice", $$"""{"media_id":{{Quote(files[WeChatFileUse.Voice])}}}""")],
        WeChatMessage.Video video => [Body(openId, "video",
            $$"""{"media_id":{{Quote(files[WeChatFileUse.Video])}},"thumb_media_id":{{Quote(files[WeChatFileUse.Thumb])}},"title":{{Quote(video.Title)}},"description":{{Quote(video.Description)}}}""")],
        WeChatMessage.Music music => [Body(openId, "music",
            $$"""{"title":{{Quote(music.Title)}},"description":{{Quote(music.Description)}},"musicurl":{{Quote(music.Url)}},"hqmusicurl":{{Quote(music.BetterUrl)}},"thumb_media_id":{{Quote(files[WeChatFileUse.Thumb])}}}""")],
        WeChatMessage.Article article => [Body(openId, "news",
            $$"""{"articles":[{"title":{{Quote(article.Title)}},"description":{{Quote(article.Description)}},"url":{{Quote(article.Url)}},"picurl":{{Quote(article.PictureUrl)}}}]}""")],
        WeChatMessage.PublishedArticle article => [Body(openId, "mpnewsarticle", $$"""{"article_id":{{Quote(article.ArticleId)}}}""")],
        WeChatMessage.Coupon coupon => [Body(openId, "wxcard", $$"""{"card_id":{{Quote(coupon.CardId)}}}""")],
        WeChatMessage.MiniProgram program => [Body(openId, "miniprogrampage",
            $$"""{"title":{{Quote(program.Title)}},"appid":{{Quote(program.AppId)}},"pagepath":{{Quote(program.Page)}},"thumb_media_id":{{Quote(files[WeChatFileUse.Thumb])}}}""")],
        // Only an answer can hand over.
        WeChatMessage.HandOver => [],
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "Not a message this channel knows."),
    };

    /// <summary>The platform's ids of files in a body made here.</summary>
    public static IReadOnlyList<string> MediaIdsIn(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return [.. json.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(member => IdNames.Select(name => member.Value.TryGetProperty(name, out var id) ? id.GetString() : null)).OfType<string>()];
    }

    // A tap on a menu item says the item's own words, so both must be the same.
    private static bool FitsMenu(WeChatMessage.Text text) =>
        text.Choices.Count is >= WeChatLimits.MenuItemsAtLeast and <= WeChatLimits.MenuItemsAtMost
        && text.Body.Length > 0 && WeChatText.Bytes(text.Body) <= WeChatLimits.MenuHeadBytes
        && text.Choices.All(choice => choice.Says == choice.Title && choice.Title.Length <= WeChatLimits.MenuItemChars);

    private static string Menu(string openId, WeChatMessage.Text text)
    {
        var items = text.Choices.Select((choice, index) => $$"""{"id":"{{index + 1}}","content":{{Quote(choice.Title)}}}""");
        return Body(openId, "msgmenu", $$"""{"head_content":{{Quote(text.Body + "\n")}},"list":[{{string.Join(',', items)}}],"tail_content":""}""");
    }

    private static List<string> Texts(WeChatMessage.Text text)
    {
        var texts = WeChatText.Split(text.Body, WeChatLimits.ServiceTextBytes);
        if (text.Choices.Count == 0)
            return texts;
        var room = texts.Count == 0 ? WeChatLimits.ServiceTextBytes : WeChatLimits.ServiceTextBytes - WeChatText.Bytes(texts[^1]) - 1;
        if (WeChatChoice.Lines(text.Choices, room) is { } below)
            texts = [.. texts.SkipLast(1), texts.Count == 0 ? below : $"{texts[^1]}\n{below}"];
        else if (WeChatChoice.Lines(text.Choices, WeChatLimits.ServiceTextBytes) is { } alone)
            texts.Add(alone);
        else
            texts.AddRange(WeChatText.Split(WeChatChoice.Lines(text.Choices, tappable: false), WeChatLimits.ServiceTextBytes));
        return texts;
    }

    private static string Body(string openId, string type, string content) =>
        $$"""{"touser":{{Quote(openId)}},"msgtype":"{{type}}","{{type}}":{{content}}}""";

    private static string Quote(string text) => WeChatJson.Quote(text);
}
