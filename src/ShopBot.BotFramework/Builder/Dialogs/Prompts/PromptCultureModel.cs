namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The words prompts need in one language.</summary>
public class PromptCultureModel
{
    /// <summary>In small letters, "zh-cn".</summary>
    public string Locale { get; set; }

    /// <summary>Between choices.</summary>
    public string Separator { get; set; }

    /// <summary>Between two choices.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of three and more.</summary>
    public string InlineOrMore { get; set; }

    public string YesInLanguage { get; set; }
    public string NoInLanguage { get; set; }
}
