namespace ShopBot.Channels.WeChat;

/// <summary>What only WeChat has, as an attachment's content URL: <c>weixin-article:{article id}</c>, <c>weixin-card:{card id}</c>,
/// <c>weixin-program:{appid}/{page}</c>. The attachment's name is its title, its thumbnail a <c>media:</c> picture (of at most 64 KiB).</summary>
internal static class WeChatContent
{
    private const string Article = "weixin-article:", Card = "weixin-card:", Program = "weixin-program:";

    /// <returns>Null where the URL is none of these, or lacks what its kind needs.</returns>
    public static WeChatMessage? Read(string? contentUrl, string title, string? thumbId)
    {
        if (After(contentUrl, Article) is { } article)
            return new WeChatMessage.PublishedArticle(article, title);
        if (After(contentUrl, Card) is { } card)
            return new WeChatMessage.Coupon(card, title);
        if (After(contentUrl, Program) is { } program && program.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && thumbId is not null && title.Length > 0)
            return new WeChatMessage.MiniProgram(title, program[..slash], program[(slash + 1)..], thumbId);
        return null;
    }

    public static bool Is(string? contentUrl) => After(contentUrl, Article) is not null || After(contentUrl, Card) is not null || After(contentUrl, Program) is not null;

    private static string? After(string? url, string scheme) =>
        url is not null && url.StartsWith(scheme, StringComparison.Ordinal) && url.Length > scheme.Length ? url[scheme.Length..] : null;
}
