using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.Number.Chinese;
using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>Joins units and the numbers between them to amounts.</summary>
/// <remarks>Units cut the text; the number reader only sees the pieces between them, each once. So "115USD" and 一美元 need no rule of their own.</remarks>
internal ref struct MoneyScanner
{
    private const int MostBlanks = 3;
    private readonly Utterance _text;
    private readonly bool _isChinese;
    private UnitScanner _units;
    private UnitMatch _unit, _next;
    private bool _hasNext;

    /// <summary>The numbers before and behind the unit.</summary>
    private Numbers _left, _right;

    /// <summary>What stands before this belongs to an amount already.</summary>
    private int _used;

    public MoneyScanner(Utterance text, bool isChinese)
    {
        _text = text;
        _isChinese = isChinese;
        _units = new UnitScanner(text, isChinese);
        _hasNext = _units.TryNext(out _next);
        if (_hasNext)
            _right = ReadNumbers(0, _next.Start);
    }

    public bool TryNext(out Money money)
    {
        while (Advance())
        {
            if (TryReadUnitBehind(out money))
            {
                AddParts(ref money, numberIsBehind: false);
            }
            else if (TryReadUnitBefore(out money))
            {
                AddParts(ref money, numberIsBehind: true);
            }
            else if (_units.StandsAlone(_unit))
            {
                money = new(_unit.Start, _unit.End, null, _unit.Unit);
            }
            else
            {
                continue;
            }

            _used = money.End;
            return true;
        }

        money = default;
        return false;
    }

    private bool Advance()
    {
        if (!_hasNext)
            return false;
        (_unit, _left) = (_next, _right);
        _hasNext = _units.TryNext(out _next);
        _right = ReadNumbers(_unit.End, _hasNext ? _next.Start : _text.Length);
        return true;
    }

    /// <summary>"5 dollars", 五元; not the 1 of "1 $10 note".</summary>
    private bool TryReadUnitBehind(out Money money)
    {
        money = default;
        var number = _left.Last;
        if (_left.Count == 0 || number.Start < _used || !IsAdjacent(number.End, _unit.Start))
            return false;
        if (_unit.Word.Use.HasFlag(WordUse.Before) && number.End < _unit.Start && _right.Count > 0 && _right.First.Start == _unit.End)
            return false;
        if (_isChinese && _unit.Unit.Name == "Fen" && _unit.End - _unit.Start == 1)
            return false; // minutes, points or a share; money only behind 元 and 角

        money = new(number.Start, _unit.End, number.Value * _unit.Word.Scale, _unit.Unit);
        if (_right.Count > 0 && IsAdjacent(_unit.End, _right.First.Start) &&
            EnglishWords.Find(_text.Text[_right.First.Start.._right.First.End]) is { Role: WordRole.Scale, IsOrdinal: false, IsPlural: false } scale)
            money = money with { End = _right.First.End, Value = money.Value * scale.Value }; // 75 USD million
        else if (_isChinese && _hasNext && _next.Start == _unit.End && _next.Unit == _unit.Unit)
            money = money with { End = MoveToNext() }; // 元人民币
        return true;
    }

    /// <summary>"$5", "EUR 5", 人民币五元.</summary>
    private bool TryReadUnitBefore(out Money money)
    {
        money = default;
        if (!_unit.Word.Use.HasFlag(WordUse.Before) || _text[_unit.End] == '-')
            return false;
        if (!ShortScale.TryRead(_text, _unit.End, out var number) || (_hasNext && number.End > _next.Start))
            number = _right.First;
        if (number.End == 0 || !IsAdjacent(_unit.End, number.Start))
            return false;
        money = new(_unit.Start, number.End, number.Value * _unit.Word.Scale, _unit.Unit);
        if (_isChinese && _hasNext && _next.Start == number.End && (_next.Unit == _unit.Unit || _next.Unit.IsoCode == "CNY") && !_next.Word.Use.HasFlag(WordUse.Before))
            money = money with { End = MoveToNext() };
        return true;
    }

    private int MoveToNext()
    {
        Advance();
        return _unit.End;
    }

    /// <summary>"and 45 cents", 三毛二分, and what is said without its part: "and 15", 三块五.</summary>
    private void AddParts(ref Money money, bool numberIsBehind)
    {
        var (whole, per) = (money.Unit, 1);
        while (money.Value is { } value && (per > 1 || double.IsInteger(value)))
        {
            // The first number behind a sign is the amount itself.
            var isSecond = numberIsBehind && _right.Count > 0 && _right.First.End <= money.End;
            if (_right.Count < (isSecond ? 2 : 1))
                break;
            var number = isSecond ? _right.Second : _right.First;
            if (number.Start < money.End || !TryReadJoint(money.End, number.Start, out var hasAnd))
                break;

            if (_hasNext && IsAdjacent(number.End, _next.Start))
            {
                var count = whole.CountOf(_next.Unit);
                if (count <= per || number.Value < 0 || number.Value >= count)
                    break;
                money = money with { End = _next.End, Value = value + (number.Value / count) };
                (per, numberIsBehind) = (count, false);
                Advance();
                continue;
            }

            if (_isChinese)
                AddBareChinese(ref money, number, per);
            else if ((hasAnd || !isSecond) && per == 1)
                AddBareEnglish(ref money, number, hasAnd);
            break;
        }

        if (_isChinese && IsColloquial() && _text[money.End] == '半' && money.End == _unit.End && ChineseCurrencyNames.EndsThere(_text[money.End + 1]))
            money = money with { End = money.End + 1, Value = money.Value + (0.5 / per) };
    }

    private readonly void AddBareEnglish(ref Money money, in Amount number, bool hasAnd)
    {
        var isPart = number is { Kind: AmountKind.Integer, Value: > 0 and < 100 } || (hasAnd && number is { Kind: AmountKind.Fraction, Value: > 0 and < 1 });
        if (!isPart || money.Unit.Parts.Count == 0 || !EndsSentence(number.End) || FollowsBetween(money.Start))
            return;
        money = money with { End = number.End, Value = money.Value + (number.Kind == AmountKind.Integer ? number.Value / 100 : number.Value) };
    }

    private readonly void AddBareChinese(ref Money money, in Amount number, int per)
    {
        if (!IsColloquial() || number.Start != _unit.End || number.Kind != AmountKind.Integer || !ChineseCurrencyNames.EndsThere(_text[number.End]))
            return;
        var afterZero = number.End - number.Start == 2 && _text[number.Start] is '零' or '〇';
        if (number.Value is >= 1 and <= 9 && (afterZero || number.End - number.Start == 1))
            money = money with { End = number.End, Value = money.Value + (number.Value / (afterZero ? 100 : per * 10)) };
    }

    private readonly bool IsColloquial() => _text.Text[_unit.Start.._unit.End] is "块" or "塊" or "毛" or "角";

    /// <summary>What may stand between whole and part: blanks, "and", 又, 零.</summary>
    private readonly bool TryReadJoint(int start, int end, out bool hasAnd)
    {
        hasAnd = false;
        if (end - start > 8)
            return false;
        var between = _text.Text[start..end].Trim();
        hasAnd = between is "and" or "&" or "又" or "零";
        return hasAnd || (between.IsEmpty && end - start <= MostBlanks);
    }

    private readonly bool EndsSentence(int position)
    {
        var after = _text.SkipSpaces(position);
        return !(char.IsLetterOrDigit(_text[after]) || _text[after] is '%' or '-' or '/' or '$' or '€' or '£' or '¥') ||
               (after > position && _text.Text[after..].StartsWith("and ", StringComparison.Ordinal));
    }

    private readonly bool FollowsBetween(int start) => _text.Text[..start].TrimEnd().EndsWith("between", StringComparison.Ordinal);

    /// <summary>Nothing but a few blanks between a number and its unit, or the hyphen of "5-dollar".</summary>
    private readonly bool IsAdjacent(int start, int end)
    {
        if (end < start || end - start > MostBlanks)
            return false;
        return end == start || _text.Text[start..end] is "-" || _text.Text[start..end].IndexOfAnyExcept(' ', '\u00A0') < 0;
    }

    private readonly Numbers ReadNumbers(int start, int end)
    {
        var numbers = default(Numbers);
        var scale = ShortScale.TimesAtEnd(_text, start, end, out var scaleStart);
        var piece = new Utterance(_text.Typed[start..scaleStart], _text.Text[start..scaleStart]);
        if (_isChinese)
        {
            var reader = new ChineseNumbers(piece);
            while (reader.TryNext(out var number))
                numbers.Add(number, start);
        }
        else
        {
            var reader = new EnglishNumbers(piece);
            while (reader.TryNext(out var number))
                numbers.Add(number, start);
        }

        if (scale > 1 && numbers.Count > 0 && IsAdjacent(numbers.Last.End, scaleStart))
            numbers.ScaleLast(scale, end);
        return numbers;
    }

    /// <summary>The numbers of one piece of text that matter: the first two and the last.</summary>
    private struct Numbers
    {
        public int Count;
        public Amount First, Second, Last;

        public void Add(in Amount number, int offset)
        {
            Last = number with { Start = number.Start + offset, End = number.End + offset };
            if (Count == 0)
                First = Last;
            else if (Count == 1)
                Second = Last;
            Count++;
        }

        public void ScaleLast(double times, int end)
        {
            Last = Last with { End = end, Value = Last.Value * times };
            if (Count == 1)
                First = Last;
            else if (Count == 2)
                Second = Last;
        }
    }
}
