namespace ShopBot.Channels.WeChat;

/// <summary>The bodies of message/custom/send.</summary>
internal static class WeChatServiceJson
{
    /// <param name="platformMediaId">Of an upload.</param>
    public static string Image(string openId, string platformMediaId) =>
        Body(openId, "image", $$"""{"media_id":{{Quote(platformMediaId)}}}""");

    /// <returns>One body for each message the platform gets: a long text becomes several, the choices below the last.</returns>
    public static IEnumerable<string> Words(string openId, WeChatMessage message) => message switch
    {
        WeChatMessage.Article article => [Body(openId, "news",
            $$"""{"articles":[{"title":{{Quote(article.Title)}},"description":{{Quote(article.Description)}},"url":{{Quote(article.Url)}},"picurl":{{Quote(article.PictureUrl)}}}]}""")],
        WeChatMessage.Text text when FitsMenu(text) => [Menu(openId, text)],
        WeChatMessage.Text text => Texts(text).Select(part => Body(openId, "text", $$"""{"content":{{Quote(part)}}}""")),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "Not a message in words."),
    };

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
