namespace ShopBot.Dialogs.Errands;

/// <summary>What the front desk asks of the errand under way instead of giving it the message.</summary>
public enum Signal
{
    /// <summary>The message is for the errand.</summary>
    None,

    /// <summary>Something else was answered: put the open question again.</summary>
    AskAgain,

    /// <summary>Go back to the question before.</summary>
    Back,
}
