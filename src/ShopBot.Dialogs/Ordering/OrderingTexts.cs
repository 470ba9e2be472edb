using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Ordering;

/// <summary>What is said while somebody orders: <c>dialogs/ordering/wording.*.yaml</c>.</summary>
public static class OrderingTexts
{
    // Which product
    public sealed record AskProduct : Text;
    public sealed record AskAnotherProduct : Text;
    public sealed record ProductChoice(string Product, string Price) : Text;
    public sealed record ProductChoiceFrom(string Product, string Price) : Text;
    public sealed record ProductUnknown(string Said) : Text;
    public sealed record ProductSoldOut(string Product) : Text;
    public sealed record AllSoldOut : Text;
    public sealed record ItemName(string Product, string Variant) : Text;
    public sealed record AskWhichProduct(string Said) : Text;
    public sealed record AskVariant(string Product) : Text;
    public sealed record VariantChoice(string Variant, string Price) : Text;

    // How many
    public sealed record AskQuantity(string Item, string Unit, string Price) : Text;
    public sealed record AskNewQuantity(string Item, string Unit, int Quantity) : Text;
    public sealed record AskNewQuantityOrNone(string Item, string Unit, int Quantity) : Text;
    public sealed record QuantityNotANumber(string Unit) : Text;
    public sealed record QuantityStillNotANumber(string Unit) : Text;
    public sealed record QuantityNotWhole(string Unit) : Text;
    public sealed record QuantityTooFew(string Unit) : Text;
    public sealed record QuantityTooMany(int Most, string Unit) : Text;
    public sealed record QuantityLeft(string Item, int Left, string Unit) : Text;
    public sealed record QuantityNow(string Item, int Quantity, string Unit) : Text;
    public sealed record NotInOrder(string Item) : Text;
    public sealed record ItemRemoved(string Item) : Text;

    // What a sentence filled in
    public sealed record Noted(string What) : Text;
    public sealed record NotedBetween : Text;
    public sealed record NotedGoods(string Item, int Quantity, string Unit) : Text;

    // How it is handed over
    public sealed record AskHandover : Text;
    public sealed record HandoverPickup : Text;
    public sealed record HandoverDelivery : Text;
    public sealed record HandoverCollection : Text;

    // Where to, who
    public sealed record AskSameAsLast(string Name, string Phone) : Text;
    public sealed record AskSameAddressAsLast(string Address, string Name, string Phone) : Text;
    public sealed record SameAsLast : Text;
    public sealed record NotSameAsLast : Text;
    public sealed record AskDeliveryAddress : Text;
    public sealed record AskCollectionAddress : Text;
    public sealed record AddressTooShort : Text;
    public sealed record AddressTooLong(int Most) : Text;
    public sealed record AddressNeedsText : Text;
    public sealed record AskDoor(string Place) : Text;
    public sealed record AskName : Text;
    public sealed record NameUnusable(int Most) : Text;
    public sealed record AskPhone : Text;
    public sealed record PhoneUnusable(string Said) : Text;

    // How it is paid
    public sealed record AskPayment : Text;
    public sealed record PaymentAtPickup : Text;
    public sealed record PaymentOnDelivery : Text;
    public sealed record PaymentByTransfer : Text;
    public sealed record PayInChatNotYet : Text;

    // A wish
    public sealed record AskNote : Text;
    public sealed record NoNote : Text;
    public sealed record NoteTooLong(int Most) : Text;

