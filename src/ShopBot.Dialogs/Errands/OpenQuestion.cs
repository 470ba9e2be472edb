using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;

namespace ShopBot.Dialogs.Errands;

/// <summary>The prompt that waits for an answer, inside whichever errand is under way.</summary>
internal static class OpenQuestion
{
    /// <summary>Name of a prompt that takes any words.</summary>
    public const string AnyWordsId = "open";

    private const string InnerStack = "dialogs", PromptOptions = "options";

    /// <summary>Whether a message is one of the lines the open question offers. Such a line means what it says there, even where it is also a word
    /// that may be said at any time.</summary>
    /// <param name="key">As <see cref="Heard.Key"/> gives it.</param>
    public static bool Offers(DialogContext dialogs, string key)
    {
        // A bare number is a place in the list, never a line of it.
        if (key.Length == 0 || Numbers.IsPlain(key, out _))
            return false;
        return Open(dialogs) is { } open && open.State.TryGetValue(PromptOptions, out var stored) && stored is PromptOptions asked
            && (asked.Choices?.Any(c => Heard.Key(c.Action?.Title ?? c.Value) == key || c.Synonyms?.Any(s => Heard.Key(s) == key) == true) == true
                || asked.Prompt?.SuggestedActions?.Actions.Any(a => Heard.Key(a.Title) == key) == true);
    }

    /// <summary>Whether the open question takes any words as its answer: a name, an address, a note.</summary>
    public static bool TakesAnyWords(DialogContext dialogs) => Open(dialogs)?.Id == AnyWordsId;

    private static DialogInstance? Open(DialogContext dialogs)
    {
        var open = dialogs.ActiveDialog;
        while (open is not null && open.State.TryGetValue(InnerStack, out var inner) && inner is DialogState { DialogStack: [var top, ..] })
            open = top;
        return open;
    }
}
