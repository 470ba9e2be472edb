using Microsoft.Bot.Schema;

namespace ShopBot.Dialogs.Errands;

/// <summary>Lines to tap below a message.</summary>
public static class Choices
{
    /// <summary>A line that says what it shows.</summary>
    public static CardAction Say(string label) => new(ActionTypes.ImBack, title: label, value: label);

    /// <summary>A line that opens a page.</summary>
    public static CardAction Open(string label, string page) => new(ActionTypes.OpenUrl, title: label, value: page);
}
