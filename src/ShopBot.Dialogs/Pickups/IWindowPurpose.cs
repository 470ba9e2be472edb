using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Pickups;

namespace ShopBot.Dialogs.Pickups;

/// <summary>One reason for which somebody comes in a window that the customer may choose or change: fetching an order, bringing it back.</summary>
/// <remarks>The rules and the booking are the purpose's own; <see cref="WindowDialog"/> only asks.</remarks>
public interface IWindowPurpose
{
    /// <summary>Names it in the conversation's state; lower-case letters.</summary>
    string Code { get; }

    /// <summary>What a customer may mean who names no order, the likeliest first; each as a line to tap.</summary>
    Task<IReadOnlyList<WindowCandidate>> CandidatesAsync(Visit visit, CancellationToken ct);

    /// <summary>What may be chosen for an order now, or why nothing may.</summary>
    Task<WindowOffer> OfferAsync(Visit visit, int number, CancellationToken ct);

    /// <param name="window">One of those that were offered; it may be gone meanwhile.</param>
    Task<WindowBooking> BookAsync(Visit visit, int number, PickupWindow window, CancellationToken ct);

    /// <summary>What is said to somebody who leaves everything as it was.</summary>
    Text Kept(int number);
}

/// <param name="Number">Of the order.</param>
public sealed record WindowCandidate(int Number, string Label);

/// <summary>What a purpose has for an order.</summary>
public abstract record WindowOffer
{
    private WindowOffer() { }

    /// <param name="Free">The soonest first; empty where everything is taken.</param>
    /// <param name="Before">Said before the question: how it stands now.</param>
    /// <param name="Now">The day booked now, which a time said alone is for; null = none.</param>
    public sealed record Windows(IReadOnlyList<PickupWindow> Free, Text Before, DateOnly? Now) : WindowOffer;

    /// <summary>Nothing can be chosen here; a person is offered.</summary>
    public sealed record Refused(Text Why) : WindowOffer;
}

/// <summary>What came of choosing a window.</summary>
public abstract record WindowBooking
{
    private WindowBooking() { }

    public sealed record Booked(Text Words) : WindowBooking;

    /// <summary>It was just filled, or closed; others are offered.</summary>
    public sealed record Gone(Text Why) : WindowBooking;

    /// <summary>Nothing can be chosen any more; a person is offered.</summary>
    public sealed record Refused(Text Why) : WindowBooking;
}
