namespace Microsoft.Recognizers.Text.Number.Chinese;

/// <summary>Finds the numbers of a Chinese text, from left to right.</summary>
internal ref struct ChineseNumbers(Utterance text)
{
    private readonly Utterance _text = text;
    private int _position;

    public bool TryNext(out Amount amount)
    {
        while (_position < _text.Length)
        {
            var start = _position;
            if (TryReadSigned(start, out amount, out _position))
                return true;
            _position = Math.Max(_position, start + 1);
        }

        amount = default;
        return false;
    }

    private readonly bool TryReadSigned(int start, out Amount amount, out int end)
    {
        (amount, end) = (default, start + 1);
        var c = _text[start];
        if (c == '第')
        {
            // A place, not a number.
            ChineseMagnitude.TryRead(_text, _text.SkipSpaces(start + 1), out _, out end);
            return false;
        }

        if (ChineseHalves.TryRead(_text, start, out amount))
        {
            end = amount.End;
            return true;
        }

        var negative = ChineseNumerals.IsNegative(c) || (Utterance.IsDigit(_text[start + 1]) && DigitReader.IsMinus(_text, start));
        var number = negative ? _text.SkipSpaces(start + 1) : start;
        if (!CanStart(number))
        {
            if (!negative && Utterance.IsWordLetter(c))
                end = _text.EndOfWord(start);
            return false;
        }

        if (!TryReadWhole(number, out amount, out end))
            return false;
        if (negative)
            amount = amount with { Start = start, Value = -amount.Value };
        return true;
    }

    private readonly bool CanStart(int position)
    {
        var c = _text[position];
        return DigitReader.CanStart(_text, position) || ChineseNumerals.Digit(c) >= 0 || ChineseNumerals.SmallUnit(c) > 0 || ChineseNumerals.Tens(c) > 0;
    }

    /// <summary>A number with its fraction, its point or its dozen.</summary>
    private readonly bool TryReadWhole(int start, out Amount amount, out int end)
    {
        amount = default;
        if (IsPercent(start, out end) || !TryReadNumber(start, out var whole, out end, out var byItself))
            return false;

        if (TryReadFraction(whole, out amount))
        {
            end = amount.End;
            return true;
        }

        var mixed = _text.SkipSpaces(whole.End);
        if (_text[mixed] == '又' && TryReadNumber(_text.SkipSpaces(mixed + 1), out var lower, out _, out _) && TryReadFraction(lower, out amount))
        {
            amount = amount with { Start = start, Value = whole.Value + amount.Value };
            end = amount.End;
            return true;
        }

        var isNumber = !byItself || ChineseNumerals.IsNumberByItself(_text, start);
        if (ChineseNumerals.IsDozen(_text, whole.End))
            whole = whole with { End = whole.End + 1, Value = whole.Value * 12 };
        amount = isNumber ? ChineseHalves.Extend(_text, whole) : whole;
        end = amount.End;
        return isNumber;
    }

    /// <summary>Of 百分之五 only 五 is the number.</summary>
    private readonly bool IsPercent(int start, out int end)
    {
        end = start;
        if (ChineseNumerals.SmallUnit(_text[start]) < 100 || !TryReadParts(start + 1, out var behind))
            return false;
        end = behind;
        return true;
    }

    private readonly bool TryReadNumber(int start, out Amount number, out int end, out bool byItself)
    {
        (number, byItself) = (default, false);
        if (!ChineseMagnitude.TryRead(_text, start, out var magnitude, out end))
            return false;

        byItself = magnitude is { Parts: 1, HasDigits: false };
        number = new(start, magnitude.End, magnitude.Value, magnitude.Kind);
        if (!magnitude.HasDigits && TryReadPoint(magnitude.End, out var decimals, out var after))
        {
            byItself = false;
            number = number with { End = after, Value = magnitude.Value + decimals, Kind = AmountKind.Decimal };
            if (ChineseNumerals.LargeUnit(_text[after]) is > 0 and var unit)
                number = number with { End = after + 1, Value = number.Value * unit };
        }

        end = number.End;
        return true;
    }

    /// <summary>点五, 点零五零; not the minutes of 三点五十分.</summary>
    private readonly bool TryReadPoint(int point, out double decimals, out int end)
    {
        (decimals, end) = (0, point);
        if (_text[point] is not ('点' or '點'))
            return false;

        var place = 1d;
        end = point + 1;
        while (ChineseNumerals.Digit(_text[end]) is >= 0 and var digit && !ChineseNumerals.IsCounting(_text[end]))
        {
            place /= 10;
            decimals += digit * place;
            end++;
        }

        return end > point + 1 && ChineseNumerals.SmallUnit(_text[end]) == 0;
    }

    /// <summary>The rest of 五分之一, where the five was read.</summary>
    private readonly bool TryReadFraction(in Amount lower, out Amount amount)
    {
        amount = default;
        if (lower.Value == 0 || !TryReadParts(lower.End, out var position))
            return false;

        var start = _text.SkipSpaces(position);
        var negative = ChineseNumerals.IsNegative(_text[start]);
        if (negative)
            start = _text.SkipSpaces(start + 1);
        if (!CanStart(start) || !TryReadNumber(start, out var upper, out var end, out _))
            return false;
        amount = new(lower.Start, end, (negative ? -upper.Value : upper.Value) / lower.Value, AmountKind.Fraction);
        return true;
    }

    private readonly bool TryReadParts(int position, out int end)
    {
        var part = _text.SkipSpaces(position);
        end = _text.SkipSpaces(part + 1);
        if (_text[part] != '分' || _text[end] != '之')
            return false;
        end++;
        return true;
    }
}
