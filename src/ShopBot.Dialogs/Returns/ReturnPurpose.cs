using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>When clean laundry is brought back: chosen first, and changed within the limits of pickup windows.</summary>
public sealed class ReturnPurpose(ReturnReader returns, ReturnWindows windows, OrderReader orders, BookReturn book) : IWindowPurpose
{
    private const int MostListed = 8;

    public const string Name = "return";

    public string Code => Name;

    public async Task<IReadOnlyList<WindowCandidate>> CandidatesAsync(Visit visit, CancellationToken ct)
    {
        if (visit.Content.Returns is null)
            return [];
        var open = (await returns.OpenAsync(visit.Shop, visit.Visitor.CustomerId, ct)).Where(c => c.Order == OrderState.Ready).Select(c => c.OrderId).ToHashSet();
        return open.Count == 0
            ? []
            : [.. (await orders.OfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, MostListed, ct)).Where(o => open.Contains(o.Id))
                .Select(o => new WindowCandidate(o.Number, OrdersDialog.Label(visit.Voice, o)))];
    }

    public async Task<WindowOffer> OfferAsync(Visit visit, int number, CancellationToken ct)
    {
        if (await FindAsync(visit, number, ct) is not { } card || visit.Content is not { Pickups: { } plan, Returns: { } rules })
            return new WindowOffer.Refused(new NoSuchReturn(number));
        if (card.Order != OrderState.Ready)
            return new WindowOffer.Refused(NotNow(visit, number, card.Order));
        if (card.Misses >= rules.Attempts)
            return new WindowOffer.Refused(new ReturnStaysAtShop(number, card.Misses));
        if (card.Window is { } booked)
        {
            if (booked.Moves >= plan.Moves.Most)
                return new WindowOffer.Refused(new ReturnMovedTooOften(number, plan.Moves.Most));
            if (!plan.Moves.IsInTime(booked.Day, booked.Start, windows.Now(visit.Shop)))
                return new WindowOffer.Refused(new ReturnTooLate(number, PickupWords.When(visit.Voice, booked)));
        }
        var free = await windows.FreeAsync(visit.Shop, visit.Visitor.CustomerId, card, ct);
        return new WindowOffer.Windows(
            [.. free.Where(w => w.Day != card.Window?.Day || w.Start != card.Window.Start)],
            card.Window is null ? new NotBookedYet(number) : new BookedNow(number, PickupWords.When(visit.Voice, card.Window)), card.Window?.Day);
    }

    public async Task<WindowBooking> BookAsync(Visit visit, int number, PickupWindow window, CancellationToken ct)
    {
        var plan = visit.Content.Pickups!;
        var before = await FindAsync(visit, number, ct);
        var request = new ReturnRequest(visit.Visitor.CustomerId, number, window, plan.ClosesAt(window, visit.Settings.Zone), plan.Moves);
        var when = PickupWords.When(visit.Voice, window);
        return await book.RunAsync(visit.Shop, visit.NextKey("book-return"), request, ct) switch
        {
            BookReturnResult.Booked => new WindowBooking.Booked(new ReturnBooked(number, when)),
            BookReturnResult.AlreadyThere => new WindowBooking.Booked(new ReturnAlreadyThen(number, when)),
            BookReturnResult.Full => new WindowBooking.Gone(new PickupTexts.FilledMeanwhile(when)),
            BookReturnResult.Over => new WindowBooking.Gone(new PickupTexts.OverMeanwhile(when)),
            BookReturnResult.TooManyMoves many => new WindowBooking.Refused(new ReturnMovedTooOften(number, many.Most)),
            BookReturnResult.TooLate => new WindowBooking.Refused(new ReturnTooLate(number, PickupWords.When(visit.Voice, before!.Window!))),
            BookReturnResult.StaysAtShop stays => new WindowBooking.Refused(new ReturnStaysAtShop(number, stays.Misses)),
            BookReturnResult.NotNow now => new WindowBooking.Refused(NotNow(visit, number, now.State)),
            _ => new WindowBooking.Refused(new NoSuchReturn(number)),
        };
    }

    public Text Kept(int number) => new ReturnKept(number);

    /// <returns>Null where the customer has no such order on its way back.</returns>
    public async Task<ReturnCard?> FindAsync(Visit visit, int number, CancellationToken ct) =>
        await orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, number, ct) is { } order ? await returns.FindAsync(visit.Shop, order.Id, ct) : null;

    public static Text NotNow(Visit visit, int number, OrderState state) => new ReturnNotNow(number, OrderView.State(visit.Voice, Offer.Laundry, state));
}
