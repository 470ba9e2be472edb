using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pieces;

[JsonDerivedType(typeof(Listed), "listed")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record ListPiecesResult
{
    private ListPiecesResult() { }

    public sealed record Listed(int Number) : ListPiecesResult;

    /// <summary>The bag is sealed, or the order is over.</summary>
    public sealed record TooLate(int Number, OrderState State) : ListPiecesResult;

    public sealed record NotYours : ListPiecesResult;
}

/// <summary>A customer says what is in the bag of an order, until the bag is sealed; what was said before gives way.</summary>
public sealed class ListPieces(IShopTransactions transactions)
{
    public Task<ListPiecesResult> RunAsync(string shop, OperationKey key, Guid customerId, int number, IReadOnlyList<CountedPiece> pieces, CancellationToken ct) =>
        transactions.RunOnceAsync<ListPiecesResult>(shop, key, async change =>
        {
            if (await change.Db.Orders.Include(o => o.Pieces).SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, ct) is not { } order)
                return new ListPiecesResult.NotYours();
            if (!OrderStates.MayCancel(order.State))
                return new ListPiecesResult.TooLate(number, order.State);
            order.Pieces.Clear();
            order.Pieces.AddRange(Rows(pieces));
            return new ListPiecesResult.Listed(number);
        }, ct);

    internal static IEnumerable<OrderPiece> Rows(IReadOnlyList<CountedPiece> pieces) => pieces.Select((p, i) => new OrderPiece
    {
        Name = p.Name,
        Unit = p.Unit,
        Count = p.Count,
        PriceInMinor = p.Price.Minor,
        Position = i,
    });
}
