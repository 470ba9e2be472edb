using System.Globalization;

namespace ShopBot.Dialogs.DaySheets;

/// <summary>Pages of the chat app's own maps, which open their app on a phone.</summary>
/// <remarks>Source: https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebGuide (marker) and …/uriWebPoisearch (search).</remarks>
internal static class MapLinks
{
    /// <summary>An address as it was typed; where it lies is the map's to find.</summary>
    public static string Search(string address) => $"https://apis.map.qq.com/uri/v1/search?keyword={Uri.EscapeDataString(address)}&referer=shopbot";

    /// <param name="latitude">Degrees in the system of the chat app's maps (in China GCJ-02); the same for the longitude.</param>
    public static string Marker(double latitude, double longitude, string title, string address) => string.Create(CultureInfo.InvariantCulture,
        $"https://apis.map.qq.com/uri/v1/marker?marker=coord:{latitude:0.######},{longitude:0.######};title:{Uri.EscapeDataString(title)};addr:{Uri.EscapeDataString(address)}&referer=shopbot");
}
