namespace Microsoft.Bot.Schema;

public class GeoCoordinates : Entity
{
    public GeoCoordinates() : base("GeoCoordinates")
    {
    }

    public GeoCoordinates(
        double? elevation = null, double? latitude = null, double? longitude = null, string type = null, string name = null)
        : base(type ?? "GeoCoordinates")
    {
        Elevation = elevation;
        Latitude = latitude;
        Longitude = longitude;
        Name = name;
    }

    /// <summary>Metres above the WGS 84 ellipsoid.</summary>
    public double? Elevation { get; set; }

    /// <summary>Degrees, WGS 84, north positive.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees, WGS 84, east positive.</summary>
    public double? Longitude { get; set; }
    public string Name { get; set; }
}
