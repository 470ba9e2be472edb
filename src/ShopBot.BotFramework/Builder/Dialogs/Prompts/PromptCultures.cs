using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Recognizers.Text;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>What prompts take from the culture models, made once.</summary>
internal static class PromptCultures
{
    public static Dictionary<string, ChoiceFactoryOptions> ChoiceDefaults { get; } =
        PromptCultureModels.GetSupportedCultures().ToDictionary(model => model.Locale, Options, StringComparer.Ordinal);

    public static Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> ConfirmDefaults { get; } =
        PromptCultureModels.GetSupportedCultures().ToDictionary(
            model => model.Locale, model => (new Choice(model.YesInLanguage), new Choice(model.NoInLanguage), Options(model)), StringComparer.Ordinal);

    /// <summary>The nearest culture that has defaults; English when none has.</summary>
    public static string Of<T>(string? locale, Dictionary<string, T> defaults)
    {
        if (string.IsNullOrEmpty(locale))
            return Culture.English;
        if (defaults.ContainsKey(locale))
            return locale;
        var nearest = PromptCultureModels.MapToNearestLanguage(locale);
        return defaults.ContainsKey(nearest) ? nearest : Culture.English;
    }

    private static ChoiceFactoryOptions Options(PromptCultureModel model) => new(model.Separator, model.InlineOr, model.InlineOrMore, true);
}
