using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>What came of handing laundry over, for the one who did.</summary>
/// <param name="IsDone">False where nothing was moved.</param>
/// <param name="Lines">That settle what is open.</param>
public sealed record HandoverAnswer(bool IsDone, Text Words, IReadOnlyList<string> Lines);

/// <summary>Hands laundry over as staff say it, brings back what nobody took, and says what came of it.</summary>
public sealed class Handovers(MoveOrder moveOrder, OrderMover mover, OrderReader orders, ReturnReader returns, HandoverReplies replies, CustodyPhotos custody)
{
    /// <param name="typed">Pieces, neighbour, locker, as <see cref="HandoverReading"/> reads them; empty = nothing was said.</param>
    /// <param name="isPart">The rest comes later.</param>
    /// <param name="mediaIds">Of pictures that go to the customer with the notice.</param>
    public async Task<HandoverAnswer> RunAsync(Visit visit, int number, string typed, bool isPart, IReadOnlyList<string> mediaIds, CancellationToken ct)
    {
        HandedOver handed;
        switch (HandoverReading.Of(typed))
        {
            case HandoverReading.Read read:
                handed = read.Handed with { IsPart = read.Handed.IsPart || isPart };
                break;
            case HandoverReading.PlaceMissing when await NamedAsync(visit, number, ct) is { } named:
                handed = new HandedOver(HandedTo.Neighbour, named);
                break;
            case HandoverReading.PlaceTooLong:
                return new HandoverAnswer(false, new HandoverPlaceTooLong(OrderReturn.LongestPlace), []);
            case HandoverReading.LockerIncomplete:
                return new HandoverAnswer(false, new LockerIncomplete(number), []);
            default:
                return new HandoverAnswer(false, new HandoverUnusable(number, Heard.Quote(typed)), []);
        }
        var photos = new List<HandedPhoto>();
        foreach (var mediaId in mediaIds)
            photos.Add(new HandedPhoto(mediaId, await custody.HashAsync(visit.Shop, mediaId, ct)));
        return await MoveAsync(visit, number, handed.IsPart ? OrderState.Ready : OrderState.Completed, new MoveDetails(Handed: handed with { Photos = photos }), ct);
    }

    /// <summary>Nobody was home.</summary>
    public Task<HandoverAnswer> MissAsync(Visit visit, int number, CancellationToken ct) => MoveAsync(visit, number, OrderState.Ready, new MoveDetails(NotHome: true), ct);

    /// <summary>Completes what has neither pieces nor neighbours.</summary>
    public Task<HandoverAnswer> CompleteAsync(Visit visit, int number, CancellationToken ct) => MoveAsync(visit, number, OrderState.Completed, new MoveDetails(), ct);

    private async Task<HandoverAnswer> MoveAsync(Visit visit, int number, OrderState to, MoveDetails details, CancellationToken ct)
    {
        var result = await moveOrder.RunAsync(visit.Shop, visit.NextKey("hand-over"), new Actor(visit.Contact), number, to, details, ct);
        if (HandoverReplies.Refusal(visit.Voice, result) is var (words, lines))
            return new HandoverAnswer(false, words, lines);
        if (result is MoveOrderResult.Moved moved && await replies.MovedAsync(visit, moved, details, ct) is { } said)
            return new HandoverAnswer(true, said, []);
        return new HandoverAnswer(result is MoveOrderResult.Moved, await mover.SayAsync(visit, number, result, ct), []);
    }

    /// <summary>The neighbour the customer named; null where they named none.</summary>
    private async Task<string?> NamedAsync(Visit visit, int number, CancellationToken ct) =>
        await orders.FindAsync(visit.Shop, number, ct) is { } order && await returns.FindAsync(visit.Shop, order.Id, ct) is { Leave: HandedTo.Neighbour } card ? card.LeaveWith : null;
}
