using Microsoft.Extensions.Options;
using ShopBot.Dialogs.Orders;
using ShopBot.Shops;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Complaints;

/// <summary>Passes complaints on to staff and says until when the customer hears from them.</summary>
public sealed class ComplaintDesk(
    MakeComplaint makeComplaint, CustomerReader customers, OrderReader orders, IOptions<DialogsOptions> options, TimeProvider clock)
{
    private const int MostOrders = 5;

    /// <returns>Until when the shop answers, in words; null where nobody works there yet.</returns>
    public async Task<string?> TellAsync(Visit visit, int? order, CancellationToken ct)
    {
        var until = AnswerTime.After(clock.GetUtcNow(), options.Value.AnswerComplaintsWithin, visit.Settings.OpeningHours, visit.Settings.Zone);
        return await RunAsync(visit, visit.Said, order, null, until, ct) ? OrderView.When(visit.Voice, until, visit.Settings.Zone) : null;
    }

    /// <summary>Adds what the customer said or sent later.</summary>
    public Task AddAsync(Visit visit, string said, int? order, string? mediaId, CancellationToken ct) => RunAsync(visit, said, order, mediaId, null, ct);

    public async Task<bool> HasPhoneAsync(Visit visit, CancellationToken ct) =>
        (await customers.FindAsync(visit.Shop, visit.Visitor.CustomerId, ct))?.Phone is not null;

    /// <summary>The customer's last orders: it is about one of them, or about none.</summary>
    public Task<IReadOnlyList<OrderCard>> OrdersAsync(Visit visit, CancellationToken ct) =>
        orders.OfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, MostOrders, ct);

    private async Task<bool> RunAsync(Visit visit, string said, int? order, string? mediaId, DateTimeOffset? until, CancellationToken ct) =>
        await makeComplaint.RunAsync(visit.NextKey("make-complaint"), new Actor(visit.Contact),
            new ComplaintMade(visit.Shop, visit.Visitor.CustomerId, said, order, mediaId, until), ct) > 0;
}
