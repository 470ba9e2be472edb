using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Custody;

/// <summary>Courier and laundry write down what happens to a bag; what cannot be is refused and what is wrong is raised.</summary>
public sealed class RecordCustodyTests
{
    [Fact]
    public async Task A_bag_goes_from_the_door_to_the_inspection_and_is_packed_after_the_wash()
    {
        await using var house = await House.OpenAsync();

        AssertRecorded(house, CustodyKind.HandedOver, null, await house.RecordAsync(house.Courier, CustodyKind.HandedOver, "E0231"));
        AssertRecorded(house, CustodyKind.Received, null, await house.RecordAsync(house.Laundry, CustodyKind.Received, " e0231 "));
        AssertRecorded(house, CustodyKind.Opened, 12, await house.RecordAsync(house.Laundry, CustodyKind.Opened, "E0231", 12));
        AssertRecorded(house, CustodyKind.Inspected, null, await house.RecordAsync(house.Laundry, CustodyKind.Inspected, "E0231"));
        await house.Shop.MoveAsync(house.Laundry, house.Number, OrderState.Washing);
        await house.Shop.MoveAsync(house.Laundry, house.Number, OrderState.Ready);
        AssertRecorded(house, CustodyKind.Packed, 12, await house.RecordAsync(house.Laundry, CustodyKind.Packed, "E0231", 12));

        var custody = await house.Shop.CustodyAsync(house.Number);
        Assert.IsType<CustodyVerdict.Intact>(custody.Verdict);
        Assert.Equal([null, null, null, 12, null, null, null, 12], custody.Entries.Select(e => e.Pieces));
        Assert.Empty(house.Shop.Owed<CustodyAlarm>());
    }

    [Theory]
    [InlineData(CustodyKind.Opened)]
    [InlineData(CustodyKind.Inspected)]
    [InlineData(CustodyKind.Packed)]
    public async Task A_step_out_of_turn_is_refused_with_what_is_possible_now(CustodyKind tooEarly)
    {
        await using var house = await House.OpenAsync();

        var refused = Assert.IsType<RecordCustodyResult.NotNow>(await house.RecordAsync(house.Boss, tooEarly, "E0231", 12));

        Assert.Equal((house.Number, "E0231", CustodyKind.Sealed), (refused.Number, refused.Seal, refused.Last));
        Assert.Equal([CustodyKind.HandedOver, CustodyKind.Received], refused.Next);
        Assert.Equal([OrderState.Washing], refused.Moves.Where(m => m != OrderState.Deciding));
        Assert.Equal("Sealed E0231", await house.Shop.CustodyWordsAsync(house.Number));
    }

    [Fact]
    public async Task A_step_is_written_once()
    {
        await using var house = await House.OpenAsync();

        await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0231");

        Assert.Equal([CustodyKind.Opened], Assert.IsType<RecordCustodyResult.NotNow>(await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0231")).Next);
    }

    [Fact]
    public async Task The_same_request_again_writes_nothing_and_gets_the_same_answer()
    {
        await using var house = await House.OpenAsync();
        var (key, report) = (house.Shop.NextKey(), new CustodyReport(CustodyKind.Received, null, "E0231"));

        var first = await house.Shop.Get<RecordCustody>().RunAsync(house.Shop.Id, key, house.Laundry.Actor, report, default);
        var second = await house.Shop.Get<RecordCustody>().RunAsync(house.Shop.Id, key, house.Laundry.Actor, report, default);

        Assert.IsType<RecordCustodyResult.Recorded>(first);
        Assert.IsType<RecordCustodyResult.Recorded>(second);
        Assert.Equal("Sealed E0231, Received E0231", await house.Shop.CustodyWordsAsync(house.Number));
    }

    [Fact]
    public async Task Each_does_their_own_work_and_a_manager_does_everything()
    {
        await using var house = await House.OpenAsync();

        Assert.Equal([StaffRole.Laundry, StaffRole.Clerk, StaffRole.Manager],
            Assert.IsType<RecordCustodyResult.NotYours>(await house.RecordAsync(house.Courier, CustodyKind.Received, "E0231")).Whose);
        Assert.IsType<RecordCustodyResult.NotYours>(await house.RecordAsync(house.Laundry, CustodyKind.HandedOver, "E0231"));
        Assert.IsType<RecordCustodyResult.Recorded>(await house.RecordAsync(house.Boss, CustodyKind.HandedOver, "E0231"));
        Assert.IsType<RecordCustodyResult.Recorded>(await house.RecordAsync(house.Boss, CustodyKind.Received, "E0231"));
        Assert.IsType<RecordCustodyResult.NotStaff>(await house.Shop.Get<RecordCustody>().RunAsync(
            house.Shop.Id, house.Shop.NextKey(), house.Customer.Actor, new CustodyReport(CustodyKind.Opened, null, "E0231", 1), default));
    }

    [Fact]
    public async Task A_seal_nobody_knows_is_refused_at_the_laundry_and_the_managers_hear_of_it()
    {
        await using var house = await House.OpenAsync();

        Assert.Equal(new RecordCustodyResult.UnknownSeal("E9999", ManagersAreTold: true), await house.RecordAsync(house.Laundry, CustodyKind.Received, "E9999"));

        var alarm = Assert.Single(house.Shop.Owed<CustodyAlarm>());
        Assert.Equal((house.Boss.Contact, new CustodyAlarm(house.Shop.Id, CustodyProblem.UnknownSeal, null, "E9999", null, null, "周姐")), alarm);
        Assert.Equal(MessageClass.StaffAlert, house.Shop.Outbox[^1].Class);
        Assert.Equal("Sealed E0231", await house.Shop.CustodyWordsAsync(house.Number));
    }

    [Fact]
    public async Task A_seal_other_than_the_orders_is_refused_at_the_laundry_and_the_managers_hear_of_it()
    {
        await using var house = await House.OpenAsync();

        var wrong = Assert.IsType<RecordCustodyResult.WrongSeal>(await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Received, house.Number, "E0232")));

        Assert.Equal(("E0232", true), (wrong.Seal, wrong.ManagersAreTold));
        Assert.Equal(["E0231"], wrong.Sealed);
        Assert.Equal(CustodyProblem.WrongSeal, Assert.Single(house.Shop.Owed<CustodyAlarm>()).Fact.Problem);
    }

