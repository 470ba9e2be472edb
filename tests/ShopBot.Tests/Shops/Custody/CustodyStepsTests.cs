using System.Text.RegularExpressions;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Testing;

namespace ShopBot.Tests.Shops.Custody;

/// <summary>The README of custody is drawn and specified from the code, and held against it.</summary>
public sealed partial class CustodyStepsTests
{
    private static readonly string Readme = File.ReadAllText(Repository.Folder("src", "ShopBot.Shops", "Custody", "README.md"));

    [Fact]
    public void The_drawing_shows_the_steps_staff_write_themselves()
    {
        var drawing = Regex.Match(Readme, @"```mermaid\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var arrows = Arrow().Matches(drawing).Select(m => (m.Groups[1].Value, m.Groups[2].Value, IsMove: m.Groups[3].Success)).ToList();

        Assert.Equal(CustodySteps.All.Select(s => ($"{s.From}", $"{s.To}")).Order(), arrows.Where(a => !a.IsMove && a.Item1 != "[*]" && a.Item2 != "[*]").Select(a => (a.Item1, a.Item2)).Order());
        var moves = OrderStates.Moves(Offer.Laundry).Select(m => CustodySteps.OfMove(m.From, m.To)).OfType<CustodyKind>().Select(k => $"{k}").ToHashSet();
        Assert.All(arrows.Where(a => a.IsMove), a => Assert.Contains(a.Item2, moves.Append("ReturnedUnwashed").Append("LeftWithNeighbour").Append("LeftInLocker")));
        Assert.Equal(Enum.GetNames<CustodyKind>().Where(k => k != "Undone").Order(), arrows.SelectMany(a => new[] { a.Item1, a.Item2 }).Where(k => k != "[*]").Distinct().Order());
    }

    [Fact]
    public void The_table_of_moves_says_what_each_writes()
    {
        var rows = MoveRow().Matches(Readme).Select(m => (From: m.Groups[1].Value, To: m.Groups[2].Value, Kind: m.Groups[3].Value)).ToList();

        Assert.NotEmpty(rows);
        foreach (var (from, to) in OrderStates.Moves(Offer.Laundry))
        {
            if (CustodySteps.OfMove(from, to) is { } kind)
                Assert.Contains(rows, r => (r.From == $"{from}" || r.From == "any") && r.To == $"{to}" && r.Kind == $"{kind}");
            else
                Assert.DoesNotContain(rows, r => r.From == $"{from}" && r.To == $"{to}");
        }
    }

    [Fact]
    public void The_specified_example_has_the_hash_that_stands_there()
    {
        var example = Regex.Match(Readme, @"```text\n(shopbot-custody 1\n.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var hash = Regex.Match(Readme, "^    ([0-9a-f]{64})$", RegexOptions.Multiline).Groups[1].Value;

        Assert.Equal(13, example.Count(c => c == '\n'));
        Assert.Equal(hash, CustodyForm.Hash(example));
        Assert.Contains(CustodyForm.Short(hash), Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_specified_commitment_is_that_of_its_text()
    {
        var row = Regex.Match(Readme, @"salt `([0-9a-f]{32})` and text `([^`]+)` give `([0-9a-f]{64})`");

        Assert.True(new PersonalText { Salt = row.Groups[1].Value, Value = row.Groups[2].Value, Commitment = row.Groups[3].Value }.IsTrue);
    }

    [GeneratedRegex(@"(\S+) --> (\S+)( : move)?")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\| `(\w+)` \| `(\w+)` \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex MoveRow();
}
