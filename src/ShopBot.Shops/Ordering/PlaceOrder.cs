using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Ordering;

/// <summary>What a customer confirmed.</summary>
/// <param name="TotalInMinor">What the customer was told it costs; at another price nothing is ordered.</param>
/// <param name="Phone">As <see cref="PhoneNumbers.Read"/> writes it.</param>
/// <param name="Address">Null exactly when picked up at the shop.</param>
/// <param name="Wanted">Null = no wish for a time.</param>
/// <param name="Pickup">The window to be booked, as the shop's content has it; null = none.</param>
/// <param name="PickupUntil">UTC; later than that the window can no longer be booked. Null = at any time.</param>
/// <param name="PickupRoom">As <see cref="PickupPlan.RoomFor"/> counts it; null = one for each piece.</param>
public sealed record OrderRequest(
    Guid CustomerId, IReadOnlyList<LineRequest> Lines, long TotalInMinor, Handover Handover, PaymentWay Payment, string Name, string Phone,
    string? Address, string? Note, WantedTime? Wanted = null, PickupWindow? Pickup = null, DateTimeOffset? PickupUntil = null, int? PickupRoom = null)
{
    /// <summary>What is charged and taken off besides, as the shop's content has it.</summary>
    public PriceRules Rules { get; init; } = PriceRules.None;

    /// <summary>Codes of the add-ons that were chosen.</summary>
    public IReadOnlyCollection<string> AddOns { get; init; } = [];

    /// <summary>The window it waits for where none is booked; null = it does not wait.</summary>
    public PickupWish? Wait { get; init; }

    /// <summary>Where the address is on the map; null = not known.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>What the customer said is in the bags.</summary>
    public IReadOnlyList<CountedPiece> Pieces { get; init; } = [];

    /// <summary>What a pickup window has to hold; 0 = it is not fetched.</summary>
    public int Room => Handover == Handover.Collection ? PickupRoom ?? Lines.Sum(line => line.Quantity) : 0;
}

/// <param name="Quantity">1 or more.</param>
public sealed record LineRequest(string ProductCode, string VariantCode, int Quantity);

[JsonDerivedType(typeof(Placed), "placed")]
[JsonDerivedType(typeof(OutOfStock), "out-of-stock")]
[JsonDerivedType(typeof(Gone), "gone")]
[JsonDerivedType(typeof(TooMany), "too-many")]
[JsonDerivedType(typeof(PriceChanged), "price-changed")]
[JsonDerivedType(typeof(PickupFull), "pickup-full")]
[JsonDerivedType(typeof(PickupOver), "pickup-over")]
[JsonDerivedType(typeof(PrepaidShort), "prepaid-short")]
public abstract record PlaceOrderResult
{
    private PlaceOrderResult() { }

    public sealed record Placed(Guid OrderId, int Number, string Token, long TotalInMinor, string Currency) : PlaceOrderResult;

    /// <param name="Line">Index of the line that cannot be served whole.</param>
    /// <param name="Left">What the lines before it leave of it; 0 or more.</param>
    public sealed record OutOfStock(int Line, int Left) : PlaceOrderResult;

    /// <summary>The shop no longer sells it, or no longer hands it over that way.</summary>
    /// <param name="Line">Index of the line.</param>
    public sealed record Gone(int Line) : PlaceOrderResult;

    /// <param name="Line">Index of the line that goes beyond it.</param>
    /// <param name="Most">The most of the product in one order, all lines together.</param>
    public sealed record TooMany(int Line, int Most) : PlaceOrderResult;

    /// <summary>It costs something else than the customer was told.</summary>
    /// <param name="TotalInMinor">What it costs now.</param>
    public sealed record PriceChanged(long TotalInMinor, string Currency) : PlaceOrderResult;

    /// <summary>The window was filled by others; nothing is ordered.</summary>
    public sealed record PickupFull : PlaceOrderResult;

    /// <summary>The prepaid card does not cover the order; nothing is ordered.</summary>
    /// <param name="BalanceInMinor">What is on it.</param>
    public sealed record PrepaidShort(long BalanceInMinor, string Currency) : PlaceOrderResult;

    /// <summary>It is too late for the window; nothing is ordered.</summary>
    public sealed record PickupOver : PlaceOrderResult;
}

