using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Inspections;

/// <summary>What was found, as staff saw it in the preview: nothing else is asked of the customer.</summary>
/// <param name="Reason">Null = the kind says it all; at most <see cref="Finding.LongestReason"/>.</param>
/// <param name="TreatmentInMinor">Null exactly where the kind has no treatment; 0 or more.</param>
/// <param name="MediaIds">Ours; 1 or more.</param>
/// <param name="Letter">That the question was to have.</param>
/// <param name="AnswerBy">UTC, as <see cref="InspectionPlan.AnswerBy"/> gave it.</param>
public sealed record FindingRequest(
    FindingKind Kind, string? Reason, long? TreatmentInMinor, IReadOnlyList<string> MediaIds, string Letter, DateTimeOffset AnswerBy);

[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NotForCouriers), "not-for-couriers")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
[JsonDerivedType(typeof(NotNow), "not-now")]
[JsonDerivedType(typeof(CustomerHasLeft), "customer-has-left")]
[JsonDerivedType(typeof(AskedMeanwhile), "asked-meanwhile")]
[JsonDerivedType(typeof(TooMany), "too-many")]
[JsonDerivedType(typeof(TooOld), "too-old")]
public abstract record AskCustomerResult
{
    private AskCustomerResult() { }

    public sealed record Asked(Guid FindingId, int Number, string Letter, string CustomerName, DateTimeOffset AnswerBy) : AskCustomerResult;

    public sealed record NotStaff : AskCustomerResult;

    /// <summary>Bags are opened in the laundry, and prices are the shop's.</summary>
    public sealed record NotForCouriers : AskCustomerResult;

    public sealed record NoSuchOrder(int Number) : AskCustomerResult;

    /// <summary>The bag is not here yet, or it is being washed already.</summary>
    public sealed record NotNow(int Number, OrderState State) : AskCustomerResult;

    /// <summary>Nobody can be asked any more; the shop decides.</summary>
    public sealed record CustomerHasLeft(int Number) : AskCustomerResult;

    /// <summary>A colleague was quicker: about the same thing, perhaps.</summary>
    public sealed record AskedMeanwhile(int Number, string By, string Letter) : AskCustomerResult;

    public sealed record TooMany(int Number, int Most) : AskCustomerResult;

    /// <summary>The preview is so old that it names an earlier time than the customer may have.</summary>
    public sealed record TooOld(int Number) : AskCustomerResult;
}

/// <summary>Staff ask a customer what to do about something they found; the order waits for the answer.</summary>
public sealed class AskCustomer(IShopTransactions transactions, ShopBook shops)
{
    /// <summary>How much less time a customer may have than the plan gives, for a preview that was read for a while.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <exception cref="ArgumentException">No picture or too many, too long a reason, or a price that does not fit: the dialog asks before.</exception>
    public Task<AskCustomerResult> RunAsync(
        string shop, OperationKey key, Actor actor, int number, InspectionPlan plan, FindingRequest request, CancellationToken ct)
    {
        if (request.MediaIds.Count == 0 || request.MediaIds.Count > plan.MostPhotos)
            throw new ArgumentException("A finding is shown in at least one picture and not in too many.", nameof(request));
        if (request.Reason?.Length > Finding.LongestReason)
            throw new ArgumentException("The reason is too long.", nameof(request));
        if ((request.TreatmentInMinor is null) != (request.Kind.Treatment is null) || request.TreatmentInMinor < 0 || request.TreatmentInMinor > plan.DearestInMinor)
            throw new ArgumentException("A price belongs to a treatment, and is neither below nothing nor beyond the shop's highest.", nameof(request));
        return transactions.RunOnceAsync(shop, key, change => AskAsync(shops[shop], change, actor, number, plan, request, ct), ct);
    }

    private static async Task<AskCustomerResult> AskAsync(
        ShopSettings shop, ShopChange change, Actor actor, int number, InspectionPlan plan, FindingRequest request, CancellationToken ct)
    {
        if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
            return new AskCustomerResult.NotStaff();
        if (staff.Role == StaffRole.Courier)
            return new AskCustomerResult.NotForCouriers();
        if (await change.Db.Orders.Include(o => o.Charges).SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
            return new AskCustomerResult.NoSuchOrder(number);
        if (order.Kind != Offer.Laundry || !FindingStates.MayAsk(order.State))
            return new AskCustomerResult.NotNow(number, order.State);
        if (await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            return new AskCustomerResult.CustomerHasLeft(number);

        var asked = await change.Db.Findings.AsNoTracking().Where(f => f.OrderId == order.Id).OrderBy(f => f.Letter).ToListAsync(ct);
        var letter = NextLetter(asked.Count);
        if (asked.Count >= plan.MostFindings)
            return new AskCustomerResult.TooMany(number, plan.MostFindings);
        if (letter != request.Letter)
            return new AskCustomerResult.AskedMeanwhile(number, asked[^1].AskedBy, asked[^1].Letter);
        if (plan.AnswerBy(change.Now, shop.OpeningHours, shop.Zone) - request.AnswerBy > Patience)
            return new AskCustomerResult.TooOld(number);
        return await AskAsync(shop.Id, change, staff, order, plan, request, ct);
    }

    private static async Task<AskCustomerResult> AskAsync(
        string shop, ShopChange change, StaffMember staff, Order order, InspectionPlan plan, FindingRequest request, CancellationToken ct)
    {
        var finding = Draft(order.Id, plan, request, change.Now, staff.Name);
        change.Db.Add(finding);
        // They are the order's pictures too, but go out with the question and not by themselves.
        foreach (var mediaId in request.MediaIds)
            order.Photos.Add(new OrderPhoto { MediaId = mediaId, At = change.Now, By = staff.Name, Caption = finding.Reason });
        if (order.State != OrderState.Deciding)
        {
            order.State = OrderState.Deciding;
            order.Steps.Add(new OrderStep { State = OrderState.Deciding, At = change.Now, By = staff.Name });
        }
        await FindingClock.SetAsync(change.Db, finding, plan.RemindBefore, change.Now, ct);
        // Also where staff ask about their own bag: the question must be answered by somebody.
        change.Outbox.Add(new FindingAsked(shop, finding.Id), ContactPoint.Parse(order.Contact), MessageClass.Status, $"finding:{finding.Id:N}:asked");
        return new AskCustomerResult.Asked(finding.Id, order.Number, finding.Letter, order.Name, finding.AnswerBy);
    }

    /// <summary>The question as it would be asked; nothing is stored.</summary>
    public static Finding Draft(Guid orderId, InspectionPlan plan, FindingRequest request, DateTimeOffset now, string askedBy) => new()
    {
        OrderId = orderId,
        Letter = request.Letter,
        Kind = request.Kind.Code,
        Name = request.Kind.Name,
        Explanation = request.Kind.Explanation,
        Reason = TypedText.OrNull(request.Reason),
        Photos = string.Join(' ', request.MediaIds),
        Treatment = request.Kind.Treatment?.Name ?? new Localised("", ""),
        TreatmentInMinor = request.TreatmentInMinor,
        UnwashedInMinor = plan.UnwashedInMinor,
        MayWash = request.Kind.MayWash,
        Otherwise = request.Kind.Otherwise,
        AskedAt = now,
        AskedBy = askedBy,
        AnswerBy = request.AnswerBy,
    };

    /// <summary>The letter of the next question of an order.</summary>
    /// <param name="before">Questions the order had so far, also those taken back.</param>
    public static string NextLetter(int before) => ((char)('A' + Math.Min(before, 25))).ToString();
}
