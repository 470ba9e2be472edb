using ShopBot.Shops;

namespace ShopBot.Dialogs.Places;

/// <summary>Somewhere customers can go: the shop itself, a branch, a pickup point.</summary>
/// <param name="Hours">As customers read them; empty where there are none to tell.</param>
/// <param name="Latitude">Degrees, north positive, in the system of the chat app's maps (in China GCJ-02); the same for the longitude.</param>
public sealed record ShopPlace(Localised Name, Localised Address, Localised Hours, double Latitude, double Longitude)
{
    private const double EarthRadiusInMetres = 6_371_000;

    /// <summary>As the crow flies, on a globe.</summary>
    public double MetresFrom(double latitude, double longitude)
    {
        var (north, east) = (Radians(Latitude - latitude) / 2, Radians(Longitude - longitude) / 2);
        var half = (Math.Sin(north) * Math.Sin(north)) + (Math.Cos(Radians(latitude)) * Math.Cos(Radians(Latitude)) * Math.Sin(east) * Math.Sin(east));
        return 2 * EarthRadiusInMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
