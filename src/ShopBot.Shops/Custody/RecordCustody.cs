using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Custody;

/// <summary>What a member of staff reports of a bag.</summary>
/// <param name="Kind">One that comes without a move of the order, see <see cref="CustodySteps.IsOwn"/>.</param>
/// <param name="Order">Number; null where only the seal was named.</param>
/// <param name="Seal">As it was typed or scanned; null where only the order was named.</param>
/// <param name="Pieces">0 or more; null where nobody counted.</param>
/// <param name="Place">Where, in their words; null = where it usually happens.</param>
/// <param name="IsSure">A number of pieces that differs from the one before is meant.</param>
public sealed record CustodyReport(CustodyKind Kind, int? Order, string? Seal, int? Pieces = null, string? Place = null, bool IsSure = false);

[JsonDerivedType(typeof(Recorded), "recorded")]
[JsonDerivedType(typeof(UnknownSeal), "unknown-seal")]
[JsonDerivedType(typeof(WrongSeal), "wrong-seal")]
[JsonDerivedType(typeof(NotNow), "not-now")]
[JsonDerivedType(typeof(PiecesNeeded), "pieces-needed")]
[JsonDerivedType(typeof(PiecesDiffer), "pieces-differ")]
[JsonDerivedType(typeof(SealNeeded), "seal-needed")]
[JsonDerivedType(typeof(NotSealed), "not-sealed")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record RecordCustodyResult
{
    private RecordCustodyResult() { }

    /// <param name="Before">Pieces counted before, where that was another number.</param>
    public sealed record Recorded(int Number, CustodyKind Kind, IReadOnlyList<string> Seals, int? Pieces, int? Before) : RecordCustodyResult;

    /// <summary>No bag of an open order carries it.</summary>
    public sealed record UnknownSeal(string Seal, bool ManagersAreTold) : RecordCustodyResult;

    /// <param name="Sealed">What the order's bags were sealed with.</param>
    public sealed record WrongSeal(int Number, string Seal, IReadOnlyList<string> Sealed, bool ManagersAreTold) : RecordCustodyResult;

    /// <param name="Next">What staff may write of it now.</param>
    /// <param name="State">Where its order stands.</param>
    /// <param name="Moves">What the order may become now.</param>
    public sealed record NotNow(
        int Number, string Seal, CustodyKind Asked, CustodyKind Last, IReadOnlyList<CustodyKind> Next, Offer Offer, OrderState State, IReadOnlyList<OrderState> Moves) : RecordCustodyResult;

    public sealed record PiecesNeeded(int Number, string Seal) : RecordCustodyResult;

    /// <summary>Nothing is written until they say that they are sure.</summary>
    public sealed record PiecesDiffer(int Number, string Seal, int Before, int Now) : RecordCustodyResult;

    /// <summary>The order alone does not say which bag, or its seal has to be read.</summary>
    public sealed record SealNeeded(int Number, CustodyKind Asked, IReadOnlyList<string> Seals) : RecordCustodyResult;

    /// <summary>No bag of the order is sealed yet.</summary>
    public sealed record NotSealed(int Number) : RecordCustodyResult;

    public sealed record NoSuchOrder(int Number) : RecordCustodyResult;

    /// <summary>The step is the work of others.</summary>
    public sealed record NotYours(CustodyKind Asked, IReadOnlyList<StaffRole> Whose) : RecordCustodyResult;

    public sealed record NotStaff : RecordCustodyResult;
}

/// <summary>Staff write down a step of a bag that is no move of its order. What is wrong about it goes to the managers.</summary>
public sealed class RecordCustody(IShopTransactions transactions)
{
    public const int MostPieces = 999;

    /// <exception cref="ArgumentException">A kind that comes with a move of the order, neither order nor seal, or pieces out of range.</exception>
    public Task<RecordCustodyResult> RunAsync(string shop, OperationKey key, Actor actor, CustodyReport report, CancellationToken ct)
    {
        if (!CustodySteps.IsOwn(report.Kind))
            throw new ArgumentException($"{report.Kind} comes with a move of the order.", nameof(report));
        if (report is { Order: null, Seal: null })
            throw new ArgumentException("An order, a seal, or both.", nameof(report));
        if (report.Pieces is < 0 or > MostPieces)
            throw new ArgumentException($"0 to {MostPieces} pieces.", nameof(report));
        return transactions.RunOnceAsync(shop, key, change => RecordAsync(new Run(shop, key, change, actor, report), ct), ct);
    }

    private static async Task<RecordCustodyResult> RecordAsync(Run run, CancellationToken ct)
    {
        var (db, report) = (run.Change.Db, run.Report);
        if (await WorkingStaff.FindAsync(db, run.Actor.Contact, ct) is not { } staff)
            return new RecordCustodyResult.NotStaff();
        if (CustodySteps.RolesFor(report.Kind) is var roles && !roles.Contains(staff.Role))
            return new RecordCustodyResult.NotYours(report.Kind, roles);

        var read = report.Seal is null ? null : SealNumber.Read(report.Seal) ?? TypedText.Beginning(report.Seal.Trim(), 20);
        var order = report.Order is { } number ? await db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct) : await CustodyReader.OpenOrderOfAsync(db, read!, ct);
        if (order is null && report.Order is { } missing)
            return new RecordCustodyResult.NoSuchOrder(missing);
        if (order is null)
            return new RecordCustodyResult.UnknownSeal(read!, await run.AlarmAsync(staff, CustodyProblem.UnknownSeal, null, read!, ct));

        var standing = CustodySteps.Standing(await CustodyChain.EntriesAsync(db, order.Id, ct));
        var seals = CustodySteps.SealsOf(standing);
        if (seals.Count == 0)
            return new RecordCustodyResult.NotSealed(order.Number);
        if (read is not null && !seals.Contains(read))
            return new RecordCustodyResult.WrongSeal(order.Number, read, seals, await run.AlarmAsync(staff, CustodyProblem.WrongSeal, order.Number, read, ct));
        // Taking in a bag means to have read its seal; a courier gives away all bags of an order at once.
        var meant = read is not null ? [read] : report.Kind == CustodyKind.HandedOver ? seals : seals.Count == 1 && report.Kind != CustodyKind.Received ? seals : [];
        if (meant.Count == 0)
            return new RecordCustodyResult.SealNeeded(order.Number, report.Kind, seals);
        return await WriteAsync(run, staff, order, standing, meant, ct);
    }

    private static async Task<RecordCustodyResult> WriteAsync(
        Run run, StaffMember staff, Order order, IReadOnlyList<CustodyRecord> standing, IReadOnlyList<string> meant, CancellationToken ct)
    {
        var report = run.Report;
        foreach (var seal in meant)
        {
            var last = CustodySteps.LastOf(standing, seal)!.Kind;
            var next = OrderStates.IsOpen(order.State) ? CustodySteps.Next(last) : [];
            if (!next.Contains(report.Kind))
                return new RecordCustodyResult.NotNow(order.Number, seal, report.Kind, last, next, order.Kind, order.State, OrderStates.Next(order.Kind, order.State, order.Handover));
        }

        if (CustodySteps.CountsPieces(report.Kind) && report.Pieces is null)
            return new RecordCustodyResult.PiecesNeeded(order.Number, meant[0]);
        var before = report.Pieces is { } now && CustodySteps.PiecesOf(standing, meant[0]) is { } counted && counted != now ? counted : (int?)null;
        if (before is not null && !report.IsSure)
            return new RecordCustodyResult.PiecesDiffer(order.Number, meant[0], before.Value, report.Pieces!.Value);
        foreach (var seal in meant)
            await CustodyChain.AppendAsync(run.Change, order.Id, staff, new CustodyStep(report.Kind, seal, report.Pieces, report.Place), ct);
        if (report.Pieces < before)
            await run.AlarmAsync(staff, CustodyProblem.PiecesMissing, order.Number, meant[0], ct, before);
        return new RecordCustodyResult.Recorded(order.Number, report.Kind, meant, report.Pieces, before);
    }

    /// <summary>What one run works with.</summary>
    private sealed record Run(string Shop, OperationKey Key, ShopChange Change, Actor Actor, CustodyReport Report)
    {
        /// <returns>Whether there is a manager to be told, other than the one who found it.</returns>
        public async Task<bool> AlarmAsync(StaffMember finder, CustodyProblem problem, int? order, string seal, CancellationToken ct, int? before = null)
        {
            // A slip of the pen anywhere else is mended by typing again; at the laundry's door a bag that is not ours stands there.
            if (problem != CustodyProblem.PiecesMissing && Report.Kind != CustodyKind.Received)
                return false;
            var managers = await WorkingStaff.OtherManagersAsync(Change.Db, Actor, ct);
            foreach (var manager in managers)
                Change.Outbox.Add(
                    new CustodyAlarm(Shop, problem, order, seal, before, before is null ? null : Report.Pieces, finder.Name), manager, MessageClass.StaffAlert,
                    $"custody:{Key.Digest}:{manager}");
            return managers.Count > 0;
        }
    }
}
