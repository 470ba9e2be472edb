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
}
