using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Ordering;

/// <summary>An order in a list.</summary>
/// <param name="First">What its first line is called.</param>
/// <param name="Pieces">Of all lines together.</param>
public sealed record OrderCard(
    Guid Id, int Number, Offer Kind, OrderState State, Handover Handover, string Name, DateTimeOffset PlacedAt, Money Total, Localised First, int Pieces);

/// <summary>An order with everything about it.</summary>
/// <param name="Due">Still to be paid; below 0 it is to be returned.</param>
/// <param name="Pieces">What the customer said is in the bags.</param>
public sealed record OrderDetails(
    string Shop,
    Guid Id,
    int Number,
    string Token,
    Offer Kind,
    OrderState State,
    Guid CustomerId,
    ContactPoint Contact,
    Handover Handover,
    PaymentWay Payment,
    string Name,
    string Phone,
    string? Address,
    string? Note,
    WantedTime? Wanted,
    BookedPickup? Pickup,
    Money Total,
    DateTimeOffset PlacedAt,
    DateTimeOffset? PaidAt,
    string? Carrier,
    string? TrackingNumber,
    string? SealNumber,
    IReadOnlyList<OrderedLine> Lines,
    IReadOnlyList<OrderMoment> History,
    IReadOnlyList<OrderPicture> Photos,
    string? Source,
    IReadOnlyList<OrderedCharge> Charges,
    Money Paid,
    Money Due,
    IReadOnlyList<CountedPiece> Pieces)
{
    /// <summary>Of the address on the map; null = not known.</summary>
    public GeoPoint? Point { get; init; }
}

/// <param name="Variant">Empty texts where the product has only one.</param>
public sealed record OrderedLine(Localised Product, Localised Variant, Localised Unit, int Quantity, Money Price);

/// <param name="Amount">Below 0 it makes the order cheaper.</param>
/// <param name="By">Name of the staff member; empty = the customer, or a rule of the shop.</param>
/// <param name="IsUndone">A later charge took it back.</param>
public sealed record OrderedCharge(Guid Id, ChargeKind Kind, Localised Label, Money Amount, DateTimeOffset At, string By, bool IsUndone);

/// <param name="By">Name of the staff member; empty = the customer.</param>
public sealed record OrderMoment(OrderState State, DateTimeOffset At, string By)
{
    public Guid StepId { get; init; }
}

/// <param name="MediaId">Ours.</param>
public sealed record OrderPicture(Guid Id, string MediaId, DateTimeOffset At, string By, string? Caption);

/// <summary>What a customer ordered last, for the same again.</summary>
public sealed record LastOrder(int Number, IReadOnlyList<LastLine> Lines, Handover Handover, PaymentWay Payment, string Name, string Phone, string? Address, GeoPoint? Point);

/// <param name="Price">Of one, as it was then.</param>
public sealed record LastLine(Guid VariantId, Localised Product, int Quantity, Money Price);

