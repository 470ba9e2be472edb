using ShopBot.Shops.Settings;

namespace ShopBot.Settings;

/// <summary>Section "Shops": every shop by name.</summary>
internal static class ShopsReader
{
    public static ShopBook Read(IConfiguration configuration, SettingProblems problems)
    {
        var shops = new List<ShopSettings>();
        foreach (var section in configuration.GetSection("Shops").GetChildren())
        {
            try
            {
                var shop = section.Get<ShopSettings>() ?? new ShopSettings();
                shop.Id = section.Key;
                shops.Add(shop);
            }
            catch (InvalidOperationException error)
            {
                problems.Add(section.Path, $"cannot be read ({error.InnerException?.Message ?? error.Message})", "the values README.md lists under \"Settings\"");
            }
        }

        if (shops.Count == 0)
            problems.Add("Shops", "names no shop", "a section Shops:{name} for each shop, see README.md, \"Settings\"");
        foreach (var (setting, wrong, write) in shops.SelectMany(shop => shop.Problems()))
            problems.Add(setting, wrong, write);
        return new ShopBook(shops);
    }
}
