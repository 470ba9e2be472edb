using System.Text;

namespace ShopBot.Shops.Customers;

/// <summary>Phone numbers as people type them, and as they are stored and shown.</summary>
public static class PhoneNumbers
{
    /// <summary>Longer texts are something else; E.164 has 15 digits at the most.</summary>
    private const int LongestTyped = 40, MaxDigits = 15;

    /// <summary>A mobile number of China, a landline with area code, or an international number with its +.</summary>
    /// <returns>13812345678, 010-62345678 style digits without separators, or +4420…; null where it is none of these.</returns>
    public static string? Read(string typed)
    {
        if (typed.Length > LongestTyped)
            return null;
        var digits = new StringBuilder(MaxDigits + 1);
        foreach (var typedChar in typed.Trim())
        {
            var c = Narrow(typedChar);
            if (char.IsAsciiDigit(c))
                digits.Append(c);
            else if (c == '+' && digits.Length == 0)
                digits.Append(c);
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '/'))
                return null;
        }

        var number = digits.ToString();
        if (number.StartsWith("+86", StringComparison.Ordinal))
            number = number[3..];
        else if (number.StartsWith("0086", StringComparison.Ordinal))
            number = number[4..];
        else if (number is ['8', '6', '1', ..] && number.Length == 13)
            number = number[2..];
        return number switch
        {
            ['+', >= '1' and <= '9', ..] when number.Length is >= 8 and <= MaxDigits + 1 => number,
            ['1', >= '3' and <= '9', ..] when number.Length == 11 => number,
            ['0', >= '1' and <= '9', ..] when number.Length is >= 10 and <= 12 => number,
            ['4' or '8', '0', '0', ..] when number.Length == 10 => number,
            _ => null,
        };
    }

    /// <summary>138****5678: enough for its owner, nothing for a passer-by.</summary>
    public static string Masked(string number)
    {
        if (number.Length < 7)
            return new string('*', number.Length);
        var tail = number.Length < 10 ? 2 : 4;
        var head = number.Length < 10 ? 2 : 3;
        return string.Concat(number.AsSpan(0, head), new string('*', number.Length - head - tail), number.AsSpan(number.Length - tail));
    }

    /// <summary>Full-width digits and signs of Chinese keyboards as their narrow twins.</summary>
    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\u2013' or '\u2014' => '-',
        _ => c,
    };
}
