using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Places;

/// <summary>Where the shop is: <c>dialogs/places/wording.*.yaml</c>.</summary>
public static class PlacesTexts
{
    public sealed record Nearest(string Name, string Distance, string Address, string Hours) : Text;
    public sealed record NearestWithoutHours(string Name, string Distance, string Address) : Text;
    public sealed record OtherPlace(string Name, string Distance) : Text;
    public sealed record Metres(int Count) : Text;
    public sealed record Kilometres(string Count) : Text;
    public sealed record OnTheMap : Text;
}
