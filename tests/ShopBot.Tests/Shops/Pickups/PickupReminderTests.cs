using System.Globalization;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class PickupReminderTests
{
    private static readonly ReminderRule Rule = new(new(19, 0), TimeSpan.FromMinutes(90), TimeSpan.FromHours(1));
    private static readonly PickupWindow Tomorrow = new("centre", new(2026, 3, 3), new(15, 0), new(18, 0), Capacity: 5);
    private static readonly PickupWindow Today = Tomorrow with { Day = new(2026, 3, 2) };

    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-03 15:00", "2026-03-02 19:00")]
    [InlineData("2026-03-02 18:00", "2026-03-03 15:00", "2026-03-02 19:00")]
    [InlineData("2026-03-02 18:01", "2026-03-03 15:00", "2026-03-03 13:30")]
    [InlineData("2026-03-02 09:00", "2026-03-02 15:00", "2026-03-02 13:30")]
    [InlineData("2026-03-02 12:30", "2026-03-02 15:00", "2026-03-02 13:30")]
    [InlineData("2026-03-02 12:31", "2026-03-02 15:00", null)]
    public void The_evening_before_or_shortly_before_but_not_to_who_has_just_booked(string booked, string window, string? due)
    {
        var start = DateTime.ParseExact(window, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

        Assert.Equal(due is null ? null : Local(due), Rule.DueAt(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), Local(booked), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
    }

    [Fact]
    public void What_the_shop_does_not_write_is_not_done()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        Assert.Null(ReminderRule.None.DueAt(Tomorrow.Day, Tomorrow.Start, Local("2026-03-01 09:00"), zone));
        Assert.Equal(Local("2026-03-03 13:30"), (Rule with { EveningBefore = null }).DueAt(Tomorrow.Day, Tomorrow.Start, Local("2026-03-01 09:00"), zone));
    }

    [Fact]
    public async Task They_are_reminded_once_when_it_is_time()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Tomorrow));

        await RunUntilAsync(shop, "2026-03-02 18:59");
        Assert.Empty(shop.Owed<PickupReminded>());
        await RunUntilAsync(shop, "2026-03-02 19:00");
        await RunUntilAsync(shop, "2026-03-03 18:00");

        var (to, fact) = Assert.Single(shop.Owed<PickupReminded>());
        Assert.Equal((mei.Contact, Tomorrow.Day, Tomorrow.Start), (to, fact.Day, fact.Start));
        Assert.Equal(MessageClass.Status, shop.Outbox.Single(m => m.Kind == PickupReminded.Kind).Class);
    }

    [Fact]
    public async Task One_that_was_moved_is_reminded_of_its_new_window_alone()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Today));
        await RunUntilAsync(shop, "2026-03-02 10:00");

        Assert.IsType<ReschedulePickupResult.Moved>(await shop.RescheduleAsync(mei, 1, Tomorrow));
        await RunUntilAsync(shop, "2026-03-02 14:00");
        Assert.Empty(shop.Owed<PickupReminded>());
        await RunUntilAsync(shop, "2026-03-02 19:00");

        Assert.Equal(Tomorrow.Day, Assert.Single(shop.Owed<PickupReminded>()).Fact.Day);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_an_order_taken_back_or_fetched_already()
    {
        await using var shop = await OpenAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Tomorrow));
        await shop.TryPlaceAsync(mei, Fetched(mei, Tomorrow));
        await shop.CancelAsync(mei, 1);
        await shop.MoveAsync(lan, 2, OrderState.Accepted);
        await shop.MoveAsync(lan, 2, OrderState.Collected, new MoveDetails("E0231"));

        await RunUntilAsync(shop, "2026-03-03 18:00");

        Assert.Empty(shop.Owed<PickupReminded>());
    }

    [Fact]
    public async Task A_program_that_was_down_reminds_late_but_not_of_a_window_that_has_begun()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Tomorrow));
        await shop.TryPlaceAsync(mei, Fetched(mei, Today));
        await shop.RunDueAsync();

        await RunUntilAsync(shop, "2026-03-02 23:00");

        Assert.Equal(Tomorrow.Day, Assert.Single(shop.Owed<PickupReminded>()).Fact.Day);
    }

    private static async Task<TestShop> OpenAsync()
    {
        var shop = Open(Laundry);
        shop.Plans.Plan = new PickupPlan([], default, default, default, default, 14, new HashSet<DateOnly>(), new Dictionary<DateOnly, DayOfWeek>()) { Reminders = Rule };
        await shop.StockBagsAsync();
        return shop;
    }

    private static async Task RunUntilAsync(TestShop shop, string local)
    {
        await shop.RunDueAsync();
        shop.Clock.Advance(Local(local) - shop.Clock.GetUtcNow());
        await shop.RunDueAsync();
    }

    private static DateTimeOffset Local(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
