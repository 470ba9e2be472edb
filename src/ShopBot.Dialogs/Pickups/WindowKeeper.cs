using System.Globalization;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Shops;
using ShopBot.Shops.Pickups;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Has the shop keep the window a draft has chosen, and let go of it when the draft chose another, or none any more.</summary>
internal sealed class WindowKeeper(HoldPickup holds, TimeProvider clock)
{
    /// <returns>False where the chosen window was filled by others: it is taken out of the draft, and that is said.</returns>
    public async Task<bool> KeepAsync(OrderTalk talk, CancellationToken ct)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        var plan = PickupStep.PlanFor(talk);
        var length = plan?.Patience.Hold ?? TimeSpan.Zero;
        if (PickupStep.Chosen(talk) is not { } window || length <= TimeSpan.Zero)
        {
            await LetGoAsync(visit, draft, ct);
            return true;
        }
        var (now, bags) = (clock.GetUtcNow(), PickupStep.RoomFor(plan!, draft));
        var kept = string.Create(CultureInfo.InvariantCulture, $"{window.Area} {PickupWords.Code(window)} {bags}");
        if (draft.Hold == kept && now.ToUnixTimeSeconds() < draft.HoldUntil)
            return true;
        if (await holds.RunAsync(visit.Shop, NextKey(draft), visit.Visitor.CustomerId, window, bags, length, ct) is HoldPickupResult.Held held)
        {
            (draft.Hold, draft.HoldUntil) = (kept, held.Until.ToUnixTimeSeconds());
            return true;
        }
        (draft.Hold, draft.Pickup, draft.PickupAfter) = (null, null, null);
        visit.First(new PickupTexts.FilledMeanwhile(PickupWords.When(visit.Voice, window)));
        return false;
    }

    /// <summary>Nothing is kept for the draft any more; without anything kept nothing happens.</summary>
    public async Task LetGoAsync(Visit visit, OrderDraft draft, CancellationToken ct)
    {
        if (draft.Hold is null)
            return;
        draft.Hold = null;
        await holds.ReleaseAsync(visit.Shop, NextKey(draft), visit.Visitor.CustomerId, ct);
    }

    // Each choice is a request of its own; a turn that is run again begins with the same draft and so makes the same ones.
    private static OperationKey NextKey(OrderDraft draft) => new(string.Create(CultureInfo.InvariantCulture, $"{draft.Id}/hold-pickup/{++draft.Holds}"));
}
