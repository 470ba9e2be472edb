namespace ShopBot.Simulator.Phones;

/// <summary>Pictures a phone can send without a camera; drawn for this product.</summary>
internal static class SamplePictures
{
    private const string Folder = "ShopBot.Simulator.Phones.Samples.";
    private static readonly Dictionary<string, byte[]> Pictures = Load();

    public static IReadOnlyList<string> Names { get; } = [.. Pictures.Keys.Where(n => n != "thumb").Order(StringComparer.Ordinal)];

    /// <summary>Stands for the first frame of every film.</summary>
    public static byte[] Thumb => Pictures["thumb"];

    public static byte[]? Find(string name) => Pictures.GetValueOrDefault(name);

    private static Dictionary<string, byte[]> Load()
    {
        var assembly = typeof(SamplePictures).Assembly;
        var pictures = new Dictionary<string, byte[]>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            pictures[name[Folder.Length..^".jpg".Length]] = bytes.ToArray();
        }
        return pictures;
    }
}
