using ShopBot.Dialogs.Content;
using ShopBot.Shops.Pickups;

namespace ShopBot.Tests.Dialogs.Pickups;

public sealed class PickupsContentTests : IDisposable
{
    private const string Good = """
        areas:
          - code: everywhere
            windows:
              - { days: mon-fri, from: 09:00, to: 12:00, bags: 4, minutes: 140 }
        lead-minutes: 60
        same-day-until: 17:00
        early: { before: 10:00, evening-before-until: 20:00 }
        days-ahead: 7
        closed: [2026-10-01..2026-10-03]
        workdays:
          - { day: 2026-10-10, like: wed }
        moves: { most: 2, notice-minutes: 120 }
        pieces: { shoes: 0.25 }
        stop-minutes: 10
        travel-minutes: 8
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
        Assert.Equal((16, 8), plan.On(plan.Areas[0], new(2026, 10, 5)).Single() is var window ? (window.Capacity, window.Stops) : default);
        Assert.Equal(1 + 4 + 4, plan.RoomFor([("shoes", 1), ("duvet", 1), ("laundry-bag", 1)]));
        Assert.Equal(new MoveLimits(2, TimeSpan.FromHours(2)), plan.Moves);
    }

    [Theory]
    [InlineData("mon-fri", "mon-fry", ":4:", "'mon-fry' is no day of the week")]
    [InlineData("from: 09:00", "from: 9am", ":4:", "'9am' is no time")]
    [InlineData("to: 12:00", "to: 08:00", ":4:", "is not after 'from'")]
    [InlineData("bags: 4", "bags: 0", ":4:", "'0' will not do")]
    [InlineData("minutes: 140 }", "minutes: 140 }\n      - { days: wed, from: 11:00, to: 13:00, bags: 4 }", ":5:", "overlaps with another window on wed")]
    [InlineData("minutes: 140", "minutes: 9", ":4:", "less than one stop takes")]
    [InlineData("stop-minutes: 10", "", ":4:", "nothing how much a stop takes")]
    [InlineData("most: 2", "most: many", ":12:", "'many' will not do")]
    [InlineData("shoes: 0.25", "shoes: 0.3", ":13:", "quarters of a bag")]
    [InlineData("shoes: 0.25", "shoe: 0.25", ":13:", "Did you mean 'shoes'?")]
    [InlineData("lead-minutes: 60", "lead-minuts: 60", ":5:", "Did you mean 'lead-minutes'?")]
    [InlineData("2026-10-01..2026-10-03", "2026-10-32", ":9:", "'2026-10-32' is no day")]
    [InlineData("2026-10-10", "2026-10-02", ":11:", "closed as well")]
    [InlineData("like: wed", "like: mon-tue", ":11:", "should be one day")]
    [InlineData("code: everywhere", "code: everywhere\n    circle: { latitude: 31.2, longitude: 121.4, km: 0 }", ":3:", "'0' will not do")]
    [InlineData("areas:", "areas:\n  - code: first\n    windows:\n      - { days: mon, from: 09:00, to: 12:00, bags: 4 }", ":2:", "Only the last area")]
    public void What_does_not_fit_is_said_with_file_and_line(string good, string bad, string line, string what)
    {
        _folder.Write("shops/laundry/pickups.yaml", Good.Replace(good, bad, StringComparison.Ordinal));

        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root));

        Assert.Contains(wrong.Errors, e => e.ToString().StartsWith("shops/laundry/pickups.yaml" + line, StringComparison.Ordinal)
            && e.ToString().Contains(what, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
