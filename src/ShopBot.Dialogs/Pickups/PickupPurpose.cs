using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>When an order is fetched from the customer: moved to another window, or to its first one where all were taken.</summary>
public sealed class PickupPurpose(OrderReader orders, PickupReader pickups, ReschedulePickup reschedule, TimeProvider clock) : IWindowPurpose
{
    private const int MostListed = 8;

    public const string Name = "pickup";

    public string Code => Name;

    public async Task<IReadOnlyList<WindowCandidate>> CandidatesAsync(Visit visit, CancellationToken ct) => visit.Content.Pickups is null
        ? []
        : [.. (await orders.OfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, MostListed, ct)).Where(o => IsToCome(o.Handover, o.State))
            .Select(o => new WindowCandidate(o.Number, OrdersDialog.Label(visit.Voice, o)))];

    public async Task<WindowOffer> OfferAsync(Visit visit, int number, CancellationToken ct)
    {
        var order = await orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct);
        if (order is null || visit.Content.Pickups is not { } plan)
            return new WindowOffer.Refused(new OrdersTexts.NoSuchOrder(number));
        if (!IsToCome(order.Handover, order.State))
            return new WindowOffer.Refused(NotMovable(visit, order));
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), visit.Settings.Zone).DateTime;
        if (order.Pickup is { } booked && Refusal(visit.Voice, number, booked, plan.Moves, now) is { } refusal)
            return new WindowOffer.Refused(refusal);
        if (plan.AreaOf(order.Address, order.Point, order.Pickup) is not { } area)
            return new WindowOffer.Refused(new InNoArea(number, order.Address ?? ""));
        var free = await pickups.FreeAsync(visit.Shop, plan, area, now, order.Pickup?.Room ?? order.Lines.Sum(l => l.Quantity) * PickupPlan.Bag, visit.Visitor.CustomerId, ct);
        return new WindowOffer.Windows(
            [.. free.Where(w => w.Day != order.Pickup?.Day || w.Start != order.Pickup.Start)],
            order.Pickup is null ? new NotBookedYet(number) : new BookedNow(number, PickupWords.When(visit.Voice, order.Pickup)), order.Pickup?.Day);
    }

    public async Task<WindowBooking> BookAsync(Visit visit, int number, PickupWindow window, CancellationToken ct)
    {
        var plan = visit.Content.Pickups!;
        var before = await orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct);
        var request = new MoveRequest(visit.Visitor.CustomerId, number, window, plan.ClosesAt(window, visit.Settings.Zone), plan.Moves);
        var (result, when) = (await reschedule.RunAsync(visit.Shop, visit.NextKey("reschedule-pickup"), new Actor(visit.Contact), request, ct), PickupWords.When(visit.Voice, window));
        return result switch
        {
            ReschedulePickupResult.Moved when before?.Pickup is null => new WindowBooking.Booked(new PickupBookedLater(number, when)),
            ReschedulePickupResult.Moved { Left: 0 } => new WindowBooking.Booked(new PickupRescheduledLast(number, when)),
            ReschedulePickupResult.Moved moved => new WindowBooking.Booked(new PickupRescheduled(number, when, moved.Left)),
            ReschedulePickupResult.AlreadyThere => new WindowBooking.Booked(new PickupAlreadyThen(number, when)),
            ReschedulePickupResult.Full => new WindowBooking.Gone(new FilledMeanwhile(when)),
            ReschedulePickupResult.Over => new WindowBooking.Gone(new OverMeanwhile(when)),
            ReschedulePickupResult.TooManyMoves => new WindowBooking.Refused(TooOften(number, plan.Moves)),
            ReschedulePickupResult.TooLate => new WindowBooking.Refused(TooLate(visit.Voice, number, before!.Pickup!, plan.Moves)),
            ReschedulePickupResult.NotMovable => new WindowBooking.Refused(NotMovable(visit, before!)),
            _ => new WindowBooking.Refused(new OrdersTexts.NoSuchOrder(number)),
        };
    }

    public Text Kept(int number) => new WindowKept(number);

    private static bool IsToCome(Handover handover, OrderState state) => handover == Handover.Collection && state is OrderState.Placed or OrderState.Accepted;

    private static Text? Refusal(Voice voice, int number, BookedPickup booked, MoveLimits limits, DateTime now) =>
        booked.Moves >= limits.Most ? TooOften(number, limits)
        : limits.IsInTime(booked.Day, booked.Start, now) ? null
        : TooLate(voice, number, booked, limits);

    private static Text TooOften(int number, MoveLimits limits) => limits.Most == 0 ? new MovesByPersonOnly(number) : new MovedTooOften(number, limits.Most);

    private static TooLateToMove TooLate(Voice voice, int number, BookedPickup booked, MoveLimits limits) =>
        new(number, PickupWords.When(voice, booked), Notice(voice, limits.Notice));

    private static NotMovable NotMovable(Visit visit, OrderDetails order) => new(order.Number, OrderView.State(visit.Voice, order));

    private static string Notice(Voice voice, TimeSpan notice) =>
        voice.Say(notice.Minutes == 0 ? new NoticeHours((int)notice.TotalHours) : new NoticeMinutes((int)notice.TotalMinutes));
}
