using System.Text.RegularExpressions;
using ShopBot.Shops.Inspections;
using ShopBot.Testing;

namespace ShopBot.Tests.Shops.Inspections;

public sealed partial class FindingStatesTests
{
    [Fact]
    public void The_drawing_in_the_readme_shows_the_table()
    {
        var readme = File.ReadAllText(Repository.Folder("src", "ShopBot.Shops", "Inspections", "README.md"));
        var drawing = Regex.Match(readme, "```mermaid\\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var arrows = Arrow().Matches(drawing).Select(m => (From: m.Groups[1].Value, To: m.Groups[2].Value)).ToList();

        Assert.Equal(FindingStates.Moves.Select(m => (From: $"{m.From}", To: $"{m.To}")).Order(), arrows.Where(a => a.From != "[*]" && a.To != "[*]").Order());
        Assert.Equal(["Asked"], arrows.Where(a => a.From == "[*]").Select(a => a.To));
        // Where nobody waits any more it may end.
        Assert.Equal(
            Enum.GetValues<FindingState>().Where(s => !FindingStates.IsOpen(s)).Select(s => $"{s}").Order(), arrows.Where(a => a.To == "[*]").Select(a => a.From).Order());
    }

    [GeneratedRegex(@"(\S+) --> (\S+)")]
    private static partial Regex Arrow();
}
