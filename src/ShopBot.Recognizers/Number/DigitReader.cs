using System.Globalization;

namespace Microsoft.Recognizers.Text.Number;

/// <summary>Reads numbers written in digits: 12, 1,234, -4.5, 1e6, 2^8, 3/4, 1½, 10k.</summary>
internal static class DigitReader
{
    // Longer rows of groups are lists, not numbers. Bounded, so that a row of any length is read in linear time.
    private const int MostGroups = 12, MostExponentDigits = 4;

    /// <summary>Whether a number in digits can begin here: not inside a word ("A4") and not at the "5" of "1.5".</summary>
    public static bool CanStart(in Utterance text, int position)
    {
        var c = text[position];
        if (!Utterance.IsDigit(c) && !(c == '.' && Utterance.IsDigit(text[position + 1])) && FractionSign(c) == 0)
            return false;
        var before = text[position - 1];
        return !Utterance.IsDigit(before) && !Utterance.IsWordLetter(before) && before != '_' &&
               !(c == '.' && before == '.');
    }

    /// <summary>Reads the number that starts here, without a sign.</summary>
    /// <param name="commaDecimals">Whether "1,3" is one number and blanks may part thousands; in Chinese texts they are lists.</param>
    /// <returns>False when letters hang on it ("29km", "3rd") or it is beyond measure; <paramref name="end"/> then is behind it.</returns>
    public static bool TryRead(in Utterance text, int start, bool commaDecimals, out int end, out double value, out AmountKind kind)
    {
        kind = AmountKind.Integer;
        if (FractionSign(text[start]) is > 0 and var sign)
        {
            (end, value, kind) = (start + 1, sign, AmountKind.Fraction);
            return true;
        }

        var inRow = Utterance.IsDigit(text[start]) && text[start - 1] is ',' or '.' && Utterance.IsDigit(text[start - 2]);
        end = inRow ? EndOfDigits(text, start) : EndOfGroups(text, start, commaDecimals, out kind);
        value = Parse(text.Text[start..end], kind);

        if (FractionSign(text[end]) is > 0 and var part && kind == AmountKind.Integer)
        {
            (end, value, kind) = (end + 1, value + part, AmountKind.Fraction);
            return true;
        }

        if (!inRow && double.IsFinite(value) && TryReadPower(text, ref end, ref value))
            kind = AmountKind.Power;
        else if (!inRow && kind == AmountKind.Integer)
            ReadSlash(text, start, ref end, ref value, ref kind);

        if (kind is AmountKind.Integer or AmountKind.Decimal && Multiplier(text, end, out var behind) is > 1 and var times)
        {
            (end, value) = (behind, value * times);
            kind = double.IsInteger(value) ? AmountKind.Integer : AmountKind.Decimal;
            return true;
        }

        if (!Utterance.IsWordLetter(text[end]) && text[end] != '_')
            return double.IsFinite(value);
        end = text.EndOfWord(end);
        return false;
    }

    public static int EndOfDigits(in Utterance text, int position)
    {
        while (Utterance.IsDigit(text[position]))
            position++;
        return position;
    }

    /// <summary>The sign of a number: "-" right before it, unless that parts two things ("5-3", "--9").</summary>
    public static bool IsMinus(in Utterance text, int position)
    {
        if (text[position] is not ('-' or '\u2212'))
            return false;
        var before = position - 1;
        while (before >= 0 && text[before] == ' ' && position - before < 4)
            before--;
        var c = text[before];
        return !Utterance.IsDigit(c) && (before < position - 1 || (!Utterance.IsWordLetter(c) && c != '-' && c != ')'));
    }

    private static int EndOfGroups(in Utterance text, int start, bool commaDecimals, out AmountKind kind)
    {
        kind = AmountKind.Integer;
        var first = EndOfDigits(text, start);
        var grouped = EndOfThousands(text, start, first, commaDecimals);

        // Points part thousands only where a decimal comma proves it: 1.111,11 but 1.111.
        if (grouped > 0 && text[first] == '.' && !(commaDecimals && text[grouped] == ',' && Utterance.IsDigit(text[grouped + 1])))
            grouped = 0;

        var end = grouped > 0 ? grouped : first;
        var otherMark = grouped > 0 ? text[first] : '\0';
        var mark = text[end];
        if (mark == otherMark || !(mark == '.' || (mark == ',' && commaDecimals)) || !Utterance.IsDigit(text[end + 1]))
            return end;

        var decimals = EndOfDigits(text, end + 1);
        if (text[decimals] is '.' or ',' && Utterance.IsDigit(text[decimals + 1]) && first > start)
            return first; // a list or an address: 22,24,26 and 192.168.1.2
        kind = AmountKind.Decimal;
        return decimals;
    }

