using Microsoft.Recognizers.Text;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The languages prompts know.</summary>
public static class PromptCultureModels
{
    public static PromptCultureModel Bulgarian { get; } = Model(Culture.Bulgarian, " или ", ", или ", "Да", "Не");
    public static PromptCultureModel Chinese { get; } = Model(Culture.Chinese, " 或 ", " 或 ", "是", "否", "，");
    public static PromptCultureModel Dutch { get; } = Model(Culture.Dutch, " of ", ", of ", "Ja", "Nee");
    public static PromptCultureModel English { get; } = Model(Culture.English, " or ", ", or ", "Yes", "No");
    public static PromptCultureModel French { get; } = Model(Culture.French, " ou ", ", ou ", "Oui", "Non");
    public static PromptCultureModel German { get; } = Model(Culture.German, " oder ", ", oder ", "Ja", "Nein");
    public static PromptCultureModel Hindi { get; } = Model(Culture.Hindi, " या ", ", या ", "हां", "नहीं");
    public static PromptCultureModel Italian { get; } = Model(Culture.Italian, " o ", ", o ", "Sì", "No");
    public static PromptCultureModel Japanese { get; } = Model(Culture.Japanese, " または ", "、 または ", "はい", "いいえ", "、 ");
    public static PromptCultureModel Korean { get; } = Model(Culture.Korean, " 또는 ", ", 또는 ", "예", "아니요");
    public static PromptCultureModel Portuguese { get; } = Model(Culture.Portuguese, " ou ", ", ou ", "Sim", "Não");
    public static PromptCultureModel Spanish { get; } = Model(Culture.Spanish, " o ", ", o ", "Sí", "No");
    public static PromptCultureModel Swedish { get; } = Model(Culture.Swedish, " eller ", ", eller ", "Ja", "Nej");
    public static PromptCultureModel Turkish { get; } = Model(Culture.Turkish, " veya ", " veya ", "Evet", "Hayır");

    public static PromptCultureModel[] GetSupportedCultures() =>
        [Bulgarian, Chinese, Dutch, English, French, German, Hindi, Italian, Japanese, Korean, Portuguese, Spanish, Swedish, Turkish];

    /// <summary>The culture above of the same language ("zh-TW" gives "zh-cn"); the code itself, in small letters, when there is none.</summary>
    public static string MapToNearestLanguage(string cultureCode) => Culture.MapToNearestLanguage(cultureCode);

    private static PromptCultureModel Model(string locale, string or, string orMore, string yes, string no, string separator = ", ") => new()
    {
        Locale = locale,
        Separator = separator,
        InlineOr = or,
        InlineOrMore = orMore,
        YesInLanguage = yes,
        NoInLanguage = no,
    };
}
