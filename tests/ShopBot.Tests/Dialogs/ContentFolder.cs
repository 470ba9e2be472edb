namespace ShopBot.Tests.Dialogs;

/// <summary>The checkout's dialogs folder, or a copy of it that a test may spoil.</summary>
public sealed class ContentFolder : IDisposable
{
    private ContentFolder(string root) => Root = root;

    public string Root { get; }

    public static string Original { get; } = Find();

    public static ContentFolder Copy()
    {
        var root = Directory.CreateTempSubdirectory("shopbot-dialogs-").FullName;
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(root, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return new ContentFolder(root);
    }

    public string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public ContentFolder Write(string file, params string[] lines)
    {
        var target = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllLines(target, lines);
        return this;
    }

    public ContentFolder Add(string file, string line)
    {
        File.AppendAllLines(Path.Combine(Root, file), [line]);
        return this;
    }

    /// <summary>Replaces the line that begins with <paramref name="start"/>.</summary>
    /// <returns>Its number, from 1.</returns>
    public int Replace(string file, string start, string? line)
    {
        var lines = Lines(file).ToList();
        var at = lines.FindIndex(l => l.StartsWith(start, StringComparison.Ordinal));
        Assert.True(at >= 0, $"No line in {file} begins with '{start}'.");
        if (line is null)
            lines.RemoveAt(at);
        else
            lines[at] = line;
        File.WriteAllLines(Path.Combine(Root, file), lines);
        return at + 1;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ShopBot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("No ShopBot.sln above the tests."), "dialogs");
    }
}
