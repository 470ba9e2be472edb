using System.Text.RegularExpressions;
using ShopBot.Shops.Returns;
using ShopBot.Testing;

namespace ShopBot.Tests.Shops.Returns;

public sealed partial class ReturnStatesTests
{
    [Fact]
    public void The_drawing_in_the_readme_shows_the_table()
    {
        var readme = File.ReadAllText(Repository.Folder("src", "ShopBot.Shops", "Returns", "README.md"));
        var drawing = Regex.Match(readme, "```mermaid\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var arrows = Arrow().Matches(drawing).Select(m => (From: m.Groups[1].Value, To: m.Groups[2].Value)).ToList();
        var table = ReturnStates.Moves.Select(m => (From: $"{m.From}", To: $"{m.To}")).ToList();

        Assert.Equal(table.Order(), arrows.Where(a => a.From != "[*]" && a.To != "[*]").Order());
        Assert.Equal(["Asked", "Out"], arrows.Where(a => a.From == "[*]").Select(a => a.To).Order());
        Assert.Equal(table.Select(m => m.To).Except(table.Select(m => m.From)), arrows.Where(a => a.To == "[*]").Select(a => a.From));
    }

    [GeneratedRegex(@"(\S+) --> (\S+)")]
    private static partial Regex Arrow();
}
