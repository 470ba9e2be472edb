namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>How long: 半小时, 两个半小时, 一年又三个月, 8天20时.</summary>
internal sealed partial class ChineseGrammar
{
    private const int MostParts = 8;
    private const double AFew = 3;

    private When? Duration(int i) => PlainDuration(i);

    private When? PlainDuration(int i) => _lengthAt.At(i);

    private When? ReadDuration(int i)
    {
        if (!TryAmount(i, isFirst: true, out var length, out var next))
            return null;
        for (var parts = 1; parts < MostParts; parts++)
        {
            var more = _tokens.IsSymbol(next, ',') ? next + 1 : next;
            more = Skip(Skip(more, "多", "余", "餘"), "又", "零", "余", "餘", "和");
            if (!TryAmount(more, isFirst: false, out var part, out var after))
                break;
            (length, next) = (length.Plus(part), after);
        }

        return new When { From = i, To = next, Kind = Kind.Duration, Length = length, Timex = length.Timex };
    }

    /// <summary>两三天: two digits in a row without a unit are a guess.</summary>
    private bool IsAbout(int i) => _tokens.Has(i, Role.Cardinal) && _tokens[i].Digits is 2 or 3;

    private bool TryAmount(int i, bool isFirst, out Length length, out int next)
    {
        (length, next) = (default, i);
        double count;
        if (_tokens.Is(i, "半"))
        {
            (count, next) = (0.5, Skip(i + 1, "个", "個"));
        }
        else if (_tokens.IsAny(i, "几", "幾", "数", "數"))
        {
            if (_tokens.IsAttached(i) && _tokens.Has(i - 1, Role.Cardinal | Role.Digits))
                return false; // 十几天
            (count, next) = (AFew, Skip(i + 1, "个", "個"));
        }
        else
        {
            if (!TryNumber(i, out var whole) || !StandsFree(i) || IsAbout(i))
                return false;
            (count, next) = (whole, i + 1);
            if (_tokens.Has(i, Role.Digits) && _tokens.IsSymbol(next, '.') && _tokens.IsAttached(next + 1) && _tokens[next + 1].Digits is > 0 and < 7 && _tokens.Has(next + 1, Role.Digits))
            {
                count += _tokens[next + 1].Number / Math.Pow(10, _tokens[next + 1].Digits);
                next += 2;
            }

            var hasCounter = _tokens.IsAny(next, "个", "個");
            next = Skip(next, "个", "個");
            if (_tokens.Is(next, "半"))
                (count, next) = (count + 0.5, next + 1);
            if (_tokens.Is(next, "月") && !hasCounter)
                return false; // 三月 is March
        }

        if (_tokens.IsAny(next, "刻钟", "刻鐘"))
        {
            (length, next) = (new(Minutes: count * 15), next + 1);
            return true;
        }

        if (_tokens.Is(next, "周末"))
            return false;
        var unit = _tokens[next].Has(Role.Unit) ? _tokens[next].Unit : !isFirst && _tokens.IsAny(next, "时", "時") ? Unit.Hour : Unit.None;
        var isClock = _tokens.Is(next, "分") && isFirst;
        var isYear = unit == Unit.Year && _tokens.Has(i, Role.Digits | Role.Cardinal) && _tokens[i].Digits == 4;
        if (unit is Unit.None or Unit.Decade or Unit.Century or Unit.Weekend || isClock || isYear || count <= 0 || (unit == Unit.Year && _tokens.IsSymbol(next + 1, '份')))
            return false;
        next++;
        if (_tokens.Is(next, "半") && unit is Unit.Year or Unit.Day)
            (count, next) = (count + 0.5, next + 1);
        length = Length.Of(count, unit);
        return true;
    }
}
