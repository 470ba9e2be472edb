using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Intents;

/// <summary>What is said where a wish is asked for, and of wishes that need no errand: <c>dialogs/intents/wording.*.yaml</c>.</summary>
public static class IntentTexts
{
    // Which of these?
    public sealed record AskWhich : Text;
    public sealed record WantsOrder : Text;
    public sealed record WantsPickup : Text;
    public sealed record WantsMyOrders : Text;
    public sealed record WantsCancel : Text;
    public sealed record WantsChange : Text;
    public sealed record WantsComplaint : Text;
    public sealed record WantsPerson : Text;
    public sealed record WantsSurvey : Text;
    public sealed record WantsOptOut : Text;
    public sealed record WantsOptIn : Text;
    public sealed record WantsQuestion : Text;

    public sealed record HowToChange : Text;
    public sealed record NoSurvey : Text;
    public sealed record OffersStopped : Text;
    public sealed record OffersStoppedBefore : Text;
    public sealed record OffersWanted : Text;
    public sealed record OffersWantedBefore : Text;
}
