namespace ShopBot.Simulator;

/// <summary>Paths that pages, tests and pushes name.</summary>
internal static class ControlPaths
{
    public const string Control = "/simulator/control", WeChat = "/simulator/wechat", Phones = "/phones";

    /// <summary>Where a phone fetches media; needs no token.</summary>
    public static string Media(string mediaId) => $"{Control}/media/{mediaId}";

    /// <summary>The link in a picture message.</summary>
    public static string Picture(string mediaId) => $"{WeChat}/mmbiz/{mediaId}/0";
}