/// <summary>Looks orders up; changes nothing.</summary>
public sealed class OrderReader(IShopTransactions transactions, ShopBook shops)
{
    /// <summary>A customer's orders, the latest first.</summary>
    public Task<IReadOnlyList<OrderCard>> OfCustomerAsync(string shop, Guid customerId, int atMost, CancellationToken ct) =>
        CardsAsync(shop, orders => orders.Where(o => o.CustomerId == customerId).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Number), skip: 0, atMost, ct);

    /// <summary>What staff still have to do, the oldest first.</summary>
    public Task<IReadOnlyList<OrderCard>> OpenAsync(string shop, int skip, int atMost, CancellationToken ct) =>
        CardsAsync(shop, orders => orders.Where(o => o.State != OrderState.Completed && o.State != OrderState.Cancelled).OrderBy(o => o.PlacedAt).ThenBy(o => o.Number), skip, atMost, ct);

    public Task<int> CountOpenAsync(string shop, CancellationToken ct) => transactions.ReadAsync(shop, db =>
        db.Orders.CountAsync(o => o.State != OrderState.Completed && o.State != OrderState.Cancelled, ct), ct);

    public Task<OrderDetails?> FindAsync(string shop, int number, CancellationToken ct) => DetailsAsync(shop, orders => orders.Where(o => o.Number == number), ct);

    public Task<OrderDetails?> FindAsync(string shop, Guid orderId, CancellationToken ct) => DetailsAsync(shop, orders => orders.Where(o => o.Id == orderId), ct);

    /// <summary>Null also where the order is somebody else's.</summary>
    public Task<OrderDetails?> FindOfCustomerAsync(string shop, Guid customerId, int number, CancellationToken ct) =>
        DetailsAsync(shop, orders => orders.Where(o => o.Number == number && o.CustomerId == customerId), ct);

    /// <summary>Whether an order placed now would be the first: of the customer, and of whoever else gave that phone.</summary>
    public Task<bool> IsNextFirstAsync(string shop, Guid customerId, string phone, CancellationToken ct) =>
        transactions.ReadAsync(shop, db => FirstOrder.IsNextAsync(db, customerId, phone, ct), ct);

    /// <summary>The latest order of a customer that was not cancelled; null where there is none.</summary>
    public Task<LastOrder?> LastAsync(string shop, Guid customerId, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
        await db.Orders.AsNoTracking().Where(o => o.CustomerId == customerId && o.State != OrderState.Cancelled && o.Phone != "").OrderByDescending(o => o.Number)
            .Include(o => o.Lines).FirstOrDefaultAsync(ct) is { } order
            ? new LastOrder(
                order.Number, [.. order.Lines.OrderBy(l => l.Position).Select(l => new LastLine(l.VariantId, l.Product, l.Quantity, new Money(l.PriceInMinor, order.Currency)))],
                order.Handover, order.Payment, order.Name, order.Phone, order.Address, GeoPoint.Of(order.Latitude, order.Longitude))
            : null, ct);

    /// <summary>The order behind a public link, of whichever shop.</summary>
    public async Task<OrderDetails?> FindByTokenAsync(string token, CancellationToken ct)
    {
        foreach (var shop in shops.All)
        {
            if (await DetailsAsync(shop.Id, orders => orders.Where(o => o.Token == token), ct) is { } found)
                return found;
        }

        return null;
    }

    private Task<IReadOnlyList<OrderCard>> CardsAsync(
        string shop, Func<IQueryable<Order>, IQueryable<Order>> which, int skip, int atMost, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<OrderCard>>(shop, async db =>
    {
        var orders = await which(db.Orders.AsNoTracking()).Skip(skip).Take(atMost).Include(o => o.Lines).ToListAsync(ct);
        return [.. orders.Select(o => new OrderCard(
            o.Id, o.Number, o.Kind, o.State, o.Handover, o.Name, o.PlacedAt, new Money(o.TotalInMinor, o.Currency),
            o.Lines.OrderBy(l => l.Position).First().Product, o.Lines.Sum(l => l.Quantity)))];
    }, ct);

    private Task<OrderDetails?> DetailsAsync(string shop, Func<IQueryable<Order>, IQueryable<Order>> which, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        var order = await which(db.Orders.AsNoTracking()).Include(o => o.Lines).Include(o => o.Charges).Include(o => o.Pieces).Include(o => o.Steps).Include(o => o.Photos).AsSplitQuery().FirstOrDefaultAsync(ct);
        return order is null ? null : Details(shop, order);
    }, ct);

    private static OrderDetails Details(string shop, Order o) => new(
        shop, o.Id, o.Number, o.Token, o.Kind, o.State, o.CustomerId, ContactPoint.Parse(o.Contact), o.Handover, o.Payment, o.Name, o.Phone, o.Address, o.Note,
        o.WantedDay is { } day ? new WantedTime(day, WantedWindow.TryParse(o.WantedWindow, out var window) ? window : null) : null,
        o is { PickupArea: { } area, PickupDay: { } pickupDay, PickupStart: { } start, PickupEnd: { } end } ? new BookedPickup(area, pickupDay, start, end, o.PickupRoom, o.PickupMoves) : null,
        new Money(o.TotalInMinor, o.Currency), o.PlacedAt, o.PaidAt, o.Carrier, o.TrackingNumber, o.SealNumber,
        [.. o.Lines.OrderBy(l => l.Position).Select(l => new OrderedLine(l.Product, l.Variant, l.Unit, l.Quantity, new Money(l.PriceInMinor, o.Currency)))],
        [.. o.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new OrderMoment(s.State, s.At, s.By) { StepId = s.Id })],
        [.. o.Photos.OrderBy(p => p.At).ThenBy(p => p.Id).Select(p => new OrderPicture(p.Id, p.MediaId, p.At, p.By, p.Caption))],
        o.Source,
        [.. o.Charges.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new OrderedCharge(
            c.Id, c.Kind, c.Label, new Money(c.AmountInMinor, o.Currency), c.At, c.By, o.Charges.Any(other => other.Undoes == c.Id)))],
        new Money(o.PaidInMinor, o.Currency), new Money(o.DueInMinor, o.Currency),
        [.. o.Pieces.OrderBy(p => p.Position).Select(p => new CountedPiece(p.Name, p.Unit, p.Count, new Money(p.PriceInMinor, o.Currency)))])
    {
        Point = GeoPoint.Of(o.Latitude, o.Longitude),
    };
}
