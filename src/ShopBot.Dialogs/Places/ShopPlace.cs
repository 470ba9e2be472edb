using ShopBot.Shops;

namespace ShopBot.Dialogs.Places;

/// <summary>Somewhere customers can go: the shop itself, a branch, a pickup point.</summary>
/// <param name="Hours">As customers read them; empty where there are none to tell.</param>
/// <param name="Latitude">Degrees, north positive, in the system of the chat app's maps (in China GCJ-02); the same for the longitude.</param>
public sealed record ShopPlace(Localised Name, Localised Address, Localised Hours, double Latitude, double Longitude)
{
    public GeoPoint Point => new(Latitude, Longitude);
}
