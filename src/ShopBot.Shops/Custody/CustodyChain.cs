using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Custody;

/// <summary>Writes entries at the end of an order's chain, inside the transaction of whatever they tell of.</summary>
/// <remarks>Other features that move an order's bags write here too. One writer at a time may append: the table takes a sequence number once.</remarks>
internal static class CustodyChain
{
    private const int LongestText = 100;

    /// <summary>Appends what a move of the order means for its bags; nothing for goods and for moves that touch no bag.</summary>
    /// <param name="seals">Of the bags closed now; empty unless the move is the collecting.</param>
    public static async Task AddMoveAsync(
        ShopChange change, Order order, OrderState from, OrderState to, StaffMember staff, IReadOnlyList<string> seals, CustodyDetails? details, CancellationToken ct)
    {
        if (order.Kind != Settings.Offer.Laundry || CustodySteps.OfMove(from, to) is not { } usual)
            return;
        var step = new CustodyStep(details?.Kind ?? usual, null, details?.Pieces, details?.Place ?? PlaceOf(order, usual), details?.Note);
        if (seals.Count == 0)
            await AppendAsync(change, order.Id, staff, step, ct);
        foreach (var seal in seals)
            await AppendAsync(change, order.Id, staff, step with { Seal = seal }, ct);
    }

    /// <summary>Whether staff have written a step of a bag since the order's last move: who handed a bag over cannot have not sealed it.</summary>
    public static async Task<bool> HasGoneOnAsync(ShopDb db, Order order, CancellationToken ct) =>
        CustodySteps.Standing(await EntriesAsync(db, order.Id, ct)) is [.., var last] && CustodySteps.IsOwn(last.Kind);

    /// <summary>Takes back what the last move wrote. The entries stay; others say that they do not count.</summary>
    /// <param name="from">The state the move had led to.</param>
    /// <param name="before">The state it is in again.</param>
    public static async Task UndoMoveAsync(ShopChange change, Order order, OrderState before, OrderState from, StaffMember staff, CancellationToken ct)
    {
        if (order.Kind != Settings.Offer.Laundry || CustodySteps.OfMove(before, from) is null)
            return;
        var standing = CustodySteps.Standing(await EntriesAsync(change.Db, order.Id, ct));
        if (standing is not [.., var last] || CustodySteps.IsOwn(last.Kind))
            return;
        foreach (var written in standing.Reverse().TakeWhile(e => e.Kind == last.Kind && e.At == last.At))
            await AppendAsync(change, order.Id, staff, new CustodyStep(CustodyKind.Undone, written.Seal), ct);
    }

    /// <summary>Appends one entry and gives it the pictures taken since the one before.</summary>
    public static async Task<CustodyEntry> AppendAsync(ShopChange change, Guid orderId, StaffMember staff, CustodyStep step, CancellationToken ct)
    {
        var db = change.Db;
        // What this transaction appended already is not in the table yet.
        var last = db.CustodyEntries.Local.Where(e => e.OrderId == orderId).MaxBy(e => e.Sequence) is { } unsaved ? (unsaved.Sequence, unsaved.Hash)
            : await db.CustodyEntries.Where(e => e.OrderId == orderId).OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(ct) is { } stored
                ? (stored.Sequence, stored.Hash) : (0, CustodyForm.Nothing);
        var pictures = (await db.CustodyPhotos.Where(p => p.OrderId == orderId && p.EntryId == null).ToListAsync(ct)).Where(p => p.EntryId is null).ToList();
        var record = new CustodyRecord(
            orderId, last.Item1 + 1, step.Kind, DateTimeOffset.FromUnixTimeMilliseconds(change.Now.ToUnixTimeMilliseconds()), staff.Role, step.Seal, step.Pieces,
            [.. pictures.Select(p => new CustodyPicture(p.MediaId, p.Sha256))], Personal(staff.Name), Personal(step.Place), Personal(step.Note), "", "");
        var form = CustodyForm.Write(record, last.Item2);
        var entry = new CustodyEntry
        {
            OrderId = orderId,
            Sequence = record.Sequence,
            Kind = record.Kind,
            At = record.At,
            Role = record.Role,
            Seal = record.Seal,
            Pieces = record.Pieces,
            Who = record.Who,
            Place = record.Place,
            Note = record.Note,
            Form = form,
            Hash = CustodyForm.Hash(form),
        };
        db.Add(entry);
        foreach (var picture in pictures)
            picture.EntryId = entry.Id;
        return entry;
    }

    /// <summary>All entries of an order by their sequence, those of this transaction too.</summary>
    public static async Task<IReadOnlyList<CustodyRecord>> EntriesAsync(ShopDb db, Guid orderId, CancellationToken ct)
    {
        var entries = await db.CustodyEntries.AsNoTracking().Where(e => e.OrderId == orderId).ToListAsync(ct);
        entries.AddRange(db.CustodyEntries.Local.Where(e => e.OrderId == orderId && db.Entry(e).State == EntityState.Added));
        var photos = await db.CustodyPhotos.AsNoTracking().Where(p => p.OrderId == orderId && p.EntryId != null).ToListAsync(ct);
        var ofEntry = photos.ToLookup(p => p.EntryId);
        return [.. entries.OrderBy(e => e.Sequence).Select(e => CustodyRecord.Of(e, ofEntry[e.Id]))];
    }

    /// <summary>Erases what the entries of orders say of their customer: where they live, who took it in. The chains stay valid.</summary>
    public static Task<int> EraseCustomerAsync(ShopDb db, IQueryable<Order> orders, CancellationToken ct) =>
        db.CustodyEntries.Where(e => orders.Any(o => o.Id == e.OrderId)).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Place.Value, (string?)null).SetProperty(e => e.Place.Salt, (string?)null)
                .SetProperty(e => e.Note.Value, (string?)null).SetProperty(e => e.Note.Salt, (string?)null),
            ct);

    // What is fetched and brought changes hands at the customer's door.
    private static string? PlaceOf(Order order, CustodyKind kind) => kind is CustodyKind.Sealed or CustodyKind.Delivered ? order.Address : null;

    private static PersonalText Personal(string? text) => PersonalText.Of(TypedText.OrNull(text) is { } said ? TypedText.Beginning(said, LongestText) : null);
}
