using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Web.Custody;

/// <summary>GET /o/{token}/evidence: the record of an order's bags as a file, for whoever has the order's link.</summary>
internal static class EvidenceEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/o/{token}/evidence", DownloadAsync).WithSecurityHeaders();

    private static async Task<IResult> DownloadAsync(
        string token, OrderReader orders, CustodyReader custody, CustomerReader customers, ShopBook shops, EvidenceFile evidence, CancellationToken ct)
    {
        if (token.Length > 64 || await orders.FindByTokenAsync(token, ct) is not { } order)
            return Results.NotFound();
        var record = await custody.OfOrderAsync(order.Shop, order.Id, ct);
        if (record.Entries.Count == 0)
            return Results.NotFound();
        var language = (await customers.FindAsync(order.Shop, order.CustomerId, ct))?.Language ?? shops[order.Shop].Culture;
        var page = await evidence.WriteAsync(order, record, new CustodyPageTexts(language), ct);
        // Never shown by this site: its script may run only where it can reach nothing of ours.
        return Results.File(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"order-{order.Number}-custody.html"));
    }
}
