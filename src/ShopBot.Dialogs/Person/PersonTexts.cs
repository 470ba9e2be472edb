using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Person;

/// <summary>What is said to somebody who wants a person: <c>dialogs/person/wording.*.yaml</c>.</summary>
public static class PersonTexts
{
    public sealed record ToldWithPhone(string Phone) : Text;
    public sealed record ToldInPassing(string Phone) : Text;
    public sealed record ToldWithoutPhone : Text;
    public sealed record NobodyThere : Text;
    public sealed record AskPhone : Text;
    public sealed record PhoneUnusable : Text;
}
