using Microsoft.Bot.Schema;

namespace ShopBot.Dialogs.Errands;

/// <summary>Lines to tap below a message.</summary>
public static class Choices
{
    /// <summary>A line that says what it shows.</summary>
    public static CardAction Say(string label) => new(ActionTypes.ImBack, title: label, value: label);
}
