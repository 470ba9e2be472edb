namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By what the channel supports and how many there are.</summary>
    Auto,

    /// <summary>In the sentence: "(1) red, (2) green, or (3) blue".</summary>
    Inline,

    /// <summary>One a line.</summary>
    List,

    /// <summary>As buttons that go away.</summary>
    SuggestedAction,

    /// <summary>As buttons of a card.</summary>
    HeroCard,
}
