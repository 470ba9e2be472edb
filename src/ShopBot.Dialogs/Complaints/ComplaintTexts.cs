using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Complaints;

/// <summary>What is said to somebody who complains: <c>dialogs/complaints/wording.*.yaml</c>.</summary>
public static class ComplaintTexts
{
    public sealed record Told(string Until) : Text;
    public sealed record ToldAbout(int Number, string Until) : Text;
    public sealed record ToldInPassing(string Until) : Text;
    public sealed record NobodyThere : Text;
    public sealed record AskOrder : Text;
    public sealed record NoOrderOfThese : Text;
    public sealed record AskPicture : Text;
    public sealed record NoPicture : Text;
    public sealed record AskPhone : Text;
    public sealed record PhoneUnusable : Text;
    public sealed record NoPhone : Text;
    public sealed record PassedOn : Text;
}
