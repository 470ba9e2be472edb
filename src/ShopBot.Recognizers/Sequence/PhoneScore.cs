namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>How much a row of digits looks like a telephone number.</summary>
/// <remarks>
/// Counted in tenths. What is written like one (country code, area code, groups) gains; what is not (a tail of equal digits,
/// many digits in one go, two long groups, doubled marks) loses.
/// </remarks>
internal static class PhoneScore
{
    private const int Most = 10, Base = 3, CountryCode = 4, AreaCode = 3, PerGroupMark = 2, MostGroupMarks = 3, DoubledMark = 2, UnusualMarks = 4;
    private const int UsualDigits = 8, MostExtraDigits = 3, EqualDigitsAllowed = 2, UnbrokenDigitsAllowed = 11, LongGroup = 5;

    /// <summary>"0", "0.1" … "1".</summary>
    public static string Rate(ReadOnlySpan<char> number) => Math.Clamp(Count(number), 0, Most) switch
    {
        0 => "0",
        Most => "1",
        var tenths => string.Create(3, tenths, static (text, tenths) => (text[0], text[1], text[2]) = ('0', '.', (char)('0' + tenths))),
    };

    private static int Count(ReadOnlySpan<char> number)
    {
        var (digits, marks, longGroups, hasDoubledMark) = (0, 0, 0, false);
        for (var i = 0; i < number.Length;)
        {
            var start = i;
            if (Utterance.IsDigit(number[i]))
            {
                while (i < number.Length && Utterance.IsDigit(number[i]))
                    i++;
                digits += i - start;
                longGroups += i - start >= LongGroup ? 1 : 0;
            }
            else if (IsMark(number[i]))
            {
                while (i < number.Length && IsMark(number[i]))
                    i++;
                marks++;
                hasDoubledMark |= i - start > 1;
            }
            else
            {
                i++;
            }
        }

        var score = Base + Math.Min(digits - UsualDigits, MostExtraDigits) + (PerGroupMark * Math.Min(marks, MostGroupMarks));
        if (number[0] == '+' || number.StartsWith("00") || number.StartsWith("(+") || number.StartsWith("(00"))
            score += CountryCode;
        else if (number.Contains('('))
            score += AreaCode;
        if (hasDoubledMark)
            score -= DoubledMark;
        if (longGroups > 1)
            score -= longGroups - 1;
        if (digits == number.Length && digits > UnbrokenDigitsAllowed)
            score -= digits - UnbrokenDigitsAllowed;
        if (EqualTail(number) is > EqualDigitsAllowed and var equal)
            score -= equal - EqualDigitsAllowed;

        // A bracketed area code with points, and a number as dialled out of North America.
        if (number.Contains(").", StringComparison.Ordinal) || number.StartsWith("011-"))
            score -= UnusualMarks;
        return score;
    }

    private static bool IsMark(char c) => c is ' ' or '\u00A0' or '-' or '/' or '.';

    private static int EqualTail(ReadOnlySpan<char> number)
    {
        var length = 1;
        while (length < number.Length && number[^(length + 1)] == number[^1])
            length++;
        return length;
    }
}
