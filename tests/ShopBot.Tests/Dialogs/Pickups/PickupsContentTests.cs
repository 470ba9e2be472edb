using ShopBot.Dialogs.Content;

namespace ShopBot.Tests.Dialogs.Pickups;

public sealed class PickupsContentTests : IDisposable
{
    private const string Good = """
        areas:
          - code: everywhere
            windows:
              - { days: mon-fri, from: 09:00, to: 12:00, bags: 4 }
        lead-minutes: 60
        same-day-until: 17:00
        early: { before: 10:00, evening-before-until: 20:00 }
        days-ahead: 7
        closed: [2026-10-01..2026-10-03]
        workdays:
          - { day: 2026-10-10, like: wed }
        """;

    private readonly ContentFolder _folder = ContentFolder.Copy();

    [Fact]
    public void The_windows_of_a_shop_are_read_and_a_shop_without_has_none()
    {
        _folder.Write("shops/laundry/pickups.yaml", Good);
        var content = DialogContent.Read(_folder.Root);
        var plan = content.For("laundry").Pickups!;

        Assert.Null(content.For("eunchae").Pickups);
        Assert.Equal(3, plan.Closed.Count);
        Assert.Single(plan.On(plan.Areas[0], new(2026, 10, 10)));
        Assert.Empty(plan.On(plan.Areas[0], new(2026, 10, 11)));
        Assert.Empty(plan.On(plan.Areas[0], new(2026, 10, 2)));
    }

    [Theory]
    [InlineData("mon-fri", "mon-fry", ":4:", "'mon-fry' is no day of the week")]
    [InlineData("from: 09:00", "from: 9am", ":4:", "'9am' is no time")]
    [InlineData("to: 12:00", "to: 08:00", ":4:", "is not after 'from'")]
    [InlineData("bags: 4", "bags: 0", ":4:", "'0' will not do")]
    [InlineData("bags: 4 }", "bags: 4 }\n      - { days: wed, from: 11:00, to: 13:00, bags: 4 }", ":5:", "overlaps with another window on wed")]
    [InlineData("lead-minutes: 60", "lead-minuts: 60", ":5:", "Did you mean 'lead-minutes'?")]
    [InlineData("2026-10-01..2026-10-03", "2026-10-32", ":9:", "'2026-10-32' is no day")]
    [InlineData("2026-10-10", "2026-10-02", ":11:", "closed as well")]
    [InlineData("like: wed", "like: mon-tue", ":11:", "should be one day")]
    [InlineData("code: everywhere", "code: everywhere\n    districts: [静安]", ":3:", "lie in no area")]
    public void What_does_not_fit_is_said_with_file_and_line(string good, string bad, string line, string what)
    {
        _folder.Write("shops/laundry/pickups.yaml", Good.Replace(good, bad, StringComparison.Ordinal));

        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root));

        Assert.Contains(wrong.Errors, e => e.ToString().StartsWith("shops/laundry/pickups.yaml" + line, StringComparison.Ordinal)
            && e.ToString().Contains(what, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