/// <summary>Places an order: takes the stock, remembers what the customer told us, and owes staff a notice.</summary>
/// <remarks>Run again under the same key it changes nothing and gives the first answer.</remarks>
public sealed class PlaceOrder(IShopTransactions transactions, ShopBook shops, CatalogueReader catalogue, IEnumerable<IOrderFollower> followers)
{
    /// <exception cref="ArgumentException">No lines, a quantity below 1, or an address that does not fit the hand-over: the dialog asks before.</exception>
    public async Task<PlaceOrderResult> RunAsync(string shop, OperationKey key, Actor actor, OrderRequest request, CancellationToken ct)
    {
        if (request.Lines.Count == 0 || request.Lines.Any(line => line.Quantity < 1))
            throw new ArgumentException("An order has at least one line, and each at least one piece.", nameof(request));
        if ((request.Address is null) != (request.Handover == Handover.Pickup))
            throw new ArgumentException("An address belongs to an order that is brought or fetched, and to no other.", nameof(request));
        if (request.Pickup is not null && request.Handover != Handover.Collection)
            throw new ArgumentException("A pickup window belongs to an order that is fetched.", nameof(request));

        var result = await transactions.RunOnceAsync(shop, key, change => PlaceAsync(shops[shop], change, actor, request, ct), ct);
        catalogue.Forget(shop);
        return result;
    }

    private async Task<PlaceOrderResult> PlaceAsync(ShopSettings shop, ShopChange change, Actor actor, OrderRequest request, CancellationToken ct)
    {
        var codes = request.Lines.Select(line => line.ProductCode).ToList();
        var products = await change.Db.Products.AsNoTracking().Include(p => p.Variants)
            .Where(p => codes.Contains(p.Code) && !p.IsWithdrawn).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        for (var i = 0; i < request.Lines.Count; i++)
        {
            if (Check(products, request, i) is { } refusal)
                return refusal;
        }

        if (request.Pickup is not null && change.Now > request.PickupUntil)
            return new PlaceOrderResult.PickupOver();
        var lines = request.Lines.Select((wanted, i) => LineOf(products, wanted, i)).ToList();
        var besides = await BesidesAsync(shop, change, request, lines, ct);
        var total = lines.Sum(l => l.Quantity * l.PriceInMinor) + besides.Sum(l => l.AmountInMinor);
        if (total != request.TotalInMinor)
            return new PlaceOrderResult.PriceChanged(total, shop.Currency);
        if (request.Payment == PaymentWay.Prepaid && await PrepaidLedger.BalanceAsync(change.Db, request.CustomerId, ct) is var balance && balance < total)
            return new PlaceOrderResult.PrepaidShort(balance, shop.Currency);
        if (await OrderStock.TakeAsync(change.Db, lines, ct) is var (line, left))
            return new PlaceOrderResult.OutOfStock(line, left);

        if (request.Pickup is { } window && !await PickupHolds.TakeAsync(change, request.CustomerId, window, request.Room, ct))
        {
            await OrderStock.GiveBackAsync(change.Db, lines, ct);
            return new PlaceOrderResult.PickupFull();
        }

        var order = await NewOrderAsync(shop, change, actor, request, KindOf(products, request), lines, ct);
        foreach (var extra in besides)
            await AddCharge.ToAsync(change, order, extra.Kind, extra.Label, extra.AmountInMinor, by: "", ct);
        if (order.Payment == PaymentWay.Prepaid)
            await PrepaidPayment.PayAsync(change, order, ct);
        await RememberAsync(shop, change, actor, request, ct);
        if (request.Pickup is not null)
            await PickupReminder.PlanAsync(change, order.Id, ct);
        else if (request.Wait is { } wish)
            await PickupWaits.JoinAsync(change, order.Id, wish, request.Room, ct);
        foreach (var follower in followers)
            await follower.PlacedAsync(shop.Id, change, order, ct);
        foreach (var staff in await OnShift.ForAsync(change.Db, Work.Rounds, actor, change.Now, ct))
            change.Outbox.Add(new OrderPlaced(shop.Id, order.Id), staff, MessageClass.StaffAlert, $"order:{order.Id:N}:placed:{staff}");
        return new PlaceOrderResult.Placed(order.Id, order.Number, order.Token, order.TotalInMinor, order.Currency);
    }

