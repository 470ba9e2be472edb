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
}
