using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Notices;

/// <summary>What is said unasked, because something happened: <c>dialogs/notices/wording.*.yaml</c>.</summary>
public static class NoticesTexts
{
    // To customers
    public sealed record Accepted(int Number, string Link) : Text;
    public sealed record ReadyForPickup(int Number, string Link) : Text;
    public sealed record Clean(int Number, string Link) : Text;
    public sealed record Shipped(int Number, string Parcel, string Link) : Text;
    public sealed record Collected(int Number, string Seal, string Link) : Text;
    public sealed record CollectedAndSealed(int Number, string Seal, string Head, string Link) : Text;
    public sealed record Washing(int Number, string Link) : Text;
    public sealed record Delivering(int Number, string Link) : Text;
    public sealed record Completed(int Number) : Text;
    public sealed record CancelledByShop(int Number, string Link) : Text;
    public sealed record Photo(int Number, string Link) : Text;
    public sealed record PhotoWithCaption(int Number, string Caption, string Link) : Text;
    public sealed record PhotoHere : Text;

    // To staff
    public sealed record NewOrder(int Number, string Lines, string Total, string Facts) : Text;
    public sealed record AcceptIt(int Number) : Text;
    public sealed record ShowIt(int Number) : Text;
    public sealed record CancelledByCustomer(int Number, string Name, string Lines) : Text;
    public sealed record PersonWanted(string Name, string Phone, string Said) : Text;
    public sealed record PersonWantedNameless(string Phone, string Said) : Text;
    public sealed record PersonWantedUnreachable(string Said) : Text;
    public sealed record Complaint(string Name, string Said, string Until) : Text;
    public sealed record ComplaintMore(string Name, string Said) : Text;
    public sealed record ComplaintPicture(string Name) : Text;
    public sealed record ComplaintOrder(int Number) : Text;
    public sealed record ComplaintPhone(string Phone) : Text;
    public sealed record NamelessCustomer : Text;

    // When the program failed
    public sealed record Apology : Text;
}
