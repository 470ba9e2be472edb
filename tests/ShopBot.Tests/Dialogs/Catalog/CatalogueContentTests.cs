using Microsoft.Extensions.Options;
using ShopBot.Dialogs;
using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Content;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Tests.Dialogs.Catalog;

public sealed class CatalogueContentTests : IDisposable
{
    private const string File = "shops/laundry/catalog.yaml";
    private readonly ContentFolder _folder = ContentFolder.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_demo_shops_offer_what_they_should()
    {
        var laundry = Load("laundry");
        var eunchae = Load("eunchae");

        Assert.Equal(["laundry-bag", "shoes", "duvet"], laundry.Products.Select(p => p.Code));
        Assert.Equal((Offer.Laundry, 9900L, null), (laundry.Products[0].Kind, laundry.Products[0].Variants[0].PriceInMinor, laundry.Products[0].Variants[0].InitialStock));
        Assert.Equal([Handover.Collection, Handover.Pickup], laundry.Products[0].Handovers);
        Assert.Equal(6, eunchae.Products.Count);
        Assert.Equal([9800L, 19800L], eunchae.Products.Single(p => p.Code == "cica-cream").Variants.Select(v => v.PriceInMinor));
    }

    [Fact]
    public void A_shop_without_the_file_offers_nothing()
    {
        System.IO.File.Delete(Path.Combine(_folder.Root, File));

        Assert.Empty(Load("laundry").Products);
    }

    [Theory]
    [InlineData("  - code: shoes", "  - code: laundry-bag", "twice")]
    [InlineData("  - code: shoes", "  - code: My Shoes", "lower-case")]
    [InlineData("kind: laundry", "kind: laundrette", "goods or laundry")]
    [InlineData("    unit: { zh-CN: 双", "    unit: 双", "both languages")]
    [InlineData("    name: { zh-CN: 洗鞋", "    name: { zh-CN: 洗鞋 }", "'en-US' is missing")]
    [InlineData("    most: 6", "    most: lots", "from 1 to 10000")]
    [InlineData("    most: 6", "    mots: 6", "'most'")]
    [InlineData("      - { code: down", "      - { code: down, name: { zh-CN: 羽绒被, en-US: Down }, price: -98 }", "99.50")]
    public void What_is_wrong_is_shown_with_its_line_and_how_to_mend_it(string start, string line, string expected)
    {
        var number = _folder.Replace(File, start, line);

        var errors = Assert.Throws<ContentException>(() => Load("laundry")).Errors;

        Assert.Contains(errors, e => e.File == File && e.Line >= number - 1 && e.Line <= number + 4
            && $"{e.What} {e.Mend}".Contains(expected, StringComparison.Ordinal));
        Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root));
    }

    private CatalogueContent Load(string shop) => new CatalogueContentReader(
        Options.Create(new DialogsOptions { Path = _folder.Root }),
        new ShopBook([new ShopSettings { Id = "laundry" }, new ShopSettings { Id = "eunchae" }])).Load(shop);
}
