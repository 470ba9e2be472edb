namespace ShopBot.Messaging.Media;

/// <summary>How an attachment names a file of <see cref="IMedia"/>: <c>media:{id}</c> in its content URL.</summary>
/// <remarks>So bot code stays free of platforms' media ids and of links that end; the channel turns it into either.</remarks>
public static class MediaReference
{
    private const string Scheme = "media:";

    public static string For(string mediaId) => Scheme + mediaId;

    /// <returns>Our media id, or null where the URL is something else.</returns>
    public static string? Read(string? contentUrl) =>
        contentUrl is not null && contentUrl.StartsWith(Scheme, StringComparison.Ordinal) && contentUrl.Length > Scheme.Length
            ? contentUrl[Scheme.Length..]
            : null;
}
