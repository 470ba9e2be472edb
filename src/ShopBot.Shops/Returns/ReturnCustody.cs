using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Returns;

/// <summary>What a hand-over is in the record of who had the bags.</summary>
internal static class ReturnCustody
{
    /// <returns>Null where the move says all there is to say.</returns>
    public static CustodyDetails? Of(Order order, HandedOver? handed) => handed is null ? null : new CustodyDetails(
        handed.To switch
        {
            HandedTo.Neighbour => CustodyKind.LeftWithNeighbour,
            HandedTo.Locker => CustodyKind.LeftInLocker,
            _ => CustodyKind.Delivered,
        },
        handed.Pieces, handed.Where ?? (handed.IsPart ? order.Address : null));

    /// <summary>The pictures that go with a hand-over; the entry written next takes them in.</summary>
    public static void KeepPhotos(ShopDb db, Order order, HandedOver? handed)
    {
        foreach (var photo in handed?.Photos ?? [])
            CustodyPhotos.Keep(db, order, photo.MediaId, photo.Sha256);
    }
}