    private static async Task<IReadOnlyList<PriceLine>> BesidesAsync(
        ShopSettings shop, ShopChange change, OrderRequest request, List<OrderLine> lines, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.Now, shop.Zone).DateTime);
        var isFirst = request.Rules.AskForFirst(today) && await FirstOrder.IsNextAsync(change.Db, request.CustomerId, request.Phone, ct);
        return request.Rules.For(
            [.. lines.Select((l, i) => new PricedGoods(request.Lines[i].ProductCode, l.Quantity, l.Quantity * l.PriceInMinor))], request.AddOns, today, isFirst, shop.Currency);
    }

    private static PlaceOrderResult? Check(Dictionary<string, Product> products, OrderRequest request, int index)
    {
        var wanted = request.Lines[index];
        if (VariantOf(products, wanted) is null || !products[wanted.ProductCode].Handovers.Contains(request.Handover))
            return new PlaceOrderResult.Gone(index);
        // One product may stand in several lines; what is before this one has passed, so the sum stays small.
        var most = products[wanted.ProductCode].MostPerOrder;
        var before = request.Lines.Take(index).Where(line => line.ProductCode == wanted.ProductCode).Sum(line => line.Quantity);
        return wanted.Quantity > most - before ? new PlaceOrderResult.TooMany(index, most) : null;
    }

    private static Variant? VariantOf(Dictionary<string, Product> products, LineRequest wanted) =>
        products.GetValueOrDefault(wanted.ProductCode)?.Variants.FirstOrDefault(v => v.Code == wanted.VariantCode && !v.IsWithdrawn);

    private static Offer KindOf(Dictionary<string, Product> products, OrderRequest request) =>
        request.Lines.Any(line => products[line.ProductCode].Kind == Offer.Laundry) ? Offer.Laundry : Offer.Goods;

    private static OrderLine LineOf(Dictionary<string, Product> products, LineRequest wanted, int position)
    {
        var (product, variant) = (products[wanted.ProductCode], VariantOf(products, wanted)!);
        return new OrderLine
        {
            VariantId = variant.Id,
            Product = product.Name,
            Variant = product.Variants.Count(v => !v.IsWithdrawn) > 1 ? variant.Name : new Localised("", ""),
            Unit = product.Unit,
            Quantity = wanted.Quantity,
            PriceInMinor = variant.PriceInMinor,
            Position = position,
        };
    }

    private static async Task<Order> NewOrderAsync(
        ShopSettings shop, ShopChange change, Actor actor, OrderRequest request, Offer kind, List<OrderLine> lines, CancellationToken ct)
    {
        var counter = await change.Db.OrderCounters.SingleOrDefaultAsync(ct);
        if (counter is null)
            change.Db.Add(counter = new OrderCounter());
        counter.Last++;
        var order = new Order
        {
            Number = counter.Last,
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            Kind = kind,
            CustomerId = request.CustomerId,
            Contact = actor.Contact.ToString(),
            Source = await FirstTouch.OfFirstOrderAsync(change.Db, request.CustomerId, ct),
            Handover = request.Handover,
            Payment = request.Payment,
            Name = request.Name,
            Phone = request.Phone,
            Address = request.Address,
            Latitude = request.Point?.Latitude,
            Longitude = request.Point?.Longitude,
            Note = TypedText.OrNull(request.Note),
            WantedDay = request.Wanted?.Day,
            WantedWindow = request.Wanted?.Window?.ToString(),
            PickupArea = request.Pickup?.Area,
            PickupDay = request.Pickup?.Day,
            PickupStart = request.Pickup?.Start,
            PickupEnd = request.Pickup?.End,
            PickupRoom = request.Room,
            TotalInMinor = lines.Sum(l => l.Quantity * l.PriceInMinor),
            Currency = shop.Currency,
            PlacedAt = change.Now,
        };
        order.Lines.AddRange(lines);
        order.Pieces.AddRange(ListPieces.Rows(request.Pieces));
        order.Steps.Add(new OrderStep { State = OrderState.Placed, At = change.Now, By = "" });
        change.Db.Add(order);
        return order;
    }

    private static async Task RememberAsync(ShopSettings shop, ShopChange change, Actor actor, OrderRequest request, CancellationToken ct)
    {
        var customer = await change.Db.Customers.SingleOrDefaultAsync(c => c.Id == request.CustomerId, ct) ?? await BringBackAsync(shop, change, actor, request, ct);
        (customer.Name, customer.Phone) = (request.Name, request.Phone);
        customer.Address = request.Address ?? customer.Address;
    }

    /// <summary>A conversation may know a customer whom the tables lost: they were restored from a backup, the conversation was not.</summary>
    private static async Task<Customer> BringBackAsync(ShopSettings shop, ShopChange change, Actor actor, OrderRequest request, CancellationToken ct)
    {
        var customer = new Customer { Id = request.CustomerId, Language = shop.Culture, CreatedAt = change.Now };
        change.Db.Add(customer);
        var contact = actor.Contact.ToString();
        if (!await change.Db.Contacts.AnyAsync(c => c.Contact == contact, ct))
            change.Db.Add(new CustomerContact(actor.Contact, customer.Id) { MetAt = change.Now });
        return customer;
    }
}
