using ShopBot.Shops.Custody;

namespace ShopBot.Tests.Shops.Custody;

/// <summary>Seal numbers are typed in a doorway and read out over the phone.</summary>
public sealed class SealNumberTests
{
    [Theory]
    [InlineData(1, "A0001")]
    [InlineData(9_999, "A9999")]
    [InlineData(10_000, "C0000")]
    [InlineData(99_999, "X9999")]
    [InlineData(100_000, "CA0000")]
    public void Labels_count_up_behind_a_letter(int label, string begins)
    {
        var seal = SealNumber.OfLabel(label);

        Assert.StartsWith(begins, seal, StringComparison.Ordinal);
        Assert.Equal(begins.Length + 1, seal.Length);
        Assert.Equal(label, SealNumber.LabelOf(seal));
    }

    [Fact]
    public void A_wrong_character_or_two_swapped_ones_are_noticed_wherever_they_stand()
    {
        foreach (var label in (int[])[1, 231, 9_090, 12_345, 77_777, 98_765])
        {
            var seal = SealNumber.OfLabel(label);
            for (var at = 0; at < seal.Length; at++)
            {
                foreach (var other in at == 0 ? "ACEHKLMRWX" : "0123456789")
                {
                    if (other != seal[at])
                        Assert.Equal(0, SealNumber.LabelOf($"{seal[..at]}{other}{seal[(at + 1)..]}"));
                }

                if (at > 1 && seal[at - 1] != seal[at])
                    Assert.Equal(0, SealNumber.LabelOf($"{seal[..(at - 1)]}{seal[at]}{seal[at - 1]}{seal[(at + 1)..]}"));
            }
        }
    }

    [Theory]
    [InlineData("E0231", "E0231")]
    [InlineData(" e0231 E0232", "E0231 E0232")]
    [InlineData("E0231，E0232、e0231", "E0231 E0232")]
    [InlineData("a-17", "A-17")]
    [InlineData("aOOO13", "A00013")]
    [InlineData("", null)]
    [InlineData("E1", null)]
    [InlineData("E0231 !", null)]
    [InlineData("封签", null)]
    [InlineData("123456789012345678901", null)]
    public void What_is_typed_is_read_in_capitals_and_what_is_no_seal_is_refused(string typed, string? read) =>
        Assert.Equal(read, SealNumber.ReadAll(typed) is { } seals ? string.Join(' ', seals) : null);

    [Fact]
    public void Nobody_seals_a_thousand_bags_at_once() =>
        Assert.Null(SealNumber.ReadAll(string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"E{i:D4}"))));
}
