using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs;

/// <summary>What is said outside any errand: <c>dialogs/front-desk/wording.*.yaml</c>.</summary>
public static class FrontDeskTexts
{
    public sealed record Welcome(string Shop) : Text;
    public sealed record WelcomeBack(string Shop) : Text;
    public sealed record Greeting(string Shop) : Text;
    public sealed record Menu(string Shop) : Text;
    public sealed record MenuOrder : Text;
    public sealed record MenuOrders : Text;
    public sealed record MenuHelp : Text;
    public sealed record MenuPerson : Text;
    public sealed record MenuLanguage : Text;
    public sealed record Help(string Shop) : Text;
    public sealed record HelpWhileOrdering : Text;
    public sealed record HelpInBetween : Text;
    public sealed record GreetingInBetween : Text;
    public sealed record YouAreWelcome : Text;
    public sealed record Goodbye : Text;
    public sealed record LanguageChanged : Text;
    public sealed record NothingToCancel : Text;
    public sealed record NothingToGoBackTo : Text;
    public sealed record NothingToContinue : Text;
    public sealed record NothingToConfirm : Text;
    public sealed record Stopped : Text;
    public sealed record BegunAnewAfterUpdate : Text;

    public sealed record PictureReceived : Text;
    public sealed record VoiceReceived : Text;
    public sealed record VideoReceived : Text;
    public sealed record LinkReceived : Text;
    public sealed record ScanNotKnown(string Scanned) : Text;
    public sealed record LocationReceived : Text;
    public sealed record OtherReceived : Text;
    public sealed record TooLong(int Most) : Text;
    public sealed record NotUnderstood(string Said) : Text;
    public sealed record NotUnderstoodAgain : Text;
    public sealed record NotUnderstoodStill : Text;
}
