using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Staff;

/// <summary>What is said to people who work for the shop: <c>dialogs/staff/wording.*.yaml</c>.</summary>
public static class StaffTexts
{
    // Becoming staff, and being a customer for a while
    public sealed record AskName : Text;
    public sealed record NameUnusable(int Most) : Text;
    public sealed record Bound(string Name, string Role) : Text;
    public sealed record WrongCode(int TriesLeft) : Text;
    public sealed record CodeLocked(string Until) : Text;
    public sealed record NoLongerStaff : Text;
    public sealed record NowCustomer : Text;
    public sealed record NowStaff(string Shop) : Text;
    public sealed record CodeIssued(string Role, string Code, string Until) : Text;
    public sealed record OnlyManagers : Text;
    public sealed record AskRole : Text;
    public sealed record RoleManager : Text;
    public sealed record RoleClerk : Text;
    public sealed record RoleCourier : Text;
    public sealed record RoleLaundry : Text;

    // Menu and help
    public sealed record Menu(string Shop, int Open) : Text;
    public sealed record MenuToday : Text;
    public sealed record MenuHelp : Text;
    public sealed record MenuCustomer : Text;
    public sealed record Help : Text;
    public sealed record HelpOfManagers : Text;
    public sealed record NotUnderstood(string Said) : Text;

    // Ending somebody's access
    public sealed record AskWhom : Text;
    public sealed record ColleagueChoice(string Name, string Role, string Since) : Text;
    public sealed record NoSuchColleague(string Said) : Text;
    public sealed record RevokeNobody : Text;
    public sealed record AskRevoke(string Name, string Role) : Text;
    public sealed record RevokeYes : Text;
    public sealed record RevokeNo : Text;
    public sealed record Revoked(string Name) : Text;
    public sealed record NobodyRevoked : Text;
    public sealed record AlreadyRevoked : Text;
    public sealed record LastManagerStays(string Name) : Text;

    // What is left
    public sealed record OnlyManagersDo : Text;
    public sealed record StockList(string Lines, string Example) : Text;
    public sealed record StockLine(int Number, string Product, string Left) : Text;
    public sealed record StockLeft(string Variant, int Left) : Text;
    public sealed record StockLeftAlone(int Left) : Text;
    public sealed record StockOf(string Item, int Left, string Example) : Text;
    public sealed record StockOfVariants(string Product, string Left, string Example) : Text;
    public sealed record StockSet(string Item, int Left) : Text;
    public sealed record AskStockVariant(string Product, int Count) : Text;
    public sealed record StockVariantUnknown(string Product, string Said, string Variants, string Example) : Text;
    public sealed record StockUnknown(string Said, string Products) : Text;
    public sealed record StockNumberUnclear(string Said, int Most, string Example) : Text;
    public sealed record NotCounted(string Item) : Text;
    public sealed record NothingCounted : Text;

    // QR codes that say what brought people
    public sealed record Code(string Label, int Came, int Ordered) : Text;
    public sealed record CodeOfProduct(string Product, int Came, int Ordered) : Text;
    public sealed record CodeList(string Lines) : Text;
    public sealed record CodeLine(string Label, int Came, int Ordered) : Text;
    public sealed record NoCodes : Text;
    public sealed record CodeNameUnusable(string Said, int Most) : Text;
    public sealed record CodesNotAllowed : Text;
    public sealed record CodesFull(int Most) : Text;
    public sealed record CodeRefused(string Why) : Text;
    public sealed record CodeNotNow : Text;

    // Orders
    public sealed record NothingOpen : Text;
    public sealed record AskWhich(int Open) : Text;
    public sealed record OrderChoice(int Number, string Name, string State, string Items) : Text;
    public sealed record MoreOrders : Text;
    public sealed record CameBy(string Source) : Text;
    public sealed record Detail(int Number, string State, string Lines, string Total, string Facts, string Phone, string Timeline, int Photos) : Text;
    public sealed record NoSuchOrder(int Number) : Text;
    public sealed record WhichOrder(string Said) : Text;
    public sealed record BackToList : Text;
    public sealed record Enough : Text;
    public sealed record AllRight : Text;

    // Moving an order on
    public sealed record DoAccept : Text;
    public sealed record DoReady : Text;
    public sealed record DoClean : Text;
    public sealed record DoShip : Text;
    public sealed record DoCollect : Text;
    public sealed record DoWash : Text;
    public sealed record DoDeliver : Text;
    public sealed record DoComplete : Text;
    public sealed record DoCancel : Text;
    public sealed record DoPaid : Text;
    public sealed record Moved(int Number, string State, string Next) : Text;
    public sealed record MovedToTheEnd(int Number, string State) : Text;
    public sealed record NotAllowed(int Number, string State, string Next) : Text;
    public sealed record NotAllowedAnyMore(int Number, string State) : Text;
    public sealed record AskSeal(int Number) : Text;
    public sealed record SealUnusable : Text;
    public sealed record AskParcel(int Number) : Text;
    public sealed record ParcelUnusable : Text;
    public sealed record AskCancel(int Number, string Name) : Text;
    public sealed record CancelYes : Text;
    public sealed record CancelNo : Text;
    public sealed record NotCancelled(int Number) : Text;
    public sealed record MarkedPaid(int Number) : Text;
    public sealed record AlreadyPaid(int Number, string When) : Text;
    public sealed record TooMuchPaid(int Number, string Back) : Text;
    public sealed record CancelledCannotBePaid(int Number) : Text;

    // Photos
    public sealed record AskWhosePhoto(int Photos) : Text;
    public sealed record NoOrderForPhoto : Text;
    public sealed record AskSendPhoto(int Photos, int Number, string Name) : Text;
    public sealed record AskSendPhotoWithCaption(int Photos, int Number, string Name, string Caption) : Text;
    public sealed record SendIt : Text;
    public sealed record AddCaption : Text;
    public sealed record AnotherOrder : Text;
    public sealed record DoNotSend : Text;
    public sealed record AskCaption : Text;
    public sealed record CaptionTooLong(int Most) : Text;
    public sealed record PhotoSent(int Photos, int Number, string Name) : Text;
    public sealed record PhotoNotSent : Text;
    public sealed record PhotoRefused : Text;
    public sealed record PhotoLost : Text;
}
