namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Days: 2018年5月3日, 下周三, 后天, 29号, 三天前, 中秋节, 正月初一.</summary>
internal sealed partial class ChineseGrammar
{
    private When? Date(int i) => _dateAt.At(i);

    private When? ReadDate(int i)
    {
        var best = WithWeekday(Longest(NamedDate(i), NumericDate(i)));
        best = Longest(best, WeekdayDate(i));
        best = Longest(best, DayWord(i));
        best = Longest(best, CountedDate(i));
        best = Longest(best, HolidayDate(i));
        return Longest(best, WeekdayOfMonth(i));
    }

    /// <summary>10月12号，星期一</summary>
    private When? WithWeekday(When? date)
    {
        if (date is null)
            return null;
        var at = _tokens[date.To].Symbol is ',' or '、' or '(' ? date.To + 1 : date.To;
        if (!_tokens.Has(at, Role.Weekday))
            return date;
        return date with { To = _tokens.IsSymbol(at - 1, '(') ? SkipSymbol(at + 1, ')') : at + 1 };
    }

    /// <summary>2018年, 18年 before a month, 今年, 康熙三年.</summary>
    private bool TryYear(int i, bool allowShort, out int year, out int next, out bool isEra)
    {
        (year, next, isEra) = (0, i + 1, false);
        var token = _tokens[i];
        if (token.Has(Role.Shift) && token.Unit == Unit.Year)
        {
            year = _calendar.Now.Year + token.Shift;
            return year is > 0 and <= 9999;
        }

        if (token.Has(Role.Era))
        {
            var isFirst = _tokens.Is(i + 1, "元");
            var number = 1;
            if ((!isFirst && !TryNumber(i + 1, out number)) || !_tokens.Is(i + 2, "年") || number is < 1 or > 99)
                return false;
            (year, next, isEra) = (ChineseEras.FirstYear(token.Name!) + number - 1, i + 3, true);
            return true;
        }

        if (!TryNumber(i, out year) || !StandsFree(i))
            return false;
        if (!_tokens.Is(next, "年"))
            return false;
        next++;
        if (token.Digits == 4)
            return year is >= FirstYear and <= LastYear;
        year = ReferenceCalendar.FullYear(year);
        return allowShort && token.Digits == 2;
    }

    private bool TryMonth(int i, out int month, out int next, out bool isLunar)
    {
        (next, isLunar) = (i + 1, false);
        if (_tokens.Has(i, Role.Month))
        {
            (month, isLunar) = (_tokens[i].Month, true);
            return true;
        }

        next = i + 2;
        return TryNumber(i, out month) && month is >= 1 and <= 12 && _tokens.IsAny(i + 1, "月", "月份") && _tokens[i].Digits <= 2;
    }

    /// <summary>Year, month and day as far as they were said, but always a day.</summary>
    private When? NamedDate(int i)
    {
        var isLunar = _tokens.IsAny(i, "农历", "農曆", "阴历", "陰曆");
        var at = isLunar ? i + 1 : i;
        var year = 0;
        if (TryYear(at, allowShort: true, out var stated, out var next, out _))
            (year, at) = (stated, Skip(next, "的"));

        int month;
        if (_tokens.Is(at, "大年"))
        {
            (month, isLunar, next) = (1, true, at + 1);
        }
        else if (TryMonth(at, out month, out next, out var isMoonMonth))
        {
            isLunar |= isMoonMonth;
        }
        else if (year == 0 && TryShift(at, out var shift, out next) && _tokens.IsAny(next, "月"))
        {
            var whole = _dates.Shifted(Unit.Month, shift);
            if (whole is null)
                return null;
            (year, month, next) = (whole.Year, whole.Month, next + 1);
        }
        else
        {
            return year == 0 && !isLunar ? DayAlone(i) : null;
        }

        next = Skip(next, "的");
        if (!TryDay(next, out var day, out var end, out var isMoonDay))
            return null;
        isLunar |= isMoonDay;
        var date = _dates.Day(year, month, day).At(i, end);
        return isLunar ? Lunar(date) : date;
    }

    private bool TryDay(int i, out int day, out int next, out bool isLunar)
    {
        isLunar = _tokens.Is(i, "初");
        var at = isLunar ? i + 1 : i;
        next = at + 1;
        if (!TryNumber(at, out day) || day is < 1 or > 31 || _tokens[at].Digits > 2)
            return false;
        if (_tokens.IsAny(next, "日", "号", "號"))
            next++;
        else if (_tokens.Has(next, Role.Unit) || _tokens.IsAny(next, "点", "點", "时", "時", "个", "個", "点钟") || _tokens.IsSymbol(next, ':') && _tokens.IsAttached(next))
            return false;
        return true;
    }

    /// <summary>A day named by the moon is shown with the numbers it was said with.</summary>
    private static When Lunar(When date) => date.IsUnresolved && date.Day == 30 ? date : date with { IsLunar = true };

    /// <summary>29日, 3号.</summary>
    private When? DayAlone(int i) =>
        TryNumber(i, out var day) && day is >= 1 and <= 31 && _tokens[i].Digits <= 2 && _tokens.IsAny(i + 1, "日", "号", "號") && StandsFree(i) &&
        !_tokens.IsAny(i + 2, "线", "線", "楼", "樓", "门", "門", "店", "码", "碼", "元")
            ? _dates.DayOfMonth(day).At(i, i + 2)
            : null;

    /// <summary>2010.01.29, 2012-01-01, 1/2/2020 with the day first, 12/1 with the month first.</summary>
    private When? NumericDate(int i) => NumericDate(i, freely: true);

