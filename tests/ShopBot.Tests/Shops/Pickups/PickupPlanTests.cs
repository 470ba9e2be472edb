using System.Globalization;
using ShopBot.Shops.Pickups;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class PickupPlanTests
{
    // 2 March 2026 is a Monday; the 4th is a holiday, Saturday the 7th is worked like a Monday.
    private static readonly PickupPlan Plan = new(
        [Area("centre", ["静安", "Jing'an"]), Area("elsewhere", [])], TimeSpan.FromHours(2), new(17, 0), new(10, 0), new(20, 0), DaysAhead: 7,
        new HashSet<DateOnly> { new(2026, 3, 4) }, new Dictionary<DateOnly, DayOfWeek> { [new(2026, 3, 7)] = DayOfWeek.Monday });

    [Theory]
    [InlineData("03-02 07:00", "03-02 12:00")] // The 9 o'clock round was closed on the evening before.
    [InlineData("03-02 10:00", "03-02 12:00")]
    [InlineData("03-02 10:01", "03-02 15:00")]
    [InlineData("03-02 16:00", "03-02 18:00")]
    [InlineData("03-02 16:01", "03-03 09:00")]
    [InlineData("03-02 20:00", "03-03 09:00")]
    [InlineData("03-02 20:01", "03-03 12:00")]
    [InlineData("03-03 17:01", "03-05 09:00")] // The 4th is closed.
    [InlineData("03-06 20:01", "03-07 12:00")] // A Saturday, worked like a Monday.
    [InlineData("03-07 17:01", "03-09 09:00")] // Nobody comes on a Sunday.
    public void As_soon_as_possible_is_the_first_window_that_can_still_be_booked(string now, string expected) =>
        Assert.Equal(At(expected), Starts(At(now)).First());

    [Fact]
    public void Windows_end_with_the_days_that_can_be_booked_and_full_ones_are_left_out()
    {
        Assert.Equal(At("03-09 18:00"), Starts(At("03-02 09:30")).Last());
        var free = Plan.Free(Plan.Areas[0], At("03-02 09:30"), room: 3, w => new PickupTaken(w.Start.Hour == 12 ? 8 : 7)).ToList();

        Assert.DoesNotContain(free, w => w.Start.Hour == 12);
        Assert.Contains(free, w => w.Start.Hour == 15);
        Assert.Empty(Plan.Free(Plan.Areas[0], At("03-02 09:30"), room: 11, _ => default));
    }

    [Theory]
    [InlineData("上海市静安区南京西路100号", "centre")]
    [InlineData("100 Nanjing Rd, jing'an", "centre")]
    [InlineData("浦东新区世纪大道1号", "elsewhere")]
    public void An_address_lies_in_the_area_of_its_district(string address, string area) => Assert.Equal(area, Plan.AreaOf(address, null, booked: null)?.Code);

    [Fact]
    public void Pieces_take_what_the_shop_says_and_a_bag_where_it_says_nothing()
    {
        var plan = Plan with { Pieces = new Dictionary<string, int> { ["shoes"] = 1, ["duvet"] = 8 } };

        Assert.Equal(4, plan.RoomFor([("bag", 1)]));
        Assert.Equal(3 + 8 + 8, plan.RoomFor([("shoes", 3), ("duvet", 1), ("bag", 2)]));
        Assert.Equal(1, plan.RoomFor([]));
    }

    [Theory]
    [InlineData(30, 10, 0, 3)]
    [InlineData(30, 10, 10, 2)] // 10 at the first, 10 on the way, 10 at the second.
    [InlineData(49, 10, 10, 2)]
    [InlineData(50, 10, 10, 3)]
    [InlineData(5, 10, 0, 0)]
    [InlineData(5, 0, 0, int.MaxValue)]
    public void Minutes_are_so_many_stops_with_the_way_between_them(int minutes, int stop, int travel, int expected) =>
        Assert.Equal(expected, PickupHours.StopsIn(TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(stop), TimeSpan.FromMinutes(travel)));

    [Fact]
    public void The_clock_of_the_shop_decides_until_when()
    {
        var window = Plan.Find(Plan.Areas[0], new(2026, 3, 2), new(15, 0))!;

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero), Plan.ClosesAt(window, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
    }

    private static PickupArea Area(string code, IReadOnlyList<string> districts)
    {
        PickupHours[] day = [new(new(9, 0), new(12, 0), 10), new(new(12, 0), new(15, 0), 10), new(new(15, 0), new(18, 0), 10), new(new(18, 0), new(21, 0), 10)];
        return new PickupArea(code, districts, [[], day, day, day, day, day, []]);
    }

    private static IEnumerable<DateTime> Starts(DateTime now) => Plan.Free(Plan.Areas[0], now, room: 1, _ => default).Select(w => w.Day.ToDateTime(w.Start));

    private static DateTime At(string written) => DateTime.ParseExact($"2026-{written}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
