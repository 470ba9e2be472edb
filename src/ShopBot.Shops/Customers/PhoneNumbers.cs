using System.Text;

namespace ShopBot.Shops.Customers;

/// <summary>Phone numbers as people type them, and as they are stored and shown.</summary>
public static class PhoneNumbers
{
    /// <summary>Longer texts are something else.</summary>
    private const int LongestTyped = 40;

    /// <summary>Of a number with its country, by E.164.</summary>
    private const int MaxDigits = 15;

    /// <summary>A mobile number of China, a landline with its area code, a 400 or 800 number, or one of abroad with its + or 00.</summary>
    /// <param name="typed">Any text; digits narrow or full-width.</param>
    /// <returns>Without separators: 13812345678, 01062345678, 4008208820, +442079460000; null where it is none of these.</returns>
    public static string? Read(string typed) => Digits(typed) switch
    {
        null => null,
        ['+', '8', '6', .. var rest] => OfChina(rest) ?? OfChina("0" + rest),
        ['0', '0', '8', '6', .. var rest] => OfChina(rest) ?? OfChina("0" + rest),
        ['8', '6', '1', .. { Length: 10 }] and [_, _, .. var mobile] => OfChina(mobile),
        ['+', .. var rest] => Abroad(rest),
        ['0', '0', .. var rest] => Abroad(rest),
        var number => OfChina(number),
    };

    /// <summary>138****5678: enough for its owner, nothing for a passer-by.</summary>
    public static string Masked(string number)
    {
        if (number.Length < 7)
            return new string('*', number.Length);
        var tail = number.Length < 10 ? 2 : 4;
        var head = number.Length < 10 ? 2 : 3;
        return string.Concat(number.AsSpan(0, head), new string('*', number.Length - head - tail), number.AsSpan(number.Length - tail));
    }

    /// <summary>The digits, after a + where the text begins with one; null where there is anything but digits and what people put between them.</summary>
    private static string? Digits(string typed)
    {
        if (typed.Length > LongestTyped)
            return null;
        var digits = new StringBuilder(LongestTyped);
        foreach (var typedChar in typed.Trim())
        {
            var c = Narrow(typedChar);
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
                digits.Append(c);
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '/'))
                return null;
        }

        return digits.ToString();
    }

    private static string? OfChina(string number) => number switch
    {
        ['1', >= '3' and <= '9', ..] when number.Length == 11 => number,
        // The 0 once dialled before mobiles of other cities.
        ['0', '1', >= '3' and <= '9', ..] when number.Length == 12 => number[1..],
        ['0', '1', '0', ..] or ['0', '2', ..] when number.Length == 11 => number,
        ['0', >= '3' and <= '9', ..] when number.Length is 11 or 12 => number,
        ['4' or '8', '0', '0', ..] when number.Length == 10 => number,
        _ => null,
    };

    private static string? Abroad(string number) => number is [>= '1' and <= '9', ..] && number.Length is >= 8 and <= MaxDigits ? "+" + number : null;

    /// <summary>Full-width digits and signs of Chinese keyboards as their narrow twins.</summary>
    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\u2013' or '\u2014' => '-',
        _ => c,
    };
}
