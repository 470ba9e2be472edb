using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Pickups;

/// <summary>What is said to who waits for a window that is full: <c>dialogs/pickups/wording.*.yaml</c>.</summary>
public static class WaitTexts
{
    // While ordering
    public sealed record AllFull : Text;
    public sealed record CallMe : Text;
    public sealed record WaitFor(string When) : Text;
    public sealed record WaitForAny : Text;
    public sealed record WaitWords : Text;
    public sealed record WaitingFor(string When) : Text;
    public sealed record WaitingForAny : Text;
    public sealed record NextWaiting : Text;

    // With an order that is placed
    public sealed record JoinLine(int Number) : Text;
    public sealed record LeaveLine(int Number) : Text;
    public sealed record LeaveWords : Text;
    public sealed record AskWhichToLeave : Text;
    public sealed record Joined(int Number, string What) : Text;
    public sealed record LeftLine(int Number) : Text;
    public sealed record NotInLine(int Number) : Text;
    public sealed record CannotWait(int Number) : Text;

    // The offer
    public sealed record PickupOffer(int Number, string When, string Until) : Text;
    public sealed record PickupOfferShort : Text;
    public sealed record TakeOffer(int Number) : Text;
    public sealed record RefuseOffer(int Number) : Text;
    public sealed record OfferDeclined(int Number) : Text;
    public sealed record OfferOver(int Number) : Text;
    public sealed record NoOffer(int Number) : Text;
    public sealed record OfferPassed(int Number, string When) : Text;
    public sealed record WaitedInVain(int Number, string What) : Text;
    public sealed record OfferKept(string When, string Until) : Text;
}
