using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One thing a person can pick.</summary>
public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What is returned when it is picked; also its title when <see cref="Action"/> gives none.</summary>
    public string Value { get; set; }

    /// <summary>The button, where it is to differ from the value.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words that pick it.</summary>
    public List<string> Synonyms { get; set; }

    internal string Title => Action?.Title ?? Value ?? "";
}
