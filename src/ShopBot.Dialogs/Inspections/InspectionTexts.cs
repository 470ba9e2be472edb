using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Inspections;

/// <summary>What is said about something found at unpacking: <c>dialogs/inspections/wording.*.yaml</c>.</summary>
/// <remarks><c>Order</c> is the order's number, from the second question on with its letter: 12, 12B.</remarks>
public static class InspectionTexts
{
    // The question to the customer
    public sealed record Found(string Order, string Name) : Text;
    public sealed record FoundWithReason(string Order, string Name, string Reason) : Text;
    public sealed record UnwashedSame : Text;
    public sealed record UnwashedLess(string Amount) : Text;
    public sealed record Until(string When, string Otherwise) : Text;
    public sealed record OtherwiseWash : Text;
    public sealed record OtherwiseWashWithout(string Treatment) : Text;
    public sealed record OtherwiseReturn : Text;
    public sealed record ChooseWash(string Order) : Text;
    public sealed record ChooseTreat(string Treatment, string Price, string Order) : Text;
    public sealed record ChooseReturn(string Order) : Text;
    public sealed record ChoosePerson(string Order) : Text;
    public sealed record QuestionHere : Text;
    public sealed record NoQuestionHere : Text;

    // Reminder, silence, and what staff did
    public sealed record StillUnanswered(string Order, string Name, string When, string Otherwise) : Text;
    public sealed record Defaulted(string Order, string Name, string Otherwise) : Text;
    public sealed record Settled(string Order, string Name, string What) : Text;
    public sealed record TakenBack(string Order, string Name) : Text;
    public sealed record ReturnedUnwashed(int Number, string Link) : Text;

    // What is to be done, in a few words
    public sealed record ToWash : Text;
    public sealed record ToTreat(string Treatment, string Price) : Text;
    public sealed record ToReturn : Text;
    public sealed record ToTalk : Text;

    // To a customer who answered
    public sealed record TookWash(string Order) : Text;
    public sealed record TookTreat(string Order, string Treatment, string Price, string Total) : Text;
    public sealed record TookReturn(string Order, string Total) : Text;
    public sealed record TookPerson(string Order, string Phone) : Text;
    public sealed record AfterTheTime(string Order, string Was) : Text;
    public sealed record MayChange : Text;
    public sealed record StillOpen(string Orders) : Text;
    public sealed record SameAgain(string Order, string What) : Text;
    public sealed record TooLateNow(string Order, string What) : Text;
    public sealed record TooLateAfterSilence(string Order, string What) : Text;
    public sealed record TooLateUndecided(string Order, string State) : Text;
    public sealed record NotOffered(string Order, string Name) : Text;
    public sealed record NothingToDecide(string Order) : Text;
    public sealed record NoSuchQuestion(string Order, string There) : Text;
    public sealed record NotYourOrder(int Number) : Text;
    public sealed record WhichQuestion : Text;
    public sealed record WhichPiece(string Order, string Name) : Text;

    // In "my orders" and on the order's page
    public sealed record Waiting(string Question) : Text;
    public sealed record WaitingForCall(string Order, string Name) : Text;
    public sealed record DecidedAs(string Order, string Name, string What) : Text;
    public sealed record AnswerInTheChat(string Choices) : Text;

    // To staff: asking
    public sealed record AskTheCustomer : Text;
    public sealed record AskKind(int Number) : Text;
    public sealed record AskPhotos(int Number) : Text;
    public sealed record AskReason(string Kind) : Text;
    public sealed record NoReason : Text;
    public sealed record ReasonTooLong(int Most) : Text;
    public sealed record AskPrice(string Treatment, string Usual) : Text;
    public sealed record PriceUnusable(string Said, string Most) : Text;
    public sealed record Preview(string Name, string Question, string Choices) : Text;
    public sealed record SendIt : Text;
    public sealed record OtherReason : Text;
    public sealed record OtherPrice : Text;
    public sealed record OtherKind : Text;
    public sealed record DoNotAsk : Text;
    public sealed record NotAsked(int Number) : Text;
    public sealed record Asked(string Order, string Name, string When) : Text;
    public sealed record TooManyPhotos(int Most) : Text;
    public sealed record NotForCouriers : Text;
    public sealed record NotNow(int Number, string State) : Text;
    public sealed record NotLaundry(int Number) : Text;
    public sealed record CustomerHasLeft(int Number) : Text;
    public sealed record AskedMeanwhile(string By, string Order) : Text;
    public sealed record TooManyQuestions(int Number, int Most) : Text;
    public sealed record PreviewTooOld : Text;
    public sealed record NoInspections : Text;

    // To staff: what came of it
    public sealed record Decided(string Name, string Order, string What, string By) : Text;
    public sealed record DecidedBySilence(string Name, string Order, string What, string By) : Text;
    public sealed record DecidedByColleague(string Colleague, string Name, string Order, string What) : Text;
    public sealed record WantsToTalk(string Name, string Order, string What, string By, string Phone) : Text;
    public sealed record NewTotal(string Total) : Text;
    public sealed record AllAnswered : Text;
    public sealed record StillMissing(string Orders) : Text;
    public sealed record WashIt(int Number) : Text;
    public sealed record ReadyIt(int Number) : Text;
    public sealed record SettleIt(string Order, string What) : Text;
    public sealed record WithdrawIt(string Order) : Text;
    public sealed record ListOf(int Number, string Lines) : Text;
    public sealed record LineAsked(string Order, string Name, string When) : Text;
    public sealed record NothingFound(int Number) : Text;
    public sealed record SettleHow(string Order) : Text;
    public sealed record SettledFor(string Order, string What) : Text;
    public sealed record Withdrawn(string Order) : Text;
    public sealed record WithdrawnAlready(string Order) : Text;
    public sealed record WithdrawWhich(int Number, string There) : Text;
    public sealed record TooLateToChange(int Number, string State) : Text;
    public sealed record AnswersMissing(int Number, string There) : Text;
    public sealed record QuestionFirst(int Number) : Text;
    public sealed record NothingReturned(int Number) : Text;
    public sealed record DoReturnUnwashed : Text;
}
