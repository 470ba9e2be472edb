using System.Text;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;

namespace ShopBot.Testing.Shops;

public sealed partial class TestShop
{
    /// <summary>An order of bags that the shop fetched and sealed.</summary>
    public async Task<int> SealAsync(MetCustomer customer, BoundStaff courier, string seals = "E0231", int bags = 1)
    {
        var request = Request(customer, Line("bag", quantity: bags)) with { Handover = Handover.Collection, Payment = PaymentWay.OnDelivery, Address = "南京西路 100 号" };
        var placed = (PlaceOrderResult.Placed)await TryPlaceAsync(customer, request);
        await MoveAsync(courier, placed.Number, OrderState.Accepted);
        if (await MoveAsync(courier, placed.Number, OrderState.Collected, new MoveDetails(seals)) is var sealing and not MoveOrderResult.Moved)
            throw new InvalidOperationException($"Not sealed: {sealing}");
        return placed.Number;
    }

    public Task<RecordCustodyResult> RecordAsync(BoundStaff staff, CustodyKind kind, string seal, int? pieces = null, bool isSure = false) =>
        RecordAsync(staff, new CustodyReport(kind, null, seal, pieces, IsSure: isSure));

    public Task<RecordCustodyResult> RecordAsync(BoundStaff staff, CustodyReport report) => Get<RecordCustody>().RunAsync(Id, NextKey(), staff.Actor, report, Never);

    public async Task<OrderCustody> CustodyAsync(int number) => await Get<CustodyReader>().OfOrderAsync(Id, (await OrderAsync(number)).Id, Never);

    /// <summary>What stands in an order's custody, one word an entry and its bag: <c>Sealed E0231, Washing</c>.</summary>
    public async Task<string> CustodyWordsAsync(int number) =>
        string.Join(", ", (await CustodyAsync(number)).Entries.Select(e => e.Seal is null ? $"{e.Kind}" : $"{e.Kind} {e.Seal}"));

    /// <summary>A picture of which nothing matters but that it is one of its own.</summary>
    /// <returns>Our media id.</returns>
    public Task<string> KeepPictureAsync(string what = "bag") => Media.KeepAsync(Id, (byte[])[0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes(what)], Never);
}
