using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Returns;

/// <summary>What is said about clean laundry on its way back: <c>dialogs/returns/wording.*.yaml</c>.</summary>
public static class ReturnTexts
{
    // To customers, unasked
    public sealed record CleanAsk(int Number, string Link) : Text;
    public sealed record AskWhen : Text;
    public sealed record CleanNoWindows(int Number, string Link) : Text;
    public sealed record AskAgain(int Number, string Link) : Text;
    public sealed record Soon(int Number, string When) : Text;
    public sealed record SoonLeave(int Number, string When, string Where) : Text;
    public sealed record OnTheWay(int Number, string Link) : Text;
    public sealed record Missed(int Number) : Text;
    public sealed record MissedStays(int Number, int Misses) : Text;
    public sealed record Pieces(int Count) : Text;
    public sealed record AllPieces : Text;
    public sealed record Returned(int Number, string What) : Text;
    public sealed record ReturnedNeighbour(int Number, string What, string Where) : Text;
    public sealed record ReturnedLocker(int Number, string What, string Where) : Text;
    public sealed record ReturnedSomeLocker(int Number, string What) : Text;
    public sealed record LockerCode(string Code) : Text;
    public sealed record AllThere(int Number) : Text;
    public sealed record RestToCome(int Left) : Text;
    public sealed record RestToComeUncounted : Text;

    // Lines to tap; each names the order
    public sealed record ReturnAt(int Number, string When) : Text;
    public sealed record OtherTimes(int Number) : Text;
    public sealed record Later(int Number) : Text;
    public sealed record AtShop(int Number) : Text;
    public sealed record WithNeighbour(int Number) : Text;
    public sealed record InLocker(int Number) : Text;

    // Answers to customers
    public sealed record ReturnBooked(int Number, string When) : Text;
    public sealed record ReturnAlreadyThen(int Number, string When) : Text;
    public sealed record ReturnMovedTooOften(int Number, int Most) : Text;
    public sealed record ReturnTooLate(int Number, string When) : Text;
    public sealed record ReturnStaysAtShop(int Number, int Misses) : Text;
    public sealed record ReturnNotNow(int Number, string State) : Text;
    public sealed record NoSuchReturn(int Number) : Text;
    public sealed record BookedNow(int Number, string When) : Text;
    public sealed record NotBookedYet(int Number) : Text;
    public sealed record LaterNoted(int Number) : Text;
    public sealed record AtShopNoted(int Number) : Text;
    public sealed record AskPlace(int Number) : Text;
    public sealed record PlaceUnusable(int Most) : Text;
    public sealed record PlaceNoted(int Number, string Where) : Text;
    public sealed record LockerNoted(int Number) : Text;
    public sealed record CourierTold : Text;
    public sealed record WhenThen : Text;
    public sealed record ReturnKept(int Number) : Text;
    public sealed record WhichReturn : Text;

    // To staff
    public sealed record NotHomeNoted(int Number, int Misses) : Text;
    public sealed record NotHomeStays(int Number, int Misses) : Text;
    public sealed record HandedNoted(int Number, string What) : Text;
    public sealed record HandedNotedPlace(int Number, string What, string Where) : Text;
    public sealed record PartNoted(int Number, string What, string Rest) : Text;
    public sealed record RestPieces(int Left) : Text;
    public sealed record RestUncounted : Text;
    public sealed record AskPieces(int Number, int Left) : Text;
    public sealed record AskPiecesUncounted(int Number) : Text;
    public sealed record AskPartPieces(int Number) : Text;
    public sealed record PiecesUnusable(int Number, int Most) : Text;
    public sealed record PiecesDiffer(int Number, int Left, int Said) : Text;
    public sealed record NotAPart(int Number, int Left) : Text;
    public sealed record HandoverUnusable(int Number, string Said) : Text;
    public sealed record HandoverPlaceTooLong(int Most) : Text;
    public sealed record LockerIncomplete(int Number) : Text;
    public sealed record DonePieces(int Number, int Count) : Text;
    public sealed record DoneSure(int Number, int Count) : Text;
    public sealed record DonePart(int Number, int Count) : Text;
    public sealed record DoneNeighbour(int Number, string Where) : Text;
    public sealed record SendAndDone : Text;
    public sealed record AskHanded(int Number) : Text;
    public sealed record NotCounted : Text;
    public sealed record HandedUnusable(string Said) : Text;
    public sealed record SilentNews(int Number, string Name, string Phone) : Text;
    public sealed record StaysNews(int Number, string Name, string Phone, int Misses) : Text;
    public sealed record LeaveNews(int Number, string Name, string Where) : Text;
    public sealed record AnyLocker : Text;
    public sealed record DiffersNews(int Number, string By, int Counted, int Said) : Text;
    public sealed record OverdueNews(int Number, string Name, string When) : Text;
    public sealed record ShowIt(int Number) : Text;
    public sealed record DoNotHome : Text;

    // Beside an order's other facts
    public sealed record ReturnFact(string When) : Text;
    public sealed record ReturnFactAtShop : Text;
    public sealed record LeaveFact(string Where) : Text;
}