    private When? NumericDate(int i, bool freely)
    {
        var (first, separator, second) = (_tokens[i], _tokens[i + 1].Symbol, _tokens[i + 2]);
        if (!first.Has(Role.Digits) || !second.Has(Role.Digits) || separator is not ('/' or '-' or '.') || !_tokens.IsAttached(i + 1) || !_tokens.IsAttached(i + 2) ||
            (freely && !StandsFree(i)))
            return null;

        var third = _tokens[i + 4];
        if (_tokens[i + 3].Symbol == separator && _tokens.IsAttached(i + 3) && third.Has(Role.Digits) && _tokens.IsAttached(i + 4))
        {
            if (second.Digits > 2 || (_tokens[i + 5].Symbol == separator && _tokens.IsAttached(i + 6) && _tokens.Has(i + 6, Role.Digits)))
                return null;
            if (first.Digits == 4)
                return third.Digits <= 2 && second.Number is >= 1 and <= 12 && third.Number is >= 1 and <= 31 && first.Number is >= FirstYear and <= LastYear
                    ? _dates.Day(first.Number, second.Number, third.Number).At(i, i + 5)
                    : null;
            if (first.Digits > 2 || third.Digits is not (2 or 4))
                return null;
            var (day, month) = second.Number <= 12 ? (first.Number, second.Number) : (second.Number, first.Number);
            if (month is < 1 or > 12 || day is < 1 or > 31)
                return null;
            return (third.Digits == 4 ? _dates.Day(third.Number, month, day) : _dates.DayOfShortYear(third.Number, month, day)).At(i, i + 5);
        }

        if (separator != '/' || first.Digits > 2 || second.Digits > 2)
            return null;
        var (m, d) = first.Number <= 12 ? (first.Number, second.Number) : (second.Number, first.Number);
        return m is >= 1 and <= 12 && d is >= 1 and <= 31 ? _dates.Day(0, m, d).At(i, i + 3) : null;
    }

    /// <summary>周三, 下周三, 上上个星期五, 下周的周三.</summary>
    private When? WeekdayDate(int i)
    {
        if (_tokens.Has(i, Role.Weekday))
            return _dates.Weekday(_tokens[i].Weekday).At(i, i + 1);
        if (!TryShift(i, out var shift, out var next))
            return null;
        if (_tokens.Has(next, Role.Weekday))
            return _dates.WeekdayOfWeek(shift, _tokens[next].Weekday).At(i, next + 1);
        var at = Skip(next + 1, "的");
        return _tokens[next].Unit == Unit.Week && _tokens.Has(at, Role.Weekday) ? _dates.WeekdayOfWeek(shift, _tokens[at].Weekday).At(i, at + 1) : null;
    }

    private When? DayWord(int i) => _tokens.Has(i, Role.DayWord) && !_tokens.Has(i, Role.Part) && !_tokens.Is(i, "今")
        ? _dates.Shifted(Unit.Day, _tokens[i].Shift)?.At(i, i + 1)
        : null;

    /// <summary>三天前, 两周后, 一个月之后.</summary>
    private When? CountedDate(int i)
    {
        if (PlainDuration(i) is not { Length.IsTime: false } length || !TryDirection(length.To, out var direction, out var next))
            return null;
        return Dates.On(length.Length.From(_calendar.Today, direction)).At(i, next);
    }

    private bool TryDirection(int i, out int direction, out int next)
    {
        direction = _tokens.IsAny(i, "前", "之前", "以前") ? -1 : _tokens.IsAny(i, "后", "後", "之后", "之後", "以后", "以後") ? 1 : 0;
        next = i + 1;
        return direction != 0;
    }

    /// <summary>中秋节, 2018年国庆节, 明年春节.</summary>
    private When? HolidayDate(int i)
    {
        if (TryYear(i, allowShort: false, out var year, out var next, out var isEra) && !isEra)
        {
            next = Skip(next, "的");
            return _tokens.Has(next, Role.Holiday) ? Holidays.On(_dates, ChineseHolidays.Find(_tokens[next].Name!), year).At(i, next + 1) : null;
        }

        return _tokens.Has(i, Role.Holiday) ? Holidays.On(_dates, ChineseHolidays.Find(_tokens[i].Name!), 0).At(i, i + 1) : null;
    }

    /// <summary>四月的最后一个星期一, 下个月第一个周五.</summary>
    private When? WeekdayOfMonth(int i)
    {
        if (MonthPeriod(i) is not { } month || !TryPlace(Skip(month.To, "的"), out var n, out var next) || !_tokens.Has(next, Role.Weekday))
            return null;
        return _dates.WeekdayOfMonth(month, _tokens[next].Weekday, n < 0 ? 5 : n)?.At(i, next + 1);
    }

    /// <summary>第一个, 第2, 最后一个 (-1).</summary>
    private bool TryPlace(int i, out int n, out int next)
    {
        (n, next) = (0, i);
        if (_tokens.IsAny(i, "最后", "最後"))
        {
            n = -1;
            next = _tokens.Is(i + 1, "一") ? i + 2 : i + 1;
            next = Skip(next, "个", "個");
            return true;
        }

        if (_tokens.Is(i, "第一个"))
        {
            (n, next) = (1, i + 1);
            return true;
        }

        if (!_tokens.Is(i, "第") || !TryNumber(i + 1, out n))
            return false;
        next = Skip(i + 2, "个", "個");
        return n > 0;
    }
}
