namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are written into a text.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers) =>
        (InlineSeparator, InlineOr, InlineOrMore, IncludeNumbers) = (inlineSeparator, inlineOr, inlineOrMore, includeNumbers);

    /// <summary>Between choices; ", " when not set.</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices; " or " when not set.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of three and more; ", or " when not set.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether choices get numbers; so when not set.</summary>
    public bool? IncludeNumbers { get; set; }
}
