using ShopBot.Shops.Catalog;

namespace ShopBot.Tests.Shops;

public sealed class RowIdTests
{
    [Fact]
    public void Rows_made_one_after_the_other_sort_so_as_objects_and_as_stored_text()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => new Product { Code = "x" }.Id).ToList();

        Assert.Equal(ids, ids.Order());
        Assert.Equal(ids, ids.OrderBy(id => id.ToString("N"), StringComparer.Ordinal));
        Assert.All(ids, id => Assert.Equal((7, 8), (id.Version, id.Variant & 0xC)));
    }

    [Fact]
    public async Task Rows_made_at_once_have_different_ids()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => new Product { Code = "x" }.Id).ToList())));

        Assert.Equal(20_000, made.SelectMany(ids => ids).Distinct().Count());
    }
}
