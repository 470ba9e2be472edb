using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Charges;

/// <summary>What is said about amounts besides the lines of an order: <c>dialogs/charges/wording.*.yaml</c>.</summary>
public static class ChargesTexts
{
    // To staff
    public sealed record Charged(int Number, string Name, string Label, string Amount, string Before, string Total) : Text;
    public sealed record Discounted(int Number, string Name, string Label, string Amount, string Before, string Total) : Text;
    public sealed record StillDue(string Due) : Text;
    public sealed record ToReturn(string Back, int Number) : Text;
    public sealed record TakenBack(string Label) : Text;
    public sealed record ChargeExample(int Number) : Text;
    public sealed record DiscountExample(int Number) : Text;
    public sealed record AmountUnclear(string Said, string Example) : Text;
    public sealed record AmountMissing(string Example) : Text;
    public sealed record AmountTooHigh(string Most) : Text;
    public sealed record LabelMissing(string Example) : Text;
    public sealed record LabelTooLong(int Most) : Text;
    public sealed record MoreThanItCosts(int Number, string Total) : Text;
    public sealed record CancelledCannotBeCharged(int Number) : Text;
    public sealed record CompletedCannotBeCharged(int Number) : Text;
    public sealed record NothingToUndo(int Number) : Text;
    public sealed record AlreadyUndone(int Number) : Text;
    public sealed record MoneyReturned(int Number, string Amount) : Text;
    public sealed record NothingToReturn(int Number) : Text;
    public sealed record OnlyManagersAndClerks : Text;
    public sealed record ChargesNotOffered : Text;

    // To customers
    public sealed record Dearer(int Number, string Label, string Amount, string Before, string Total, string Link) : Text;
    public sealed record Cheaper(int Number, string Label, string Amount, string Before, string Total, string Link) : Text;
    public sealed record DearerShort(string Total) : Text;
    public sealed record CheaperShort(string Total) : Text;
}
