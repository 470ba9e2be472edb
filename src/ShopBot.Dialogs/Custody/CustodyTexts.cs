using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Custody;

/// <summary>What is said of bags, their seals and who has them: <c>dialogs/custody/wording.*.yaml</c>.</summary>
public static class CustodyTexts
{
    // What happened to a bag, in the chat and on the order page
    public sealed record StepSealed : Text;
    public sealed record StepHandedOver : Text;
    public sealed record StepReceived : Text;
    public sealed record StepOpened : Text;
    public sealed record StepInspected : Text;
    public sealed record StepWashing : Text;
    public sealed record StepWashed : Text;
    public sealed record StepPacked : Text;
    public sealed record StepOutForDelivery : Text;
    public sealed record StepDelivered : Text;
    public sealed record StepReturnedUnwashed : Text;
    public sealed record StepLeftWithNeighbour : Text;
    public sealed record StepLeftInLocker : Text;
    public sealed record StepBroughtBack : Text;
    public sealed record StepUndone : Text;

    // Sealing
    public sealed record SealTaken(int Number, string Seal, int By) : Text;
    public sealed record SealMistyped(int Number, string Seal) : Text;
    public sealed record TooManySeals(int Number, int Seals, int Bags) : Text;

    // Writing a step
    public sealed record Recorded(int Number, string Seals, string Step) : Text;
    public sealed record RecordedPieces(int Number, string Seals, string Step, int Pieces) : Text;
    public sealed record RecordedFewer(int Number, string Seals, string Step, int Pieces, int Missing) : Text;
    public sealed record WhichBag(string Example) : Text;
    public sealed record WhichOfItsBags(int Number) : Text;
    public sealed record ReadTheSeal(string Example) : Text;
    public sealed record AskPieces(string Seal) : Text;
    public sealed record PiecesUnclear(int Most) : Text;
    public sealed record AskFewerPieces(int Number, string Seal, int Before, int Now, int Missing) : Text;
    public sealed record AskMorePieces(int Number, string Seal, int Before, int Now, int More) : Text;
    public sealed record PiecesAreRight(int Now) : Text;
    public sealed record CountAgain : Text;
    public sealed record NothingWritten : Text;
    public sealed record Bag(int Number, string Seal, string Step) : Text;
    public sealed record BagWithPieces(int Number, string Seal, string Step, int Pieces) : Text;

    // What cannot be
    public sealed record UnknownSeal(string Seal) : Text;
    public sealed record UnknownSealTold(string Seal) : Text;
    public sealed record WrongSeal(int Number, string Seal, string Sealed) : Text;
    public sealed record WrongSealTold(int Number, string Seal, string Sealed) : Text;
    public sealed record NotNow(int Number, string Seal, string Step, string Asked, string Possible) : Text;
    public sealed record NotAnyMore(int Number, string Seal, string Step) : Text;
    public sealed record NotSealedYet(int Number) : Text;
    public sealed record NotYourStep(string Step, string Whose) : Text;

    // To managers
    public sealed record AlarmUnknownSeal(string Seal, string By) : Text;
    public sealed record AlarmWrongSeal(int Number, string Seal, string By) : Text;
    public sealed record AlarmPiecesMissing(int Number, string Seal, int Before, int Now, int Missing, string By) : Text;

    // Labels
    public sealed record Labels(int Count, string First, string Last, string Link, string Until) : Text;
    public sealed record FreeSeal(string Seal, string Example) : Text;
    public sealed record HowManyLabels(int Most, string Example) : Text;
}
