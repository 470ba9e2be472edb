namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Do not look for the choices' values.</summary>
    public bool NoValue { get; set; }

    /// <summary>Do not look for the titles of their buttons.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether "2" picks the second; only asked when no words matched.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether "the second" picks it; only asked when no words matched.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
