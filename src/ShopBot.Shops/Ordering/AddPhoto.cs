using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

[JsonDerivedType(typeof(Added), "added")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record AddPhotoResult
{
    private AddPhotoResult() { }

    public sealed record Added(Guid PhotoId, int Number, string CustomerName) : AddPhotoResult;

    public sealed record NotStaff : AddPhotoResult;

    public sealed record NoSuchOrder(int Number) : AddPhotoResult;
}

/// <summary>Staff put a photo to an order; its customer gets it, and the next entry of its custody takes it in.</summary>
public sealed class AddPhoto(IShopTransactions transactions, CustodyPhotos custody)
{
    /// <param name="mediaId">Our media id.</param>
    /// <param name="caption">What is to be seen; null = nothing is said.</param>
    public async Task<AddPhotoResult> RunAsync(string shop, OperationKey key, Actor actor, int number, string mediaId, string? caption, CancellationToken ct)
    {
        var hash = await custody.HashAsync(shop, mediaId, ct);
        return await transactions.RunOnceAsync<AddPhotoResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new AddPhotoResult.NotStaff();
            var order = await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct);
            if (order is null)
                return new AddPhotoResult.NoSuchOrder(number);

            var photo = new OrderPhoto { MediaId = mediaId, At = change.Now, By = staff.Name, Caption = TypedText.OrNull(caption) };
            order.Photos.Add(photo);
            CustodyPhotos.Keep(change.Db, order, mediaId, hash);
            if (order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
                change.Outbox.Add(new PhotoTaken(shop, order.Id, photo.Id), ContactPoint.Parse(order.Contact), MessageClass.Status, $"photo:{photo.Id:N}:{order.Contact}");
            return new AddPhotoResult.Added(photo.Id, number, order.Name);
        }, ct);
    }
}