    /// <summary>End of "1,234,567", "12,34,567" or "1 234 567"; 0 where the marks do not part thousands.</summary>
    private static int EndOfThousands(in Utterance text, int start, int first, bool blanks)
    {
        var mark = text[first];
        if (first == start || first - start > 3 || !(mark is ',' or '.' || (blanks && mark is ' ' or '\u00A0' or '\u202F')))
            return 0;

        var (end, pairs, threes) = (first, 0, 0);
        while (text[end] == mark && Utterance.IsDigit(text[end + 1]))
        {
            var group = EndOfDigits(text, end + 1);
            var length = group - end - 1;
            if (length == 3)
                threes++;
            else if (length == 2 && threes == 0 && mark == ',')
                pairs++;
            else
                return 0;
            if (pairs + threes > MostGroups)
                return 0;
            end = group;
        }

        return threes == 0 || (pairs > 0 && threes > 1) ? 0 : end;
    }

    private static double Parse(ReadOnlySpan<char> digits, AmountKind kind)
    {
        if (digits.IndexOfAnyExceptInRange('0', '9') < 0)
            return double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

        Span<char> plain = digits.Length <= 256 ? stackalloc char[digits.Length] : new char[digits.Length];
        var length = 0;
        var decimals = kind == AmountKind.Decimal ? digits.LastIndexOfAny('.', ',') : -1;
        for (var i = 0; i < digits.Length; i++)
        {
            if (Utterance.IsDigit(digits[i]))
                plain[length++] = digits[i];
            else if (i == decimals)
                plain[length++] = '.';
        }

        return double.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static bool TryReadPower(in Utterance text, ref int end, ref double value)
    {
        var mark = text[end];
        if (mark is not ('e' or '^'))
            return false;

        var digits = end + 1;
        if (text[digits] is '+' or '-')
            digits++;
        var after = EndOfDigits(text, digits);
        if (after == digits || after - digits > MostExponentDigits || Utterance.IsWordLetter(text[after]))
            return false;

        var exponent = int.Parse(text.Text[digits..after], CultureInfo.InvariantCulture);
        if (text[end + 1] == '-')
            exponent = -exponent;
        var power = mark == '^' ? Math.Pow(value, exponent) : Scale(value, exponent);
        if (!double.IsFinite(power))
            return false;
        (end, value) = (after, power);
        return true;
    }

    private static double Scale(double value, int exponent) =>
        exponent < 0 ? value / Math.Pow(10, -exponent) : value * Math.Pow(10, exponent);

    /// <summary>"3/4" and "2 1/4", but not the parts of a date or path ("1/2/26").</summary>
    private static void ReadSlash(in Utterance text, int start, ref int end, ref double value, ref AmountKind kind)
    {
        if (TryReadFraction(text, start, end, value, out var after, out var fraction))
        {
            (end, value, kind) = (after, fraction, AmountKind.Fraction);
            return;
        }

        var next = end;
        while (text[next] == ' ' && next - end < 4)
            next++;
        if (next == end || !Utterance.IsDigit(text[next]))
            return;
        var upper = EndOfDigits(text, next);
        if (upper - next <= 3 && TryReadFraction(text, next, upper, Parse(text.Text[next..upper], AmountKind.Integer), out after, out fraction))
            (end, value, kind) = (after, value + fraction, AmountKind.Fraction);
    }

    private static bool TryReadFraction(in Utterance text, int start, int end, double upper, out int after, out double value)
    {
        (after, value) = (end, 0);
        if (text[end] != '/' || !Utterance.IsDigit(text[end + 1]) || text[start - 1] == '/' || (text[start - 1] == '-' && !IsMinus(text, start - 1)))
            return false;
        after = EndOfDigits(text, end + 1);
        var lower = Parse(text.Text[(end + 1)..after], AmountKind.Integer);
        if (lower == 0 || text[after] is '/' || Utterance.IsWordLetter(text[after]))
            return false;
        value = upper / lower;
        return double.IsFinite(value);
    }

    /// <summary>k, M, MM, G, B, T behind a number; capitals, apart from k, so that metres and grams stay what they are.</summary>
    private static double Multiplier(in Utterance text, int position, out int end)
    {
        var at = text[position] == ' ' ? position + 1 : position;
        end = at + 1;
        if (at >= text.Length)
            return 1;
        var (times, length) = Folding.HalfWidth(text.Typed[at]) switch
        {
            'k' or 'K' => (1e3, 1),
            'M' => (1e6, end < text.Length && Folding.HalfWidth(text.Typed[end]) == 'M' ? 2 : 1),
            'G' or 'B' => (1e9, 1),
            'T' => (1e12, 1),
            _ => (1, 0),
        };
        end = at + length;
        return Utterance.IsWordLetter(text[end]) || Utterance.IsDigit(text[end]) ? 1 : times;
    }

    private static double FractionSign(char c) => c switch
    {
        '¼' => 1 / 4d, '½' => 1 / 2d, '¾' => 3 / 4d, '⅐' => 1 / 7d, '⅑' => 1 / 9d, '⅒' => 1 / 10d,
        '⅓' => 1 / 3d, '⅔' => 2 / 3d, '⅕' => 1 / 5d, '⅖' => 2 / 5d, '⅗' => 3 / 5d, '⅘' => 4 / 5d,
        '⅙' => 1 / 6d, '⅚' => 5 / 6d, '⅛' => 1 / 8d, '⅜' => 3 / 8d, '⅝' => 5 / 8d, '⅞' => 7 / 8d,
        _ => 0,
    };
}
