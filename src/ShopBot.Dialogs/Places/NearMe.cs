using System.Globalization;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using static ShopBot.Dialogs.Places.PlacesTexts;

namespace ShopBot.Dialogs.Places;

/// <summary>Answers a place on the map with the shop's nearest one.</summary>
internal static class NearMe
{
    private const int OthersShown = 2;

    /// <returns>Null where the message is no place, or the shop has told nobody where it is.</returns>
    public static Answer? In(Visit visit)
    {
        if (visit.Content.Places.Count == 0 || visit.Point is not { } here)
            return null;
        var byDistance = visit.Content.Places.Select(p => (Place: p, Metres: p.Point.MetresTo(here))).OrderBy(p => p.Metres).ToList();
        var (nearest, metres) = byDistance[0];
        var (name, address, hours) = (nearest.Name.In(visit.Voice), nearest.Address.In(visit.Voice), nearest.Hours.In(visit.Voice));
        Text first = hours.Length > 0
            ? new Nearest(name, Distance(visit, metres), address, hours)
            : new NearestWithoutHours(name, Distance(visit, metres), address);
        var lines = byDistance.Skip(1).Take(OthersShown).Select(p => visit.Say(new OtherPlace(p.Place.Name.In(visit.Voice), Distance(visit, p.Metres))));
        return new Answer(string.Join('\n', [visit.Say(first), .. lines]), MapOf(nearest, name, address));
    }

    /// <summary>The shop's place nearest to a point, the first one where the point is not known; null where it has told nobody where it is.</summary>
    public static ShopPlace? Nearest(Visit visit, GeoPoint? point) =>
        point is not null ? visit.Content.Places.MinBy(p => p.Point.MetresTo(point)) : visit.Content.Places is [var first, ..] ? first : null;

    private static string Distance(Visit visit, double metres) => visit.Say(metres < 950
        ? new Metres(Math.Max(50, (int)(Math.Round(metres / 50) * 50)))
        : new Kilometres((metres / 1000).ToString(metres < 9_950 ? "0.#" : "#,0", CultureInfo.InvariantCulture)));

    // The chat app's own maps; they take the same coordinates its location messages have.
    private static string MapOf(ShopPlace place, string name, string address) => string.Create(CultureInfo.InvariantCulture,
        $"https://apis.map.qq.com/uri/v1/marker?marker=coord:{place.Latitude:0.######},{place.Longitude:0.######};title:{Uri.EscapeDataString(name)};addr:{Uri.EscapeDataString(address)}&referer=shopbot");

    /// <param name="Map">A page that shows the way.</param>
    internal sealed record Answer(string Words, string Map);
}
