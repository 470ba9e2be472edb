using System.Xml.Linq;

namespace ShopBot.Tests.Layout;

/// <summary>Who may use whom. Transitive references are off, so what a project file names is all it sees.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["ShopBot.Recognizers"] = [],
        ["ShopBot.BotFramework"] = ["ShopBot.Recognizers"],
        ["ShopBot.Messaging"] = ["ShopBot.BotFramework"],
        ["ShopBot.Channels"] = ["ShopBot.Messaging", "ShopBot.BotFramework"],
        ["ShopBot.Shops"] = ["ShopBot.Messaging"],
        ["ShopBot.Dialogs"] = ["ShopBot.Shops", "ShopBot.Messaging", "ShopBot.BotFramework", "ShopBot.Recognizers"],
        ["ShopBot.Storage"] = ["ShopBot.Shops", "ShopBot.Messaging", "ShopBot.BotFramework"],
        ["ShopBot.Web"] = ["ShopBot.Dialogs", "ShopBot.Shops", "ShopBot.Messaging"],
        ["ShopBot.Simulator"] = [],
    };

    public static TheoryData<string> Projects => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_what_the_layout_allows(string project)
    {
        var uses = References(project);

        Assert.Empty(uses.Except(MayUse[project]));
    }

    [Fact]
    public void Every_library_has_its_place_in_the_layout()
    {
        var found = Directory.GetDirectories(Path.Combine(Checkout.Folder, "src")).Select(Path.GetFileName).Where(name => name != "ShopBot");

        Assert.Equal(MayUse.Keys.Order(), found.Order());
    }

    private static IEnumerable<string> References(string project)
    {
        var file = XDocument.Load(Path.Combine(Checkout.Folder, "src", project, project + ".csproj"));
        foreach (var reference in file.Descendants("ProjectReference"))
            yield return Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
        if (Says(file, "UsesBotFramework"))
            yield return "ShopBot.BotFramework";
        if (Says(file, "UsesRecognizers"))
            yield return "ShopBot.Recognizers";
    }

    private static bool Says(XDocument file, string mark) => file.Descendants(mark).Any(element => element.Value == "true");
}

/// <summary>The folder with ShopBot.sln, from wherever the tests run.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ShopBot.sln")))
                return folder;
        }

        throw new InvalidOperationException("The tests run outside a checkout: no ShopBot.sln above them.");
    }
}
