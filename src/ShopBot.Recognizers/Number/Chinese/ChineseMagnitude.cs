namespace Microsoft.Recognizers.Text.Number.Chinese;

/// <summary>A number without sign or point: 两千三百五, 5万4千6百, 二〇二六, 四十九兆九千亿, 12.</summary>
/// <param name="End">Index after the last character.</param>
/// <param name="Parts">Characters or digit groups it was read from; one alone needs a look at what stands around it.</param>
/// <param name="Kind">Decimal for digits with decimals that no unit made whole.</param>
internal readonly record struct ChineseMagnitude(int Start, int End, double Value, int Parts, bool HasDigits, AmountKind Kind)
{
    /// <summary>Reads the longest magnitude that starts here; blanks between its parts belong to it.</summary>
    /// <param name="end">Where to look on: behind what was read, also when it turned out to be no number.</param>
    public static bool TryRead(in Utterance text, int start, out ChineseMagnitude magnitude, out int end)
    {
        if (TryReadRow(text, start, out magnitude, out end))
            return magnitude.Parts > 0;

        var reader = new Reader(text, start);
        return reader.Read(out magnitude, out end);
    }

    /// <summary>Digits said one by one, as years and telephone numbers are; two of them ("三四个", "九九") mean something else.</summary>
    private static bool TryReadRow(in Utterance text, int start, out ChineseMagnitude magnitude, out int end)
    {
        (magnitude, end) = (default, start);
        var (value, hasZero) = (0d, false);
        while (ChineseNumerals.Digit(text[end]) is >= 0 and var digit && end - start < 300)
        {
            hasZero |= digit == 0;
            value = (value * 10) + digit;
            end++;
        }

        var length = end - start;
        var followedByUnit = ChineseNumerals.SmallUnit(text[end]) > 0 || ChineseNumerals.LargeUnit(text[end]) > 0;
        if (length < 2 || (length == 2 && followedByUnit && ChineseNumerals.Digit(text[start]) == 0))
            return false;
        if (length == 2 && (!hasZero || ChineseNumerals.IsCounting(text[start])))
        {
            // About so many ("三四十个") or a name: no number, and its unit with it.
            while (ChineseNumerals.SmallUnit(text[end]) > 0 || ChineseNumerals.LargeUnit(text[end]) > 0)
                end++;
            return true;
        }

        if (followedByUnit || !double.IsFinite(value))
            return true;
        magnitude = new(start, end, value, length, false, AmountKind.Integer);
        return true;
    }

    private ref struct Reader(Utterance text, int start)
    {
        private readonly Utterance _text = text;
        private readonly int _start = start;
        private double _total, _section, _coefficient, _largeUnit, _lastUnit = 1;
        private int _smallUnit = 10_000, _parts, _end = start;
        private bool _hasCoefficient, _isDigitGroup, _afterZero, _hasDigits, _isDecimal;

        /// <summary>A fraction or power in digits, which nothing can be added to; Integer when there is none.</summary>
        private AmountKind _closed;

        private readonly bool IsClosed => _closed != AmountKind.Integer;

        public bool Read(out ChineseMagnitude magnitude, out int end)
        {
            while (TryReadPart(_parts == 0 ? _end : _text.SkipSpaces(_end)))
                _parts++;

            if (IsAboutSoMany())
            {
                magnitude = default;
                end = SkipDigitsAndUnits();
                return false;
            }

            var value = _total + _section + Tail();
            end = Math.Max(_end, _start + 1);
            var isWhole = double.IsInteger(value) && !(_parts == 1 && _isDecimal);
            var kind = IsClosed ? _closed : isWhole ? AmountKind.Integer : AmountKind.Decimal;
            magnitude = new(_start, _end, value, _parts, _hasDigits, kind);
            return _parts > 0 && double.IsFinite(value);
        }

        /// <summary>十三四, 三千五六百: the second digit makes it a guess.</summary>
        private readonly bool IsAboutSoMany() =>
            _parts > 1 && _hasCoefficient && !_isDigitGroup && ChineseNumerals.Digit(_text[_end]) > 0 && !ChineseNumerals.IsCounting(_text[_end]);

        private readonly int SkipDigitsAndUnits()
        {
            var position = _end;
            while (ChineseNumerals.Digit(_text[position]) >= 0 || ChineseNumerals.SmallUnit(_text[position]) > 0 || ChineseNumerals.LargeUnit(_text[position]) > 0)
                position++;
            return position;
        }

        /// <summary>The 五 of 二百五 stands for fifty, that of 二百零五 for five.</summary>
        private readonly double Tail()
        {
            if (!_hasCoefficient)
                return 0;
            return _afterZero || _lastUnit <= 10 || (_isDigitGroup && _coefficient >= 10) ? _coefficient : _coefficient * _lastUnit / 10;
        }

        private bool TryReadPart(int position)
        {
            if (IsClosed)
                return false;
            var c = _text[position];
            if (Utterance.IsDigit(c) || c == '.')
                return TryReadDigits(position);
            if (ChineseNumerals.Digit(c) is >= 0 and var digit)
                return TryReadDigit(position, digit);
            if (ChineseNumerals.Tens(c) is > 0 and var tens)
                return TryReadTens(position, tens);
            if (ChineseNumerals.SmallUnit(c) is > 0 and var unit)
                return TryReadSmallUnit(position, unit);
            if (ChineseNumerals.LargeUnit(c) is > 0 and var large)
                return TryReadLargeUnit(position, large);
            return _parts > 0 && ChineseNumerals.IsAndSome(c) && TrySkipAndSome(position);
        }

        private bool TryReadDigits(int position)
        {
            if (_hasCoefficient || !(_parts == 0 || _end == position || _lastUnit > 1) || !DigitReader.CanStart(_text, position) ||
                !DigitReader.TryRead(_text, position, commaDecimals: false, out var end, out var value, out var kind))
                return false;
            if (kind is AmountKind.Fraction or AmountKind.Power)
            {
                if (_parts > 0)
                    return false;
                _closed = kind;
            }

            _isDecimal = kind == AmountKind.Decimal;
            (_coefficient, _hasCoefficient, _isDigitGroup, _hasDigits, _end) = (value, true, true, true, end);
            return true;
        }

        private bool TryReadDigit(int position, int digit)
        {
            if (_hasCoefficient)
                return false;
            if (digit == 0)
                _afterZero = true;
            else
                (_coefficient, _hasCoefficient, _isDigitGroup) = (digit, true, false);
            _end = position + 1;
            return true;
        }

        private bool TryReadTens(int position, int tens)
        {
            if (_hasCoefficient || _smallUnit <= 10)
                return false;
            _section += tens * 10;
            (_smallUnit, _lastUnit, _afterZero, _end) = (10, 10, false, position + 1);
            return true;
        }

        private bool TryReadSmallUnit(int position, int unit)
        {
            if (unit >= _smallUnit)
                return false;

            // 十二, 零十; but 百 and 千 need a digit in front, or one behind that makes them a number (千三).
            if (!_hasCoefficient && unit != 10 && (_parts > 0 || ChineseNumerals.Digit(_text[position + 1]) <= 0))
                return false;
            _section += (_hasCoefficient ? _coefficient : 1) * unit;
            (_hasCoefficient, _afterZero, _smallUnit, _lastUnit, _end) = (false, false, unit, unit, position + 1);
            return true;
        }

        private bool TryReadLargeUnit(int position, double unit)
        {
            var section = _section + (_smallUnit < 10_000 ? Tail() : _hasCoefficient ? _coefficient : 0);
            if (section == 0 && _total == 0)
                return false;

            // 二十万亿: what stands before is counted in the larger unit.
            _total = unit >= _largeUnit && _largeUnit > 0 ? (_total + section) * unit : _total + (section * unit);
            (_section, _hasCoefficient, _afterZero, _smallUnit) = (0, false, false, 10_000);
            (_largeUnit, _lastUnit, _end) = (unit, unit, position + 1);
            return true;
        }

        private bool TrySkipAndSome(int position)
        {
            var next = _text.SkipSpaces(position + 1);
            if (_hasCoefficient && !_isDigitGroup || ChineseNumerals.LargeUnit(_text[next]) == 0)
                return false;
            _end = position + 1;
            return true;
        }
    }
}
