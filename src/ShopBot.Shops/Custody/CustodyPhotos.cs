using System.Security.Cryptography;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Custody;

/// <summary>Puts pictures of bags where the next entry of the order's custody finds them.</summary>
public sealed class CustodyPhotos(IMedia media)
{
    /// <summary>Of the picture's bytes, 64 hex digits; null where there is no such picture. Asked before the transaction: pictures are large.</summary>
    public async Task<string?> HashAsync(string shop, string mediaId, CancellationToken ct) =>
        await media.FindAsync(mediaId, ct) is { } file && file.Shop == shop ? Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)) : null;

    /// <summary>Inside the transaction that adds the picture to its order. Nothing for goods and for pictures that are not there.</summary>
    /// <param name="sha256">As <see cref="HashAsync"/> gave it.</param>
    internal static void Keep(ShopDb db, Order order, string mediaId, string? sha256)
    {
        if (order.Kind == Offer.Laundry && sha256 is not null)
            db.Add(new CustodyPhoto { OrderId = order.Id, MediaId = mediaId, Sha256 = sha256 });
    }
}
