namespace ShopBot.Dialogs.Hearing;

/// <summary>What a customer may say at any time; the words for each stand in <c>dialogs/front-desk/words.yaml</c>.</summary>
public enum Command
{
    Cancel,
    Back,
    Help,
    Menu,
    Order,
    Orders,
    Person,
    StartOver,
    Continue,
    Chinese,
    English,
    Greeting,
    Thanks,
    Goodbye,
    PayInChat,
    Balance,
    SameAgain,
    Yes,
    No,
}
