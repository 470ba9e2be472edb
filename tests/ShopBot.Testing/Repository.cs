namespace ShopBot.Testing;

/// <summary>The checkout the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ShopBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No ShopBot.sln above {AppContext.BaseDirectory}.");
    }
}
