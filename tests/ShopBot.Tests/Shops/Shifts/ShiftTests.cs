using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Shifts;

public sealed class ShiftTests
{
    [Fact]
    public async Task A_shift_begins_once_ends_once_and_says_who_is_left()
    {
        await using var shop = Open(Laundry);
        var (chen, wang) = (await shop.BindAsync("chen", StaffRole.Courier), await shop.BindAsync("wang", StaffRole.Manager));

        // Monday 9:00; closing at 21:00 and an hour.
        var end = Start + TimeSpan.FromHours(13);
        Assert.Equal(new StartShiftResult.Begun(end), await shop.StartShiftAsync(chen));
        Assert.Equal(new StartShiftResult.AlreadyOn(Start, end), await shop.StartShiftAsync(chen));
        await shop.StartShiftAsync(wang);
        Assert.Equal(new EndShiftResult.Ended(Start, Others: 1), await shop.EndShiftAsync(chen));
        Assert.Equal(new EndShiftResult.NotOn(), await shop.EndShiftAsync(chen));
        Assert.Equal(new EndShiftResult.Ended(Start, Others: 0), await shop.EndShiftAsync(wang));
    }

    [Fact]
    public async Task Who_forgets_to_end_it_is_off_an_hour_after_closing_and_told_once()
    {
        await using var shop = Open(Laundry);
        var chen = await shop.BindAsync("chen", StaffRole.Courier);
        await shop.StartShiftAsync(chen);

        await shop.PassAsync(TimeSpan.FromHours(13) - TimeSpan.FromSeconds(1));
        Assert.Empty(shop.Owed<ShiftOver>());
        Assert.Single(await shop.Get<ShiftReader>().NowAsync(shop.Id, default));

        await shop.PassAsync(TimeSpan.FromSeconds(1));
        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal([chen.Contact], shop.Owed<ShiftOver>().Select(m => m.To));
        Assert.Empty(await shop.Get<ShiftReader>().NowAsync(shop.Id, default));
        Assert.Equal(new EndShiftResult.NotOn(), await shop.EndShiftAsync(chen));
    }

    [Fact]
    public async Task A_shift_that_was_ended_does_not_end_again()
    {
        await using var shop = Open(Laundry);
        var chen = await shop.BindAsync("chen", StaffRole.Courier);
        await shop.StartShiftAsync(chen);
        await shop.EndShiftAsync(chen);

        await shop.PassAsync(TimeSpan.FromDays(1));

        Assert.Empty(shop.Owed<ShiftOver>());
    }

    [Fact]
    public async Task Strangers_and_those_whose_access_ended_have_no_shift()
    {
        await using var shop = Open(Laundry);
        var (chen, wang) = (await shop.BindAsync("chen", StaffRole.Courier), await shop.BindAsync("wang", StaffRole.Manager));
        await shop.StartShiftAsync(chen);
        await shop.Get<RevokeStaff>().RunAsync(shop.Id, shop.NextKey(), wang.Actor, chen.Id, default);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();

        Assert.Equal(new StartShiftResult.NotStaff(), await shop.StartShiftAsync(new BoundStaff(Guid.Empty, mei.Contact, "mei")));
        Assert.Equal(new EndShiftResult.NotStaff(), await shop.EndShiftAsync(chen));
        await shop.TryPlaceAsync(mei, Fetched(mei, new("centre", new(2026, 3, 2), new(12, 0), new(15, 0), 5)));
        Assert.Equal([wang.Contact], shop.Owed<OrderPlaced>().Select(m => m.To));
    }

    /// <summary>Who is bound, who of them is on shift, and who hears of an order and of a complaint.</summary>
    [Theory]
    [InlineData("wang chen lan ming", "", "chen lan ming wang", "chen lan ming wang")] // Nobody on shift: everybody, as ever.
    [InlineData("wang chen lan ming", "chen", "chen", "wang")]
    [InlineData("wang chen lan ming", "chen lan", "chen lan", "lan")]
    [InlineData("wang chen lan ming", "wang", "wang", "wang")]
    [InlineData("wang chen lan ming", "ming", "wang", "wang")] // Only the laundry is there: the managers decide.
    [InlineData("chen ming", "ming", "chen ming", "chen ming")] // No manager at all: everybody.
    public async Task Work_is_told_to_those_on_shift_whom_it_concerns(string bound, string onShift, string order, string complaint)
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var roles = new Dictionary<string, StaffRole>
        {
            ["wang"] = StaffRole.Manager, ["chen"] = StaffRole.Courier, ["lan"] = StaffRole.Clerk, ["ming"] = StaffRole.Laundry,
        };
        foreach (var name in bound.Split(' '))
        {
            var staff = await shop.BindAsync(name, roles[name]);
            if (onShift.Split(' ').Contains(name))
                await shop.StartShiftAsync(staff);
        }
        var mei = await shop.MeetAsync();

        await shop.TryPlaceAsync(mei, Fetched(mei, new("centre", new(2026, 3, 2), new(12, 0), new(15, 0), 5)));
        await shop.Get<MakeComplaint>().RunAsync(shop.NextKey(), mei.Actor, new ComplaintMade(shop.Id, mei.Id, "晚了", null, null, null), default);

        Assert.Equal(order, Names(shop.Owed<OrderPlaced>().Select(m => m.To)));
        Assert.Equal(complaint, Names(shop.Owed<ComplaintMade>().Select(m => m.To)));
    }

    [Theory]
    [InlineData("2026-03-02 09:00", "09:00-21:00", "2026-03-02 22:00")]
    [InlineData("2026-03-02 21:30", "09:00-21:00", "2026-03-02 22:00")]
    [InlineData("2026-03-02 22:00", "09:00-21:00", "2026-03-03 22:00")]
    [InlineData("2026-03-06 23:00", "Mon-Fri 09:00-18:00", "2026-03-09 19:00")]
    [InlineData("2026-03-03 00:30", "09:00-24:00", "2026-03-03 00:59")] // What closed at midnight.
    public void The_end_lies_behind_the_next_closing(string now, string hours, string end)
    {
        var shop = new ShopSettings { Hours = hours };

        Assert.Equal(At(end), ShiftHours.AfterClosing(shop, At(now), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("2026-03-02 10:00", 15, "2026-03-02 10:15")]
    [InlineData("2026-03-02 20:50", 15, "2026-03-03 09:05")]
    [InlineData("2026-03-02 23:00", 15, "2026-03-03 09:15")]
    [InlineData("2026-03-02 03:00", 15, "2026-03-02 09:15")]
    [InlineData("2026-03-02 20:50", 1440, "2026-03-04 20:50")]
    public void Minutes_are_counted_while_the_shop_is_open(string from, int minutes, string then)
    {
        var shop = new ShopSettings { Hours = "09:00-21:00" };

        Assert.Equal(At(then), ShiftHours.Later(shop, At(from), TimeSpan.FromMinutes(minutes)));
    }

    private static string Names(IEnumerable<ContactPoint> contacts) => string.Join(' ', contacts.Select(c => c.UserId).Order(StringComparer.Ordinal));

    // On the shop's clock in Shanghai.
    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + " +08:00", System.Globalization.CultureInfo.InvariantCulture);
}
