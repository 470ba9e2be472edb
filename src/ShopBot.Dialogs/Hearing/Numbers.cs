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

    /// <summary>A text that is nothing but a whole number of 0 or more, in digits or in the words of either language.</summary>
    public static int? Whole(string key)
    {
        if (IsPlain(key, out var plain))
            return plain <= int.MaxValue ? (int)plain : null;
        // A sign in front may mean "that many more".
        if (key.Length == 0 || !char.IsLetterOrDigit(key[0]))
            return null;
        foreach (var culture in Languages.All)
            foreach (var found in NumberRecognizer.RecognizeNumber(key, culture))
                if (found.Start == 0 && found.End == key.Length - 1 && Count(found, least: 0) is { } count)
                    return count;
        return null;
    }

    private static int? Count(ModelResult found, int least = 1) =>
        found.Resolution.TryGetValue("value", out var value)
        && double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= int.MaxValue && Math.Floor(number) == number
            ? (int)number
            : null;
}
