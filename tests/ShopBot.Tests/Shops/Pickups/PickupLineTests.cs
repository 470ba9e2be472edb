using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Staff;
using ShopBot.Testing;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class PickupLineTests
{
    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly PickupWindow Morning = new("centre", Day, new(9, 0), new(12, 0), Capacity: 5), Noon = Morning with { Start = new(12, 0), End = new(15, 0) };
    private static readonly PickupWish ForMorning = new("centre", Day, [Morning.Start]);

    [Fact]
    public async Task Room_that_comes_free_is_offered_to_the_first_in_the_line_and_kept_for_them()
    {
        await using var shop = await OpenAsync();
        var (full, mei, lan, bo) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"), await shop.MeetAsync("lan"), await shop.MeetAsync("bo"));
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 5));
        await WaitsAsync(shop, mei, bags: 2);
        await WaitsAsync(shop, lan, bags: 2);

        await shop.CancelAsync(full, 1);
        // Before the line was asked the room is nobody else's.
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(bo, Fetched(bo, Morning)));
        await shop.RunDueAsync();

        Assert.Equal([mei.Contact, lan.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
        Assert.Equal(4, await shop.BookedAsync(Morning));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(bo, Fetched(bo, Morning, bags: 2)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(bo, Fetched(bo, Morning)));
        Assert.IsType<AnswerPickupOfferResult.Booked>(await shop.AnswerOfferAsync(mei, 2));
        Assert.IsType<AnswerPickupOfferResult.NoOffer>(await shop.AnswerOfferAsync(mei, 2));
        Assert.Equal(new BookedPickup("centre", Day, Morning.Start, Morning.End, 2), (await shop.OrderAsync(2)).Pickup);
        Assert.Equal(5, await shop.BookedAsync(Morning));
    }

    [Fact]
    public async Task A_window_taken_out_of_the_line_is_watched_and_told_to_those_on_shift()
    {
        await using var shop = await OpenAsync();
        shop.Rules.Now = Strict;
        var (full, mei) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"));
        var (wang, chen, _) = (await shop.BindAsync("wang", StaffRole.Manager), await shop.BindAsync("chen", StaffRole.Courier), await shop.BindAsync("asleep", StaffRole.Courier));
        await shop.StartShiftAsync(chen);
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 5));
        await WaitsAsync(shop, mei, bags: 5);
        await shop.CancelAsync(full, 1);
        await shop.RunDueAsync();

        await shop.AnswerOfferAsync(mei, 2);
        Assert.Equal([chen.Contact], shop.Owed<PickupMoved>().Select(m => m.To));
        await RunAsync(shop, TimeSpan.FromDays(3));

        Assert.Equal([wang.Contact], shop.Owed<CourierMissing>().Select(m => m.To));
        Assert.Equal(mei.Contact, Assert.Single(shop.Owed<PickupMissed>()).To);
    }

    [Fact]
    public async Task Who_lets_an_offer_pass_stays_out_and_the_next_is_asked()
    {
        await using var shop = await OpenAsync();
        var (full, mei, lan) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"), await shop.MeetAsync("lan"));
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 5));
        await WaitsAsync(shop, mei, bags: 5);
        await WaitsAsync(shop, lan, bags: 4);
        await shop.CancelAsync(full, 1);
        await shop.RunDueAsync();

        await RunAsync(shop, TimeSpan.FromMinutes(29));
        Assert.Single(shop.Owed<PickupOffered>());
        await RunAsync(shop, TimeSpan.FromMinutes(1));

        Assert.Equal([mei.Contact, lan.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
        Assert.Equal(mei.Contact, Assert.Single(shop.Owed<PickupOfferPassed>()).To);
        Assert.IsType<AnswerPickupOfferResult.Over>(await shop.AnswerOfferAsync(mei, 2));
        await RunAsync(shop, TimeSpan.FromMinutes(31));
        Assert.Equal((PickupWaitState.Passed, PickupWaitState.Passed), ((await shop.WaitOfAsync(2)).State, (await shop.WaitOfAsync(3)).State));
        Assert.Equal(0, await shop.BookedAsync(Morning));
        Assert.Equal(2, shop.Owed<PickupOffered>().Count);
    }

    [Fact]
    public async Task An_answer_after_the_deadline_is_too_late_even_before_the_clock_has_seen_it()
    {
        await using var shop = await OpenAsync();
        var (full, mei) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"));
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 5));
        await WaitsAsync(shop, mei, bags: 5);
        await shop.CancelAsync(full, 1);
        await shop.RunDueAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromMilliseconds(1));

        Assert.IsType<AnswerPickupOfferResult.Over>(await shop.AnswerOfferAsync(mei, 2));
        Assert.Equal(0, await shop.BookedAsync(Morning));
    }

    [Fact]
    public async Task Somebody_smaller_is_served_while_the_first_does_not_fit_and_the_first_stays_first()
    {
        await using var shop = await OpenAsync();
        var (full, mei, lan, bo) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"), await shop.MeetAsync("lan"), await shop.MeetAsync("bo"));
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 2));
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 3));
        await WaitsAsync(shop, mei, bags: 4);
        await WaitsAsync(shop, lan, bags: 2);
        await WaitsAsync(shop, bo, bags: 4);

        await shop.CancelAsync(full, 1);
        await shop.RunDueAsync();
        Assert.Equal([lan.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
        await shop.AnswerOfferAsync(lan, 4, isWanted: false);
        await shop.CancelAsync(full, 2);
        await shop.RunDueAsync();
        Assert.Equal([lan.Contact, mei.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
    }

    [Fact]
    public async Task Leaving_the_line_cancelling_and_moving_elsewhere_give_the_offer_to_the_next()
    {
        await using var shop = await OpenAsync();
        var (full, names) = (await shop.MeetAsync("full"), new List<MetCustomer>());
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 5));
        foreach (var name in (string[])["one", "two", "three", "four"])
            names.Add(await shop.MeetAsync(name));
        foreach (var customer in names)
            await WaitsAsync(shop, customer, bags: 5);
        await shop.CancelAsync(full, 1);
        await shop.RunDueAsync();

        Assert.IsType<WaitForPickupResult.Left>(await shop.LeaveLineAsync(names[0], 2));
        await shop.RunDueAsync();
        Assert.IsType<CancelOrderResult.Cancelled>(await shop.CancelAsync(names[1], 3));
        await shop.RunDueAsync();
        Assert.IsType<ReschedulePickupResult.Moved>(await shop.RescheduleAsync(names[2], 4, Noon));
        await shop.RunDueAsync();

        Assert.Equal(names.Select(n => n.Contact), shop.Owed<PickupOffered>().Select(o => o.To));
        Assert.IsType<AnswerPickupOfferResult.Booked>(await shop.AnswerOfferAsync(names[3], 5));
        Assert.Equal((5, 5), (await shop.BookedAsync(Morning), await shop.BookedAsync(Noon)));
        Assert.Equal(PickupWaitState.Booked, (await shop.WaitOfAsync(4)).State);
        Assert.IsType<WaitForPickupResult.NotPossible>(await shop.LeaveLineAsync(names[0], 2));
        Assert.IsType<WaitForPickupResult.NotYours>(await shop.LeaveLineAsync(names[0], 5));
    }

    [Fact]
    public async Task A_hold_that_ran_out_and_room_that_was_there_already_reach_the_line()
    {
        await using var shop = await OpenAsync();
        var (full, mei, lan) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"), await shop.MeetAsync("lan"));
        await shop.HoldAsync(full, Morning, bags: 5);
        await WaitsAsync(shop, mei, bags: 3);
        await shop.RunDueAsync();
        Assert.Empty(shop.Owed<PickupOffered>());

        await RunAsync(shop, TimeSpan.FromMinutes(10));
        Assert.Equal([mei.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
        await WaitsAsync(shop, lan, bags: 2);
        await shop.RunDueAsync();
        Assert.Equal([mei.Contact, lan.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
    }

    [Fact]
    public async Task At_night_they_are_asked_in_the_morning_unless_that_is_too_late()
    {
        await using var shop = await OpenAsync();
        shop.Book[shop.Id].Quiet = "21:30-08:00";
        var (full, mei, lan) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"), await shop.MeetAsync("lan"));
        // It can be booked until seven in the morning, the other until noon.
        var (early, late) = (Morning with { Day = Day.AddDays(-1) }, Noon with { Day = Day.AddDays(-1), Start = new(14, 0), End = new(16, 0) });
        await shop.TryPlaceAsync(full, Fetched(full, early, bags: 5));
        await shop.TryPlaceAsync(full, Fetched(full, late, bags: 5));
        await shop.TryPlaceAsync(mei, Waiting(mei, new PickupWish("centre", early.Day, [early.Start])));
        await shop.TryPlaceAsync(lan, Waiting(lan, new PickupWish("centre", late.Day, [late.Start])));
        // Eleven in the evening.
        shop.Clock.Advance(TimeSpan.FromHours(14));
        await shop.CancelAsync(full, 1);
        await shop.CancelAsync(full, 2);
        await shop.RunDueAsync();

        Assert.Equal([(mei.Contact, true), (lan.Contact, false)], shop.Owed<PickupOffered>().Select(o => (o.To, o.Fact.IsUrgent)));
        Assert.Equal(shop.Clock.GetUtcNow().AddMinutes(30), (await shop.WaitOfAsync(3)).OfferUntil);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 30, 0, TimeSpan.Zero), (await shop.WaitOfAsync(4)).OfferUntil);
    }

    [Fact]
    public async Task A_shop_without_a_line_offers_nothing_and_a_closed_window_is_not_offered()
    {
        await using var shop = await OpenAsync();
        var (full, mei) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"));
        await shop.TryPlaceAsync(full, Fetched(full, Morning, bags: 5));
        await WaitsAsync(shop, mei, bags: 1);
        shop.Clock.Advance(TimeSpan.FromDays(2));
        await shop.CancelAsync(full, 1);
        await shop.RunDueAsync();
        Assert.Empty(shop.Owed<PickupOffered>());
        shop.Plans.Plan = shop.Plans.Plan! with { Patience = new PickupPatience(TimeSpan.Zero) };
        await WaitsAsync(shop, mei, bags: 1);
        await shop.RunDueAsync();
        Assert.Empty(shop.Owed<PickupOffered>());
    }

    [Fact]
    public async Task Who_waited_in_vain_is_told_when_it_is_too_late_for_every_window_they_wished()
    {
        await using var shop = await OpenAsync();
        var (full, mei, lan, bo) = (await shop.MeetAsync("full"), await shop.MeetAsync("mei"), await shop.MeetAsync("lan"), await shop.MeetAsync("bo"));
        foreach (var window in (PickupWindow[])[Morning, Noon])
            await shop.TryPlaceAsync(full, Fetched(full, window, bags: 5));
        await WaitsAsync(shop, mei, bags: 2);
        await shop.TryPlaceAsync(lan, Waiting(lan, new PickupWish("centre", Day, [Morning.Start, Noon.Start])));
        await shop.TryPlaceAsync(bo, Waiting(bo, new PickupWish("centre", null, [])));
        await shop.RunDueAsync();

        // Two hours before the morning's window, to the minute, it can still be booked.
        shop.Clock.Advance(new DateTimeOffset(2026, 3, 3, 23, 0, 0, TimeSpan.Zero) - shop.Clock.GetUtcNow());
        await shop.RunDueAsync();
        Assert.Empty(shop.Owed<PickupWaitedInVain>());
        await RunAsync(shop, TimeSpan.FromMinutes(1));
        Assert.Equal([mei.Contact], shop.Owed<PickupWaitedInVain>().Select(o => o.To));
        await RunAsync(shop, TimeSpan.FromHours(3));
        Assert.Equal([mei.Contact, lan.Contact], shop.Owed<PickupWaitedInVain>().Select(o => o.To));
        await RunAsync(shop, TimeSpan.FromDays(3));
        Assert.Equal(2, shop.Owed<PickupWaitedInVain>().Count);
        Assert.Equal(PickupWaitState.InVain, (await shop.WaitOfAsync(3)).State);
    }

    [Fact]
    public async Task A_window_that_staff_open_again_is_offered_to_the_line()
    {
        await using var shop = await OpenAsync();
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.BindAsync());
        await shop.CloseAsync(lan, Morning);
        await WaitsAsync(shop, mei, bags: 2);
        await shop.RunDueAsync();
        Assert.Empty(shop.Owed<PickupOffered>());

        await shop.Get<CloseWindows>().ReopenAsync(shop.Id, shop.NextKey(), lan.Actor, [Morning], CancellationToken.None);
        await shop.RunDueAsync();
        Assert.Equal([mei.Contact], shop.Owed<PickupOffered>().Select(o => o.To));
    }

    [Fact]
    public void The_drawing_in_the_readme_shows_the_table()
    {
        var readme = File.ReadAllText(Repository.Folder("src", "ShopBot.Shops", "Pickups", "README.md"));
        var drawing = Regex.Match(readme, "## Waiting for a full window.*?```mermaid\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var arrows = Regex.Matches(drawing, @"^\s+(\S+) --> (\S+)$", RegexOptions.Multiline).Select(m => (From: m.Groups[1].Value, To: m.Groups[2].Value)).ToList();

        Assert.Equal(PickupWaitStates.Moves.Select(m => ($"{m.From}", $"{m.To}")).Order(), arrows.Where(a => a.From != "[*]" && a.To != "[*]").Order());
        Assert.Equal(["Waiting"], arrows.Where(a => a.From == "[*]").Select(a => a.To));
        Assert.Equal(Enum.GetValues<PickupWaitState>().Where(s => !PickupWaitStates.IsOpen(s)).Select(s => $"{s}").Order(), arrows.Where(a => a.To == "[*]").Select(a => a.From).Order());
    }

    /// <summary>Anything anybody may do, in any order, against a line of a few sentences.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_the_line_moves_as_the_rule_says(int seed)
    {
        await using var shop = await OpenAsync();
        var (chance, customer, model) = (new Random(seed), await shop.MeetAsync(), new Model(Capacity: 5));
        for (var step = 0; step < 120; step++)
        {
            var bags = chance.Next(1, 5);
            switch (chance.Next(6))
            {
                case 0 or 1 when model.Waits.Count(w => w.State == PickupWaitState.Waiting) < 6:
                    var waiting = (PlaceOrderResult.Placed)await shop.TryPlaceAsync(customer, Waiting(customer, ForMorning, bags));
                    model.Waits.Add(new ModelWait(waiting.Number, bags));
                    break;
                case 2:
                    if (await shop.TryPlaceAsync(customer, Fetched(customer, Morning, bags)) is PlaceOrderResult.Placed placed)
                        model.Booked.Add(placed.Number, bags);
                    else
                        Assert.True(bags > model.Room, "A place that was free was refused.");
                    break;
                case 3 when model.Booked.Count > 0:
                    var gone = model.Booked.Keys.ElementAt(chance.Next(model.Booked.Count));
                    await shop.CancelAsync(customer, gone);
                    model.Booked.Remove(gone);
                    break;
                case 4 when model.Waits.Count > 0:
                    var asked = model.Waits[chance.Next(model.Waits.Count)];
                    var isWanted = chance.Next(3) > 0;
                    await shop.AnswerOfferAsync(customer, asked.Number, isWanted);
                    if (asked.State == PickupWaitState.Offered)
                        model.Answer(asked, isWanted ? PickupWaitState.Booked : PickupWaitState.Left);
                    break;
                default:
                    var minutes = chance.Next(20);
                    shop.Clock.Advance(TimeSpan.FromMinutes(minutes));
                    model.Pass(minutes);
                    break;
            }
            await shop.RunDueAsync();
            model.Offer();
            Assert.Equal(model.Waits.Select(w => (w.Number, w.State)), await shop.ReadAsync(async db => await db.PickupWaits
                .Join(db.Orders, w => w.OrderId, o => o.Id, (w, o) => new { o.Number, w.State }).OrderBy(w => w.Number).Select(w => ValueTuple.Create(w.Number, w.State)).ToListAsync()));
            Assert.Equal(5 - model.Room, await shop.BookedAsync(Morning));
        }
        Assert.Equal(model.Offers, shop.Owed<PickupOffered>().Count);
        Assert.True(model.Offers > 10, $"Only {model.Offers} offers: the play says little.");
    }

    private static async Task WaitsAsync(TestShop shop, MetCustomer customer, int bags) =>
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(customer, Waiting(customer, ForMorning, bags)));

    private static async Task RunAsync(TestShop shop, TimeSpan wait)
    {
        shop.Clock.Advance(wait);
        await shop.RunDueAsync();
    }

    private static async Task<TestShop> OpenAsync()
    {
        var shop = Open(Laundry);
        var hours = new List<PickupHours> { new(Morning.Start, Morning.End, 5), new(Noon.Start, new(14, 0), 5), new(new(14, 0), new(16, 0), 5) };
        shop.Plans.Plan = new PickupPlan(
            [new PickupArea("centre", [], [.. Enumerable.Repeat(hours, 7)])], TimeSpan.FromHours(2), new(17, 0), default, default, 14,
            new HashSet<DateOnly>(), new Dictionary<DateOnly, DayOfWeek>())
        {
            Patience = new PickupPatience(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)),
        };
        await shop.StockBagsAsync();
        return shop;
    }

    private sealed record Model(int Capacity)
    {
        public List<ModelWait> Waits { get; } = [];
        public Dictionary<int, int> Booked { get; } = [];
        public int Offers { get; private set; }
        public int Room => Capacity - Booked.Values.Sum() - Waits.Where(w => w.State == PickupWaitState.Offered).Sum(w => w.Bags);

        public void Offer()
        {
            foreach (var wait in Waits.Where(w => w.State == PickupWaitState.Waiting && w.Bags <= Room))
            {
                (wait.State, wait.Left) = (PickupWaitState.Offered, 30);
                Offers++;
            }
        }

        public void Answer(ModelWait wait, PickupWaitState to)
        {
            wait.State = to;
            if (to == PickupWaitState.Booked)
                Booked.Add(wait.Number, wait.Bags);
        }

        public void Pass(int minutes)
        {
            foreach (var wait in Waits.Where(w => w.State == PickupWaitState.Offered))
                wait.State = (wait.Left -= minutes) <= 0 ? PickupWaitState.Passed : wait.State;
        }
    }

    private sealed record ModelWait(int Number, int Bags)
    {
        public PickupWaitState State { get; set; }
        public int Left { get; set; }
    }
}
