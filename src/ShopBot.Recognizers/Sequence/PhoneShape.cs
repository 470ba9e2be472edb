namespace Microsoft.Recognizers.Text.Sequence;

/// <summary>Which groupings of digits are telephone numbers, of any country, and which are something else.</summary>
internal static class PhoneShape
{
    private const int FewestDigits = 8, MostDigits = 13, FewestWithZero = 6, MostInternational = 17, MostUnbrokenInternational = 15, FewestInternational = 8;

    /// <summary>138…: a Chinese mobile number is one whatever stands beside it.</summary>
    public static bool IsMobile(ReadOnlySpan<DigitGroup> groups) =>
        groups[0] is { FirstDigit: '1', SecondDigit: >= '3' and <= '9', InBrackets: false, HasPlus: false } && CountDigits(groups) == 11;

    public static bool IsTelephone(ReadOnlySpan<DigitGroup> groups)
    {
        var first = groups[0];
        var digits = CountDigits(groups);
        var dialsOut = first is { FirstDigit: '0', SecondDigit: '0' } || (first is { FirstDigit: '0', SecondDigit: '1', Digits: 3 } && digits > MostDigits);
        if (first.HasPlus || dialsOut)
        {
            return digits >= FewestInternational && digits <= (groups.Length == 1 ? MostUnbrokenInternational : MostInternational) &&
                   !(first.HasPlus && IsInPairs(groups)) && CountSingles(groups[1..]) <= 2;
        }

        if (first is { FirstDigit: '0', InBrackets: false } && digits is >= FewestWithZero and < FewestDigits)
            return groups.Length == 1 || (groups.Length == 2 && groups[1].Digits >= 4 && groups[1].Mark != '.');
        return digits is >= FewestDigits and <= MostDigits && HasUsualSingles(groups) && !IsOneDecimal(groups) && !IsDate(groups) && !IsSocialSecurity(groups) && !IsAddress(groups);
    }

    /// <summary>16-04-2010, 2010/4/16.</summary>
    public static bool IsDate(ReadOnlySpan<DigitGroup> groups)
    {
        if (groups.Length == 2)
            return IsYear(groups[0]) && IsYear(groups[1]);
        if (groups.Length != 3 || groups[1].Mark != groups[2].Mark)
            return false;
        var yearFirst = IsYear(groups[0]) && groups[1].Digits <= 2 && groups[2].Digits <= 2;
        return yearFirst || (groups[1].Mark != ' ' && groups[0].Digits <= 2 && groups[1].Digits <= 2 && groups[2].Digits == 4);
    }

    /// <summary>Four groups of four, or as the cards with fewer digits are printed.</summary>
    public static bool IsPaymentCard(ReadOnlySpan<DigitGroup> groups)
    {
        if (groups[0] is not { HasPlus: false, InBrackets: false, Digits: 4, FirstDigit: >= '2' and <= '6' })
            return false;
        return groups.Length switch
        {
            4 => groups[1].Digits == 4 && groups[2].Digits == 4 && groups[3].Digits is 3 or 4,
            3 => groups[1].Digits == 6 && groups[2].Digits is 4 or 5,
            _ => false,
        };
    }

    public static int CountDigits(ReadOnlySpan<DigitGroup> groups)
    {
        var digits = 0;
        foreach (var group in groups)
            digits += group.Digits;
        return digits;
    }

    private static bool IsYear(in DigitGroup group) => group is { Digits: 4, FirstDigit: '1', SecondDigit: '9' } or { Digits: 4, FirstDigit: '2', SecondDigit: '0' };

    /// <summary>Groups of one digit are a country's or trunk's at the start; further on they are a count of something.</summary>
    private static bool HasUsualSingles(ReadOnlySpan<DigitGroup> groups)
    {
        if (groups[0] is { Digits: 1, FirstDigit: not ('0' or '1' or '7' or '8') })
            return false;
        return groups.Length == 1 || (groups[^1].Digits > 1 && CountSingles(groups[1..]) <= 1);
    }

    private static int CountSingles(ReadOnlySpan<DigitGroup> groups)
    {
        var singles = 0;
        foreach (var group in groups)
            singles += group.Digits == 1 ? 1 : 0;
        return singles;
    }

    private static bool IsOneDecimal(ReadOnlySpan<DigitGroup> groups) => groups.Length == 2 && groups[1].Mark == '.';

    private static bool IsSocialSecurity(ReadOnlySpan<DigitGroup> groups) =>
        groups.Length == 3 && groups[1].Mark == '-' && groups[2].Mark == '-' && (groups[0].Digits, groups[1].Digits, groups[2].Digits) == (3, 2, 4);

    /// <summary>192.168.100.1</summary>
    private static bool IsAddress(ReadOnlySpan<DigitGroup> groups)
    {
        if (groups.Length != 4)
            return false;
        for (var i = 0; i < 4; i++)
        {
            if (groups[i].Digits > 3 || (i > 0 && groups[i].Mark != '.'))
                return false;
        }

        return true;
    }

    /// <summary>+45-12-34-56-78: a code and pairs all hyphened alike are a serial number; with a blank behind the code they are not.</summary>
    private static bool IsInPairs(ReadOnlySpan<DigitGroup> groups)
    {
        foreach (var group in groups[1..])
        {
            if (group is not { Digits: 2, Mark: '-' })
                return false;
        }

        return groups.Length > 1 && !groups[0].InBrackets;
    }
}
