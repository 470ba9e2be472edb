using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Places;
using ShopBot.Shops;

namespace ShopBot.Tests.Dialogs.Places;

public sealed class PlacesContentTests : IDisposable
{
    private readonly ContentFolder _folder = ContentFolder.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_shops_places_are_its_own()
    {
        _folder.Write("shops/eunchae/places.yaml", """
            places:
              - name: { zh-CN: 小店, en-US: The shop }
                address: { zh-CN: 中山路 1 号, en-US: 1 Zhongshan Road }
                latitude: 31.2
                longitude: 121.5
            """);
        var content = DialogContent.Read(_folder.Root);

        Assert.Equal(
            new ShopPlace(new Localised("小店", "The shop"), new Localised("中山路 1 号", "1 Zhongshan Road"), new Localised("", ""), 31.2, 121.5),
            Assert.Single(content.For("eunchae").Places));
        Assert.Empty(content.For("a-new-shop").Places);
    }

    [Theory]
    [InlineData("latitude: 31.2", "latitude: 131.2", "shops/eunchae/places.yaml:4: 'latitude' '131.2' is no coordinate. Write degrees")]
    [InlineData("en-US: 1 Road", "en-UK: 1 Road", "shops/eunchae/places.yaml:3: 'en-UK' is nothing 'address' has.")]
    [InlineData("- name", "- nam", "'name' is missing for a place.")]
    public void A_mistake_is_shown_with_its_line_and_how_to_mend_it(string right, string wrong, string shown)
    {
        _folder.Write("shops/eunchae/places.yaml", """
            places:
              - name: { zh-CN: 小店, en-US: The shop }
                address: { zh-CN: 中山路 1 号, en-US: 1 Road }
                latitude: 31.2
                longitude: 121.5
            """.Replace(right, wrong, StringComparison.Ordinal));

        var errors = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root)).Errors;

        Assert.Contains(errors, e => e.ToString().Contains(shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(31.2262, 121.4386, 0)]
    [InlineData(31.2304, 121.4737, 3370)] // People's Square, by a map
    [InlineData(39.9042, 116.4074, 1_066_000)] // Beijing
    public void Distances_are_as_the_crow_flies(double latitude, double longitude, double metres)
    {
        var place = new ShopPlace(new("", ""), new("", ""), new("", ""), 31.2262, 121.4386);

        Assert.InRange(place.Point.MetresTo(new GeoPoint(latitude, longitude)), metres * 0.99 - 1, metres * 1.01 + 1);
    }
}
