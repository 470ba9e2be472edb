using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Pickups;

/// <summary>What is said about the time somebody comes to fetch: <c>dialogs/pickups/wording.*.yaml</c>.</summary>
public static class PickupTexts
{
    public sealed record AskPickup : Text;
    public sealed record AskPickupLater : Text;
    public sealed record AskPickupThen(string When) : Text;
    public sealed record PickupNotThen(string When) : Text;
    public sealed record WindowWords(string Day, string From, string To) : Text;
    public sealed record Soonest(string When) : Text;
    public sealed record SoonestWords : Text;
    public sealed record LaterWindows : Text;
    public sealed record FirstWindows : Text;
    public sealed record NoWindows : Text;
    public sealed record FilledMeanwhile(string When) : Text;
    public sealed record OverMeanwhile(string When) : Text;
    public sealed record SummaryPickupWindow(string When) : Text;
    public sealed record ChangePickup : Text;
    public sealed record NextBooked(string When) : Text;
    public sealed record AskThisWindow(string When) : Text;

    // Where we come
    public sealed record AskDistrict(string Address) : Text;
    public sealed record NoneOfTheseDistricts : Text;
    public sealed record WithDistrict(string Address, string District) : Text;
    public sealed record OutsideArea(string Address) : Text;
    public sealed record InNoArea(int Number, string Address) : Text;
    public sealed record BringItHere(string Name, string Address, string Hours) : Text;
    public sealed record BringItHereAnyTime(string Name, string Address) : Text;
    public sealed record AnotherAddress : Text;
    public sealed record BringItMyself : Text;

    // Moving an order to another window
    public sealed record MoveIt(int Number) : Text;
    public sealed record AskWhichToMove : Text;
    public sealed record NothingToMove : Text;
    public sealed record BookedNow(int Number, string When) : Text;
    public sealed record NotBookedYet(int Number) : Text;
    public sealed record KeepWindow : Text;
    public sealed record WindowKept(int Number) : Text;
    public sealed record NoWindowToChoose(int Number) : Text;
    public sealed record PickupRescheduled(int Number, string When, int Left) : Text;
    public sealed record PickupRescheduledLast(int Number, string When) : Text;
    public sealed record PickupBookedLater(int Number, string When) : Text;
    public sealed record PickupAlreadyThen(int Number, string When) : Text;
    public sealed record MovedTooOften(int Number, int Most) : Text;
    public sealed record MovesByPersonOnly(int Number) : Text;
    public sealed record TooLateToMove(int Number, string When, string Notice) : Text;
    public sealed record NotMovable(int Number, string State) : Text;
    public sealed record NoticeHours(int Hours) : Text;
    public sealed record NoticeMinutes(int Minutes) : Text;

    public sealed record MovedByShop(int Number, string When, string Reason, string Link) : Text;

    public sealed record PickupReminder(int Number, string When, int Pieces, string Address, string Link) : Text;
    public sealed record ReminderShort : Text;

    // To staff
    public sealed record MovedByCustomer(int Number, string Name, string From, string To) : Text;
    public sealed record BookedByCustomer(int Number, string Name, string To) : Text;
}
