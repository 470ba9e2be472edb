namespace ShopBot.Shops;

/// <summary>A point on the map.</summary>
/// <param name="Latitude">Degrees, north positive, in the system of the chat app's maps (in China GCJ-02); the same for the longitude.</param>
public sealed record GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusInMetres = 6_371_000;

    /// <returns>Null where either is not known.</returns>
    public static GeoPoint? Of(double? latitude, double? longitude) => latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null;

    /// <summary>As the crow flies, on a globe.</summary>
    public double MetresTo(GeoPoint other)
    {
        var (north, east) = (Radians(Latitude - other.Latitude) / 2, Radians(Longitude - other.Longitude) / 2);
        var half = (Math.Sin(north) * Math.Sin(north)) + (Math.Cos(Radians(other.Latitude)) * Math.Cos(Radians(Latitude)) * Math.Sin(east) * Math.Sin(east));
        return 2 * EarthRadiusInMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
