using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>What is said about prepaid cards: <c>dialogs/prepaid/wording.*.yaml</c>.</summary>
public static class PrepaidTexts
{
    // To customers
    public sealed record Card(string Balance, string Lines) : Text;
    public sealed record CardEmpty : Text;
    public sealed record NoCards : Text;
    public sealed record LineTopUp(string When, string Amount) : Text;
    public sealed record LineSpent(string When, string Amount, int Number) : Text;
    public sealed record LineGivenBack(string When, string Amount, int Number) : Text;
    public sealed record LineCorrection(string When, string Amount, string Reason) : Text;
    public sealed record LineMoved(string When, string Amount) : Text;
    public sealed record ToppedUp(string Amount, string Balance) : Text;
    public sealed record Corrected(string Amount, string Balance, string Reason) : Text;

    // While ordering
    public sealed record PaymentPrepaid : Text;
    public sealed record PaymentPrepaidChoice(string Balance) : Text;
    public sealed record NotEnoughForThis(string Balance, string Total) : Text;
    public sealed record NoLongerEnough(string Balance, string Total) : Text;
    public sealed record PaidByCard(string Balance) : Text;

    // To staff
    public sealed record TopUpExample : Text;
    public sealed record CorrectExample : Text;
    public sealed record BalanceExample : Text;
    public sealed record PhoneUnclear(string Said, string Example) : Text;
    public sealed record AmountUnclear(string Said, string Example) : Text;
    public sealed record AmountOutside(string Least, string Most) : Text;
    public sealed record ReasonMissing(string Example) : Text;
    public sealed record ReasonTooLong(int Most) : Text;
    public sealed record NobodyByPhone(string Phone) : Text;
    public sealed record AskWho(string Phone) : Text;
    public sealed record OwnerChoice(string Name, string Balance, int Number) : Text;
    public sealed record OwnerChoiceNew(string Name, string Balance) : Text;
    public sealed record Nobody : Text;
    public sealed record Nameless : Text;
    public sealed record AskTopUp(string Name, string Phone, string Amount, string Before, string Balance) : Text;
    public sealed record AskCorrect(string Name, string Phone, string Amount, string Reason, string Before, string Balance) : Text;
    public sealed record AskClaim(string Name, string Phone, string Amount, string Before, string Balance) : Text;
    public sealed record DoTopUp : Text;
    public sealed record DoCorrect : Text;
    public sealed record DoClaim : Text;
    public sealed record DoNothing : Text;
    public sealed record NothingDone : Text;
    public sealed record Done(string Name, string Amount, string Balance) : Text;
    public sealed record TooMuch(string Balance, string Most) : Text;
    public sealed record NotCovered(string Balance) : Text;
    public sealed record NothingToClaim(string Phone) : Text;
    public sealed record CardOf(string Name, string Phone, string Balance, string Lines) : Text;
    public sealed record Claimable(string Amount) : Text;
}
