using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Returns;

/// <summary>Takes a return along with the moves of its order.</summary>
internal sealed class ReturnFollower(IReturnRules rules) : IOrderFollower
{
    public async Task MovedAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct)
    {
        var order = move.Order;
        if (order.Kind != Offer.Laundry || order.Handover == Handover.Pickup || move.To is not (OrderState.Ready or OrderState.Delivering or OrderState.Completed))
            return;
        var own = rules.For(shop);
        var known = await ReturnRow.FindAsync(change.Db, order.Id, ct);
        // Orders that were clean before their shop had returns have none; they get it on the next step.
        if (known is null && (own is null || move.To == OrderState.Completed))
            return;
        known ??= ReturnRow.Begin(change.Db, order);
        known.LastHandover = null;
        if (move.To == OrderState.Delivering)
        {
            ReturnStates.Move(known, ReturnState.Out);
            known.Courier = move.By?.Contact;
            await ReturnRow.ClearAsync(change.Db, known, ct);
        }
        else if (move.To == OrderState.Completed)
            await EndAsync(shop, change, move, known, ct);
        else
        {
            if (move.Details.Handed is { IsPart: true } handed)
                HandOver(change, move, known, handed);
            else if (move.From == OrderState.Delivering)
                known.Misses++;
            await ReturnRow.AskAsync(change, known, own?.RemindAfter, ct);
            if (own is not null && move.From == OrderState.Delivering && known.Misses >= own.Attempts && known.LastHandover is null)
                await KeepAsync(shop, change, known, move, ct);
        }
    }

    public async Task TakenBackAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct)
    {
        if (await ReturnRow.FindAsync(change.Db, move.Order.Id, ct) is not { } known)
            return;
        var wasHanded = known.LastHandover is not null;
        await TakeBackAsync(change.Db, known, ct);
        await ReturnRow.ClearAsync(change.Db, known, ct);
        if (move.From == OrderState.Delivering)
        {
            known.State = ReturnState.Out;
            known.Misses -= move.To == OrderState.Ready && !wasHanded ? 1 : 0;
        }
        else if (move.From == OrderState.Ready)
            await ReturnRow.ResumeAsync(change, known, rules.For(shop)?.RemindAfter, ct);
        else
            change.Db.Remove(known);
    }

    private static async Task EndAsync(string shop, ShopChange change, OrderMove move, OrderReturn known, CancellationToken ct)
    {
        var (handed, expected) = (move.Details.Handed ?? new(), ReturnPieces.Left(known));
        // Fetched at the shop: the window somebody else may use.
        if (move.From == OrderState.Ready)
            await ReturnRow.FreeAsync(change, known, ct);
        ReturnStates.Move(known, ReturnState.Done);
        await ReturnRow.ClearAsync(change.Db, known, ct);
        var handover = HandOver(change, move, known, handed);
        if (expected is { } counted && handed.Pieces is { } said && said != counted)
            await ReturnRow.TellManagersAsync(
                change, new ReturnNeedsStaff(shop, known.OrderId, ReturnNews.PiecesDiffer, handover.Id), $"differs:{handover.Id:N}", move.By?.Contact, ct);
    }

    private static ReturnHandover HandOver(ShopChange change, OrderMove move, OrderReturn known, HandedOver handed)
    {
        known.Pieces ??= handed.Of;
        var handover = new ReturnHandover
        {
            To = handed.To,
            Where = TypedText.OrNull(handed.Where),
            Code = TypedText.OrNull(handed.Code),
            Pieces = handed.Pieces,
            IsPart = handed.IsPart,
            At = change.Now,
            By = move.By?.Name ?? "",
        };
        known.Handovers.Add(handover);
        known.LastHandover = handover.Id;
        foreach (var photo in handed.Photos ?? [])
            move.Order.Photos.Add(new OrderPhoto { MediaId = photo.MediaId, At = change.Now, By = handover.By });
        return handover;
    }

    private static async Task KeepAsync(string shop, ShopChange change, OrderReturn known, OrderMove move, CancellationToken ct)
    {
        ReturnStates.Move(known, ReturnState.AtShop);
        await ReturnRow.ClearAsync(change.Db, known, ct);
        await ReturnRow.TellManagersAsync(change, new ReturnNeedsStaff(shop, known.OrderId, ReturnNews.StaysAtShop),
            string.Create(CultureInfo.InvariantCulture, $"missed:{known.Misses}:{change.Now.ToUnixTimeSeconds()}"), move.By?.Contact, ct);
    }

    private static async Task TakeBackAsync(ShopDb db, OrderReturn known, CancellationToken ct)
    {
        if (known.Handovers.Find(h => h.Id == known.LastHandover) is not { } handover)
            return;
        // The pictures that went with it show another moment when it happens for good.
        await db.Set<OrderPhoto>().Where(p => EF.Property<Guid>(p, nameof(OrderPhoto.OrderId)) == known.OrderId && p.At == handover.At).ExecuteDeleteAsync(ct);
        db.Remove(handover);
        known.LastHandover = null;
    }
}
