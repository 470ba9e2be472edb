using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Pickups;

/// <summary>What is said to staff about windows: <c>dialogs/pickups/wording.*.yaml</c>.</summary>
public static class PickupStaffTexts
{
    // Moving an order
    public sealed record MoveExample(int Number) : Text;
    public sealed record HowToMove(string Example) : Text;
    public sealed record NoWindowThen(string Example) : Text;
    public sealed record AddressInNoArea(int Number, string Address) : Text;
    public sealed record AskMoveWindow(int Number, string Name) : Text;
    public sealed record AskMoveReason(int Number, string Name) : Text;
    public sealed record ReasonTooLong(int Most) : Text;
    public sealed record AskOverfill(string When, int Number) : Text;
    public sealed record OverfillYes : Text;
    public sealed record MovedByYou(int Number, string Name, string When) : Text;
    public sealed record MovedByYouUntold(int Number, string Name, string When) : Text;
    public sealed record ClosedThen(string When) : Text;
    public sealed record WindowEnded(string When) : Text;
    public sealed record OnlyManagersAndCouriers : Text;

    // Closing windows
    public sealed record NoWindowsHere : Text;
    public sealed record CloseExample : Text;
    public sealed record ReopenExample : Text;
    public sealed record HowToClose(string Said, string Example) : Text;
    public sealed record AreaUnknown(string Said, string Areas) : Text;
    public sealed record WindowLine(string When, string Area) : Text;
    public sealed record NothingClosed(string Example) : Text;
    public sealed record ClosedList(string Lines, string Example) : Text;
    public sealed record WindowsClosed(string Lines) : Text;
    public sealed record WindowsClosedWithOrders(string Lines, string Orders, string Example) : Text;
    public sealed record BookedThere(int Number, string Name, string When) : Text;
    public sealed record WindowsReopened(string Lines) : Text;
}
