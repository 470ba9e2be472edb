using Microsoft.Data.Sqlite;
using ShopBot.Storage;

namespace ShopBot.Settings;

/// <summary>Section "ConnectionStrings": where orders and conversations are kept.</summary>
internal static class PlacesReader
{
    private const string Setting = "ConnectionStrings:Shop", Default = "Data Source=data/shop.db";

    public static StoragePlaces Read(IConfiguration configuration, SettingProblems problems)
    {
        var shop = ShopFile(configuration.GetConnectionString("Shop"), problems);
        return new StoragePlaces(
            shop,
            Path.Combine(Path.GetDirectoryName(shop)!, "conversations.db"),
            configuration.GetConnectionString("Redis") ?? "");
    }

    private static string ShopFile(string? connectionString, SettingProblems problems)
    {
        var text = string.IsNullOrWhiteSpace(connectionString) ? Default : connectionString;
        if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(Setting, "names a PostgreSQL server, which this version does not use yet", $"a file, such as {Default}");
            text = Default;
        }

        try
        {
            var file = new SqliteConnectionStringBuilder(text).DataSource;
            if (file.Length > 0 && !file.StartsWith(':'))
                return Path.GetFullPath(file);
            problems.Add(Setting, "names no file", $"a file, such as {Default}");
        }
        catch (ArgumentException error)
        {
            problems.Add(Setting, $"cannot be read ({error.Message})", $"a file, such as {Default}");
        }

        return Path.GetFullPath("data/shop.db");
    }
}
