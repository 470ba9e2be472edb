using ShopBot.Dialogs.Content;
using ShopBot.Shops;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Places;

/// <summary>Reads where a shop is from <c>dialogs/shops/{shop}/places.yaml</c>.</summary>
internal static class PlacesContentReader
{
    private const int LongestName = 40, LongestAddress = 120, LongestHours = 80;

    /// <returns>Empty where the shop has no such file.</returns>
    public static IReadOnlyList<ShopPlace> Read(string root, string shop, List<ContentError> errors)
    {
        var name = $"shops/{shop}/places.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return [];
        var file = ContentFile.Read(root, name, errors);
        return file.IsReadable ? [.. ReadAll(file)] : [];
    }

    private static IEnumerable<ShopPlace> ReadAll(ContentFile file)
    {
        foreach (var node in new Fields(file, file.Top, "the list of places", ["places"]).List("places"))
        {
            if (node is not YamlMappingNode place)
            {
                file.Wrong(node, "A place should be a group of lines.", "Begin it with `- name: …`.");
                continue;
            }
            var fields = new Fields(file, place, "a place", ["name", "address", "hours", "latitude", "longitude"]);
            yield return new ShopPlace(
                fields.Localised("name", LongestName), fields.Localised("address", LongestAddress),
                fields.Has("hours") ? fields.Localised("hours", LongestHours) : new Localised("", ""),
                fields.Degrees("latitude", 90), fields.Degrees("longitude", 180));
        }
    }
}