    [Fact]
    public async Task A_slip_of_the_pen_anywhere_else_alarms_nobody()
    {
        await using var house = await House.OpenAsync();

        Assert.Equal(new RecordCustodyResult.UnknownSeal("E0232", ManagersAreTold: false), await house.RecordAsync(house.Courier, CustodyKind.HandedOver, "E0232"));
        Assert.Equal(new RecordCustodyResult.UnknownSeal("没有这种封签", ManagersAreTold: false), await house.RecordAsync(house.Laundry, CustodyKind.Opened, "没有这种封签", 3));

        Assert.Empty(house.Shop.Owed<CustodyAlarm>());
    }

    [Fact]
    public async Task By_the_orders_number_a_courier_hands_over_all_its_bags_and_the_laundry_must_read_each_seal()
    {
        await using var house = await House.OpenAsync("E0231 E0232", bags: 2);

        var handed = Assert.IsType<RecordCustodyResult.Recorded>(await house.Shop.RecordAsync(house.Courier, new CustodyReport(CustodyKind.HandedOver, house.Number, null)));
        Assert.Equal(["E0231", "E0232"], handed.Seals);
        Assert.Equal(["E0231", "E0232"],
            Assert.IsType<RecordCustodyResult.SealNeeded>(await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Received, house.Number, null))).Seals);
        await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0232");
        // With two bags the order alone does not say which one was opened.
        Assert.IsType<RecordCustodyResult.SealNeeded>(await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Opened, house.Number, null, 5)));
        Assert.IsType<RecordCustodyResult.Recorded>(await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Opened, house.Number, "E0232", 5)));
        Assert.Equal("Sealed E0231, Sealed E0232, HandedOver E0231, HandedOver E0232, Received E0232, Opened E0232", await house.Shop.CustodyWordsAsync(house.Number));
    }

    [Fact]
    public async Task With_one_bag_the_orders_number_is_enough_to_open_it()
    {
        await using var house = await House.OpenAsync();
        await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0231");

        AssertRecorded(house, CustodyKind.Opened, 7, await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Opened, house.Number, null, 7)));
    }

    [Fact]
    public async Task Orders_that_are_none_or_have_no_seal_are_said_to_be_so()
    {
        await using var house = await House.OpenAsync();
        var placed = await house.Shop.PlaceAsync(house.Customer, Line("bag"));

        Assert.Equal(new RecordCustodyResult.NoSuchOrder(999), await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Opened, 999, null, 1)));
        Assert.Equal(new RecordCustodyResult.NotSealed(placed.Number), await house.Shop.RecordAsync(house.Laundry, new CustodyReport(CustodyKind.Opened, placed.Number, null, 1)));
    }

    [Fact]
    public async Task Opening_and_packing_want_a_number_of_pieces()
    {
        await using var house = await House.OpenAsync();
        await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0231");

        Assert.Equal(new RecordCustodyResult.PiecesNeeded(house.Number, "E0231"), await house.RecordAsync(house.Laundry, CustodyKind.Opened, "E0231"));
        await Assert.ThrowsAsync<ArgumentException>(() => house.RecordAsync(house.Laundry, CustodyKind.Opened, "E0231", -1));
        await Assert.ThrowsAsync<ArgumentException>(() => house.RecordAsync(house.Laundry, CustodyKind.Opened, "E0231", 1000));
        await Assert.ThrowsAsync<ArgumentException>(() => house.RecordAsync(house.Laundry, CustodyKind.Sealed, "E0231"));
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(13, false)]
    public async Task Another_number_of_pieces_wants_a_yes_and_fewer_go_to_the_managers(int packed, bool isAlarm)
    {
        await using var house = await House.OpenAsync();
        await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0231");
        await house.RecordAsync(house.Laundry, CustodyKind.Opened, "E0231", 12);
        await house.Shop.MoveAsync(house.Laundry, house.Number, OrderState.Washing);
        await house.Shop.MoveAsync(house.Laundry, house.Number, OrderState.Ready);

        Assert.Equal(new RecordCustodyResult.PiecesDiffer(house.Number, "E0231", 12, packed), await house.RecordAsync(house.Laundry, CustodyKind.Packed, "E0231", packed));
        Assert.EndsWith("Washed", await house.Shop.CustodyWordsAsync(house.Number), StringComparison.Ordinal);
        Assert.Empty(house.Shop.Owed<CustodyAlarm>());
        var sure = Assert.IsType<RecordCustodyResult.Recorded>(await house.RecordAsync(house.Laundry, CustodyKind.Packed, "E0231", packed, isSure: true));

        Assert.Equal(12, sure.Before);
        Assert.Equal(
            isAlarm ? [new CustodyAlarm(house.Shop.Id, CustodyProblem.PiecesMissing, house.Number, "E0231", 12, packed, "周姐")] : [],
            house.Shop.Owed<CustodyAlarm>().Select(a => a.Fact));
    }

    [Fact]
    public async Task A_bag_is_found_by_its_seal_with_what_comes_next()
    {
        await using var house = await House.OpenAsync();
        await house.RecordAsync(house.Laundry, CustodyKind.Received, "E0231");
        var reader = house.Shop.Get<CustodyReader>();

        var bag = await reader.FindBagAsync(house.Shop.Id, "e0231", default);
        Assert.Equal((house.Number, "E0231", CustodyKind.Received), (bag!.Number, bag.Seal, bag.Last));
        Assert.Equal([CustodyKind.Opened], bag.Next);
        Assert.Null(await reader.FindBagAsync(house.Shop.Id, "E0232", default));
        Assert.Null(await reader.FindBagAsync(Eunchae, "E0231", default));
    }

    private static void AssertRecorded(House house, CustodyKind kind, int? pieces, RecordCustodyResult result)
    {
        var recorded = Assert.IsType<RecordCustodyResult.Recorded>(result);
        Assert.Equal((house.Number, kind, "E0231", pieces, null), (recorded.Number, recorded.Kind, string.Join(' ', recorded.Seals), recorded.Pieces, recorded.Before));
    }

    /// <summary>A laundry with an order that is sealed, and everybody who has to do with it.</summary>
    private sealed record House(TestShop Shop, MetCustomer Customer, BoundStaff Courier, BoundStaff Laundry, BoundStaff Boss, int Number) : IAsyncDisposable
    {
        public static async Task<House> OpenAsync(string seals = "E0231", int bags = 1)
        {
            var shop = Open(TestShop.Laundry);
            await shop.StockBagsAsync();
            var (courier, laundry) = (await shop.BindAsync("小陈", StaffRole.Courier), await shop.BindAsync("周姐", StaffRole.Laundry));
            var (boss, customer) = (await shop.BindAsync("boss", StaffRole.Manager), await shop.MeetAsync());
            return new House(shop, customer, courier, laundry, boss, await shop.SealAsync(customer, courier, seals, bags));
        }

        public Task<RecordCustodyResult> RecordAsync(BoundStaff staff, CustodyKind kind, string seal, int? pieces = null, bool isSure = false) =>
            Shop.RecordAsync(staff, kind, seal, pieces, isSure);

        public ValueTask DisposeAsync() => Shop.DisposeAsync();
    }
}
