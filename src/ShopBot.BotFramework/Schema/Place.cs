namespace Microsoft.Bot.Schema;

public class Place : Entity
{
    public Place() : base("Place")
    {
    }

    public Place(object address = null, object geo = null, object hasMap = null, string type = null, string name = null)
        : base(type ?? "Place")
    {
        Address = address;
        Geo = geo;
        HasMap = hasMap;
        Name = name;
    }

    /// <summary>A string, or an object in the shape of schema.org's PostalAddress.</summary>
    public object Address { get; set; }

    /// <summary>A <see cref="GeoCoordinates"/> or another shape of a place.</summary>
    public object Geo { get; set; }

    /// <summary>A web address of a map, or an object that describes one.</summary>
    public object HasMap { get; set; }
    public string Name { get; set; }
}
