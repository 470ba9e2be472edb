using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.DaySheets;

/// <summary>What is said about rounds and their printed sheets: <c>dialogs/day-sheets/wording.*.yaml</c>.</summary>
public static class DaySheetTexts
{
    // In the chat
    public sealed record SheetLink(string Day, int Stops, int Bags, string Link, string Until) : Text;
    public sealed record SheetEmpty(string Day) : Text;
    public sealed record SheetDayUnclear(string Said) : Text;
    public sealed record OnlyForRounds : Text;
    public sealed record OtherDistrict : Text;

    // The round
    public sealed record NoStops : Text;
    public sealed record RoundHead(int Stops, int Page, int Pages) : Text;
    public sealed record RoundHeadBoth(int Pickups, int Returns, int Page, int Pages) : Text;
    public sealed record RoundBlock(string When, string District) : Text;
    public sealed record StopLine(int Number, string Name, int Bags, string By) : Text;
    public sealed record ReturnLine(int Number, string Name, int Bags, string By) : Text;
    public sealed record StopMissed(int Times) : Text;
    public sealed record StopFree : Text;
    public sealed record StopNotOut : Text;
    public sealed record StopYours : Text;
    public sealed record StopOf(string By) : Text;
    public sealed record MapOf(int Number) : Text;
    public sealed record MoreStops(int Page) : Text;

    // On paper
    public sealed record SheetTitle : Text;
    public sealed record SheetReturn : Text;
    public sealed record ColumnOrder : Text;
    public sealed record ColumnName : Text;
    public sealed record ColumnPhone : Text;
    public sealed record ColumnAddress : Text;
    public sealed record ColumnBags : Text;
    public sealed record ColumnNote : Text;
    public sealed record ColumnCourier : Text;
    public sealed record ColumnSeal : Text;
    public sealed record SheetTotal(int Stops, int Bags) : Text;
    public sealed record SheetEnded : Text;
    public sealed record SheetAskAgain : Text;
    public sealed record SheetNothing : Text;
}
