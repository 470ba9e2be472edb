using System.Globalization;
using ShopBot.Shops;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;

namespace ShopBot.Testing.Shops;

public sealed partial class TestShop
{
    /// <summary>A request for bags that are fetched in a window.</summary>
    public static OrderRequest Fetched(MetCustomer customer, PickupWindow window, int bags = 1) =>
        Request(customer, Line("bag", quantity: bags)) with { Handover = Handover.Collection, Payment = PaymentWay.OnDelivery, Address = "南京西路 100 号", Pickup = window };

    /// <summary>A request for bags that are to be fetched in a window that is full now.</summary>
    public static OrderRequest Waiting(MetCustomer customer, PickupWish wish, int bags = 1) =>
        Request(customer, Line("bag", quantity: bags)) with { Handover = Handover.Collection, Payment = PaymentWay.OnDelivery, Address = "南京西路 100 号", Wait = wish };

    public Task<AnswerPickupOfferResult> AnswerOfferAsync(MetCustomer customer, int number, bool isWanted = true) =>
        Get<AnswerPickupOffer>().RunAsync(Id, NextKey(), customer.Actor, customer.Id, number, isWanted, Never);

    public Task<WaitForPickupResult> LeaveLineAsync(MetCustomer customer, int number) => Get<WaitForPickup>().LeaveAsync(Id, NextKey(), customer.Id, number, Never);

    /// <exception cref="InvalidOperationException">The order never waited.</exception>
    public async Task<PickupWaiting> WaitOfAsync(int number) =>
        await Get<PickupWaitReader>().FindAsync(Id, (await OrderAsync(number)).Id, Never) ?? throw new InvalidOperationException($"Order {number} never waited.");

    /// <summary>Offers bags without end, the only thing of the shop.</summary>
    public Task<int> StockBagsAsync() => StockAsync(new ProductBuilder("bag").Laundry().AtMost(50).Variant("one"));

    public Task<PlaceOrderResult> TryPlaceAsync(MetCustomer customer, OrderRequest request) =>
        Get<PlaceOrder>().RunAsync(Id, NextKey(), customer.Actor, request, Never);

    /// <summary>Keeps room for somebody who is deciding, for ten minutes.</summary>
    public Task<HoldPickupResult> HoldAsync(MetCustomer customer, PickupWindow window, int bags = 1, OperationKey? key = null) =>
        Get<HoldPickup>().RunAsync(Id, key ?? NextKey(), customer.Id, window, bags, TimeSpan.FromMinutes(10), Never);

    public Task LetGoAsync(MetCustomer customer) => Get<HoldPickup>().ReleaseAsync(Id, NextKey(), customer.Id, Never);

    /// <summary>What is due by the shop's clock happens.</summary>
    public Task RunDueAsync() => Get<DeadlineClock>().RunDueAsync(Id, Never);

    /// <summary>Two moves, each two hours before the booked window begins.</summary>
    public static readonly MoveLimits UsualMoves = new(2, TimeSpan.FromHours(2));

    /// <param name="until">When the new window closes; null = long after now.</param>
    public Task<ReschedulePickupResult> RescheduleAsync(MetCustomer customer, int number, PickupWindow to, DateTimeOffset? until = null) => Get<ReschedulePickup>().RunAsync(
        Id, NextKey(), customer.Actor, new MoveRequest(customer.Id, number, to, until ?? DateTimeOffset.MaxValue, UsualMoves), Never);

    public Task<MovePickupResult> MovePickupAsync(BoundStaff staff, int number, PickupWindow to, string reason = "顾客出差", bool overfills = false) =>
        Get<MovePickup>().RunAsync(Id, NextKey(), staff.Actor, number, to, reason, overfills, Never);

    public Task<CloseWindowsResult> CloseAsync(BoundStaff staff, params PickupWindow[] windows) => Get<CloseWindows>().RunAsync(Id, NextKey(), staff.Actor, windows, Never);

    /// <summary>Takes room in a window, as orders of somebody would.</summary>
    public Task<int> FillAsync(PickupWindow window, int room) => Database.WriteAsync(db => db.Execute(
        "INSERT INTO pickup_slot (\"ShopId\", \"Area\", \"Day\", \"Start\", \"Booked\") VALUES ($shop, $area, $day, $start, $room) ON CONFLICT DO UPDATE SET \"Booked\" = \"Booked\" + $room",
        ("$shop", Id), ("$area", window.Area), ("$day", window.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("$start", window.Start.ToString("HH:mm:ss", CultureInfo.InvariantCulture)), ("$room", room)));

    /// <summary>Bags booked or held in a window, as the table has it.</summary>
    public Task<int> BookedAsync(PickupWindow window) => ReadAsync(db => Task.FromResult(
        db.PickupSlots.Where(s => s.Area == window.Area && s.Day == window.Day && s.Start == window.Start).Select(s => s.Booked).SingleOrDefault()));

    /// <summary>Doors to go to in a window, as the table has it.</summary>
    public Task<int> StopsAsync(PickupWindow window) => ReadAsync(db => Task.FromResult(
        db.PickupSlots.Where(s => s.Area == window.Area && s.Day == window.Day && s.Start == window.Start).Select(s => s.Stops).SingleOrDefault()));
}
