using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;

namespace ShopBot.Testing.Shops;

public sealed partial class TestShop
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>The whole catalogue, as an import of the shop's content makes it.</summary>
    public Task<int> StockAsync(params ProductBuilder[] products) =>
        Get<StockCatalogue>().RunAsync(Id, NextKey(), new CatalogueContent([.. products.Select(p => p.Build())]), Never);

    /// <summary>A request that is right in every way: picked up, paid there, at the usual price.</summary>
    public static OrderRequest Request(MetCustomer customer, params LineRequest[] lines) => new(
        customer.Id, lines, lines.Sum(l => l.Quantity * ProductBuilder.UsualPrice), Handover.Pickup, PaymentWay.AtPickup, "李梅", "13812345678", Address: null, Note: null);

    public static LineRequest Line(string product = "tint", string variant = "one", int quantity = 1) => new(product, variant, quantity);

    /// <summary>As <see cref="Request"/>, told what it costs in the shop now.</summary>
    public async Task<PlaceOrderResult> TryPlaceAsync(MetCustomer customer, params LineRequest[] lines)
    {
        var shelf = await Get<CatalogueReader>().ReadAsync(Id, Never);
        var total = lines.Sum(l => l.Quantity * (shelf.Find(l.ProductCode)?.Find(l.VariantCode)?.Price.Minor ?? 0));
        return await Get<PlaceOrder>().RunAsync(Id, NextKey(), customer.Actor, Request(customer, lines) with { TotalInMinor = total }, Never);
    }

    /// <summary>An order that went through; one piece of <c>tint/one</c> unless said otherwise.</summary>
    public async Task<PlaceOrderResult.Placed> PlaceAsync(MetCustomer customer, params LineRequest[] lines) =>
        (PlaceOrderResult.Placed)await TryPlaceAsync(customer, lines.Length > 0 ? lines : [Line()]);

    public Task<CancelOrderResult> CancelAsync(MetCustomer customer, int number) =>
        Get<CancelOrder>().RunAsync(Id, NextKey(), customer.Actor, customer.Id, number, Never);

    public Task<MoveOrderResult> MoveAsync(BoundStaff staff, int number, OrderState to, MoveDetails? details = null) =>
        Get<MoveOrder>().RunAsync(Id, NextKey(), staff.Actor, number, to, details ?? new MoveDetails(), Never);

    /// <exception cref="InvalidOperationException">No such order in the shop.</exception>
    public async Task<OrderDetails> OrderAsync(int number) =>
        await Get<OrderReader>().FindAsync(Id, number, Never) ?? throw new InvalidOperationException($"No order {number}.");

    /// <summary>Stock as the table has it; null = no limit.</summary>
    public Task<int?> StockOfAsync(string product, string variant) => ReadAsync(db => Task.FromResult(
        db.Products.Where(p => p.Code == product).SelectMany(p => p.Variants).Single(v => v.Code == variant).Stock));
}
