using System.Globalization;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Number;
using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Hearing;

/// <summary>Numbers in what a person typed.</summary>
internal static class Numbers
{
    /// <summary>Whether a message is nothing but digits.</summary>
    /// <param name="key">As <see cref="Heard.Key"/> gives it, so full-width digits count too.</param>
    public static bool IsPlain(string key, out long number)
    {
        number = 0;
        return key.Length is > 0 and <= 18 && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The first whole number of 1 or more, in either language.</summary>
    public static int? FirstCount(string clean)
    {
        foreach (var culture in Languages.All)
            foreach (var found in NumberRecognizer.RecognizeNumber(clean, culture))
                if (Count(found) is { } count)
                    return count;
        return null;
    }

    private static int? Count(ModelResult found) =>
        found.Resolution.TryGetValue("value", out var value)
        && double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= int.MaxValue && Math.Floor(number) == number
            ? (int)number
            : null;
}