    // When
    public sealed record AskWanted : Text;
    public sealed record AskWantedWhich : Text;
    public sealed record WantedChoice(string Part, string Time) : Text;
    public sealed record AnyTime : Text;
    public sealed record WantedUnclear(string Said) : Text;
    public sealed record WantedDayImpossible(string Said) : Text;
    public sealed record WantedTimeImpossible(string Said) : Text;
    public sealed record WantedPast(string Said) : Text;
    public sealed record WantedClosedDay(string Day) : Text;
    public sealed record WantedOutsideHours(string Opens, string Closes) : Text;
    public sealed record WantedTooFar(int Days) : Text;
    public sealed record WantedDayAndTime(string Day, string Time) : Text;
    public sealed record WantedBetween(string From, string To) : Text;
    public sealed record WantedAfter(string Time) : Text;
    public sealed record WantedBefore(string Time) : Text;
    public sealed record WantedMorning : Text;
    public sealed record WantedNoon : Text;
    public sealed record WantedAfternoon : Text;
    public sealed record WantedEvening : Text;

    // The same again
    public sealed record SameAsOrder(int Number) : Text;
    public sealed record NothingOrderedYet : Text;
    public sealed record NoLongerThere(string Item) : Text;
    public sealed record AnotherPriceNow(string Item, string Before, string Now) : Text;

    // Besides
    public sealed record AskAddOn : Text;
    public sealed record AddOnChoice(string Name, string Price) : Text;
    public sealed record AddOnWithout(string Name) : Text;
    public sealed record AddOnPricePer(string Price, string Unit) : Text;
    public sealed record AddOnAdded(string Name, string Price) : Text;
    public sealed record AddOnRemoved(string Name) : Text;
    public sealed record AddOnDoesNotFit(string Name) : Text;

    // Summary
    public sealed record Summary(string Lines, string Total, string Details) : Text;
    public sealed record SummaryLine(string Item, int Quantity, string Unit, string Amount) : Text;
    public sealed record SummaryCharge(string Label, string Amount) : Text;
    public sealed record SummaryPickup(string Name, string Phone) : Text;
    public sealed record SummaryDelivery(string Address, string Name, string Phone) : Text;
    public sealed record SummaryCollection(string Address, string Name, string Phone) : Text;
    public sealed record SummaryWanted(string When) : Text;
    public sealed record SummaryPayment(string Payment) : Text;
    public sealed record SummaryNote(string Note) : Text;
    public sealed record ConfirmOrder : Text;
    public sealed record AddAnother : Text;
    public sealed record ChangeSomething : Text;
    public sealed record DropOrder : Text;
    public sealed record TooManyLines(int Most) : Text;

    // Change one thing
    public sealed record AskWhatToChange : Text;
    public sealed record ChangeQuantity(string Item) : Text;
    public sealed record ChangeProduct(string Item) : Text;
    public sealed record ChangeHandover : Text;
    public sealed record ChangeAddress : Text;
    public sealed record ChangeName : Text;
    public sealed record ChangePhone : Text;
    public sealed record ChangeAddOns : Text;
    public sealed record ChangeWanted : Text;
    public sealed record ChangePayment : Text;
    public sealed record ChangeNote : Text;
    public sealed record ChangeNothing : Text;

    // Done, or not
    public sealed record Placed(int Number, string Lines, string Total, string Link, string Next) : Text;
    public sealed record NextPickup : Text;
    public sealed record NextDelivery : Text;
    public sealed record NextCollection : Text;
    public sealed record NextTransfer(int Number) : Text;
    public sealed record AlreadyPlaced(int Number, string Link) : Text;
    public sealed record SoldOutMeanwhile(string Item) : Text;
    public sealed record FewLeftMeanwhile(string Item, int Left, string Unit) : Text;
    public sealed record GoneMeanwhile : Text;
    public sealed record CannotGoTogether(string Item) : Text;
    public sealed record PriceChangedMeanwhile(string Before, string Total) : Text;
    public sealed record OrderDropped : Text;
    public sealed record NothingBefore : Text;
    public sealed record BegunAnew : Text;

    // Coming back
    public sealed record WhereWeAre(string Lines) : Text;
    public sealed record WhereWeAreAtTheStart : Text;
    public sealed record AskGoOn(string Lines) : Text;
    public sealed record AskGoOnAtTheStart : Text;
    public sealed record GoOn : Text;
    public sealed record StartAnew : Text;
}
