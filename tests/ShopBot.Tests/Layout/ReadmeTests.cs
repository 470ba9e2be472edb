using System.Text.RegularExpressions;

namespace ShopBot.Tests.Layout;

/// <summary>The front door must not lead into walls.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Checkout.Folder, "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Checkout.Folder, page))
            .Where(page => !page.Split(Path.DirectorySeparatorChar).Any(part => part is "node_modules" or "bin" or "obj" or "artifacts")),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file(string page)
    {
        var file = Path.Combine(Checkout.Folder, page);
        var links = Link().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value.Split('#')[0]).Where(link => link.Length > 0 && !link.Contains("://"));

        var missing = links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
