namespace Microsoft.Recognizers.Text;

/// <summary>Names of the cultures the recognizers are asked for; those without tables of their own are read as English.</summary>
public static class Culture
{
    public const string English = "en-us";
    public const string Chinese = "zh-cn";
    public const string Spanish = "es-es";
    public const string Portuguese = "pt-br";
    public const string French = "fr-fr";
    public const string German = "de-de";
    public const string Italian = "it-it";
    public const string Japanese = "ja-jp";
    public const string Dutch = "nl-nl";
    public const string Korean = "ko-kr";
    public const string Swedish = "sv-se";
    public const string Bulgarian = "bg-bg";
    public const string Turkish = "tr-tr";
    public const string Hindi = "hi-in";

    private static readonly string[] Codes =
        [English, Chinese, Spanish, Portuguese, French, German, Italian, Japanese, Dutch, Korean, Swedish, Bulgarian, Turkish, Hindi];

    public static string[] GetSupportedCultureCodes() => [.. Codes];

    /// <summary>The listed culture of the same language ("zh-TW" gives "zh-cn"), or the code itself, in lower case, when there is none.</summary>
    public static string? MapToNearestLanguage(string? cultureCode)
    {
        if (string.IsNullOrEmpty(cultureCode))
            return cultureCode;

        var language = LanguageOf(cultureCode);
        foreach (var code in Codes)
        {
            if (LanguageOf(code).Equals(language, StringComparison.OrdinalIgnoreCase))
                return code;
        }

        return cultureCode.ToLowerInvariant();
    }

    internal static bool IsChinese(string? cultureCode) =>
        cultureCode is not null && LanguageOf(cultureCode).Equals("zh", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> LanguageOf(string code)
    {
        var hyphen = code.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? code : code.AsSpan(0, hyphen);
    }
}
