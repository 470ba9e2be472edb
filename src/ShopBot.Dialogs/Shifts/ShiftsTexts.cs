using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Shifts;

/// <summary>What is said to people at work, and to customers when they were missed: <c>dialogs/shifts/wording.*.yaml</c>.</summary>
public static class ShiftsTexts
{
    // Beginning and ending
    public sealed record ShiftBegun(string Name, string Reach, string Waiting, string Until) : Text;
    public sealed record ShiftAlreadyOn(string Since, string Reach, string Waiting, string Until) : Text;
    public sealed record ReachUntil(string When, int Left) : Text;
    public sealed record ReachOnlyAnswers : Text;
    public sealed record NothingWaits : Text;
    public sealed record SomeWait(int Free) : Text;
    public sealed record YoursWait(string Orders) : Text;
    public sealed record ShiftEnded(string Since) : Text;
    public sealed record NobodyElse : Text;
    public sealed record StillYours(string Orders) : Text;
    public sealed record NotOnShift : Text;
    public sealed record ShiftOverByItself : Text;
    public sealed record MenuRound : Text;

    // Who fetches what
    public sealed record Yours(int Number) : Text;
    public sealed record AlreadyYours(int Number) : Text;
    public sealed record TakenBy(int Number, string By, string At) : Text;
    public sealed record DoTakeOver(int Number) : Text;
    public sealed record TakenOver(int Number, string From) : Text;
    public sealed record GaveBack(int Number, int Told) : Text;
    public sealed record GaveBackAlone(int Number) : Text;
    public sealed record NotYoursToGive(int Number, string By) : Text;
    public sealed record NobodyHasIt(int Number) : Text;
    public sealed record NotToBeFetched(int Number, string State) : Text;
    public sealed record NobodyReported(int Number, string Name) : Text;
    public sealed record NobodyReportedAgain(int Number, string Name, int Times) : Text;
    public sealed record NobodyReportedGone(int Number) : Text;
    public sealed record NobodyTooEarly(int Number, string When) : Text;

    // Taking back
    public sealed record MovedHeld(int Number, string State, int Seconds, string Next) : Text;
    public sealed record MovedHeldToTheEnd(int Number, string State, int Seconds) : Text;
    public sealed record DoUndo : Text;
    public sealed record TakenBack(int Number, string Was, string State) : Text;
    public sealed record TakenBackTold(int Number, string Was, string State) : Text;
    public sealed record UndoTooLate(int Number, string State, int Seconds) : Text;
    public sealed record UndoOvertaken(int Number, string State) : Text;
    public sealed record NothingToUndo : Text;

    // Unasked, to staff
    public sealed record Digest(int Orders, string Lines) : Text;
    public sealed record DigestLine(int Number, string Stop) : Text;
    public sealed record TakenOverNotice(int Number, string By) : Text;
    public sealed record CollectedByOther(int Number, string By) : Text;
    public sealed record GivenBackNotice(int Number, string By, string Stop) : Text;
    public sealed record CalledOff(int Number, string By) : Text;
    public sealed record WaitingNotice(int Number, string Since, string Stop) : Text;
    public sealed record IgnoredNotice(int Number, string Since, string Stop) : Text;
    public sealed record StopShort(string When, string Address, string Name, string Phone) : Text;
    public sealed record NoWindow : Text;
    public sealed record NobodyCame(int Number, string Name, string Phone, string By) : Text;
    public sealed record TakenByShort(string By) : Text;
    public sealed record TakenByNobody : Text;
    public sealed record NobodyAgainNotice(int Number, string Name, string Phone, int Times, string By) : Text;
    public sealed record DoCancelOrder(int Number) : Text;

    // Unasked, to customers
    public sealed record WeDidNotCome(int Number) : Text;
    public sealed record WeMissedYou(int Number) : Text;
    public sealed record WeMissedYouAgain(int Number) : Text;
    public sealed record TakenBackNotice(int Number, string State) : Text;
}
