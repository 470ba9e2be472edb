namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Days: "May 5th, 2018", "23.04.2022", "next Friday", "the 18th", "two weeks ago", "Easter".</summary>
internal sealed partial class EnglishGrammar
{
    private When? Date(int i) => _dateAt.At(i);

    private When? ReadDate(int i)
    {
        var best = CalendarDate(i, isLoose: false, freely: true);
        best = Longest(best, WeekdayDate(i));
        best = Longest(best, ShiftedDate(i));
        best = Longest(best, RelativeDay(i));
        best = Longest(best, HolidayDate(i));
        best = Longest(best, DayOfPeriod(i));
        best = Longest(best, CountedDate(i));
        return Longest(best, DayAlone(i));
    }

    /// <summary>A day of a month, in names or digits.</summary>
    /// <param name="isLoose">The words around make "7.6" a date.</param>
    private When? CalendarDate(int i, bool isLoose, bool freely)
    {
        var best = NumericDate(i, isLoose, freely);
        best = Longest(best, MonthAndDay(i));
        best = Longest(best, DayAndMonth(i));
        return best is null ? null : WithWeekdayBehind(best);
    }

    /// <summary>"May/22(Tue)".</summary>
    private When WithWeekdayBehind(When date) =>
        _tokens.IsSymbol(date.To, '(') && _tokens.Has(date.To + 1, Role.Weekday) && _tokens.IsSymbol(date.To + 2, ')') ? date with { To = date.To + 3 } : date;

    private When? NumericDate(int i, bool isLoose, bool freely)
    {
        var first = _tokens[i];
        if (!first.Has(Role.Digits | Role.Month) || (first.Has(Role.Digits) && first.Digits == 8))
            return freely ? EightDigits(i) : null;
        var separator = _tokens[i + 1].Symbol;
        if (separator is not ('/' or '-' or '.') || !_tokens.IsAttached(i + 1) || !_tokens.IsAttached(i + 2) || (freely && first.Has(Role.Digits) && !StandsFree(i)))
            return null;

        var second = _tokens[i + 2];
        if (!second.Has(Role.Digits | Role.Month))
            return null;
        var hasThird = _tokens[i + 3].Symbol == separator && _tokens.IsAttached(i + 3) && _tokens.IsAttached(i + 4) && _tokens.Has(i + 4, Role.Digits | Role.Month);
        if (hasThird)
            return EndsFree(i + 5, separator) || _tokens.Is(i + 5, "t") ? ThreeParts(first, second, _tokens[i + 4])?.At(i, i + 5) : null;
        if (!EndsFree(i + 3, separator) || first.Digits > 2 || second.Digits > 2 || (first.Month > 0 && second.Month > 0))
            return null;

        var named = first.Month + second.Month;
        if (named > 0)
        {
            var day = first.Digits > 0 ? first.Number : second.Number;
            return day is >= 1 and <= 31 ? _dates.Day(0, named, day).At(i, i + 3) : null;
        }

        var isAsked = separator == '/' || (separator == '.' && (isLoose || _tokens.IsAny(i - 1, "on", "in"))) || (separator == '-' && _tokens.IsAny(i - 1, "on", "in", "at"));
        if (!isAsked || IsClockBehind(i + 3))
            return null;
        return TryMonthDay(first.Number, second.Number, out var month, out var dayOfMonth)
            ? _tokens.IsSymbol(i + 3, ',') && _tokens[i + 4].Digits == 4 && TryYear(i + 4, allowShort: false, out var year, out var next)
                ? _dates.Day(year, month, dayOfMonth).At(i, next)
                : _dates.Day(0, month, dayOfMonth).At(i, i + 3)
            : null;
    }

    private When? ThreeParts(Token a, Token b, Token c)
    {
        var named = a.Month + b.Month + c.Month;
        if (named > 0)
        {
            if ((a.Month > 0 ? 1 : 0) + (b.Month > 0 ? 1 : 0) + (c.Month > 0 ? 1 : 0) != 1)
                return null;
            var (first, second) = a.Month > 0 ? (b, c) : b.Month > 0 ? (a, c) : (a, b);
            if (first.Digits == 4)
                (first, second) = (second, first);
            if (first.Digits > 2 || second.Digits is not (2 or 4) || first.Number is < 1 or > 31)
                return null;
            return second.Digits == 4 ? _dates.Day(second.Number, named, first.Number) : _dates.DayOfShortYear(second.Number, named, first.Number);
        }

        if (a.Digits == 4)
            return b.Digits <= 2 && c.Digits <= 2 && TryMonthDay(b.Number, c.Number, out var m, out var d) ? _dates.Day(a.Number, m, d) : null;
        if (a.Digits > 2 || b.Digits > 2 || !TryMonthDay(a.Number, b.Number, out var month, out var day))
            return null;
        return c.Digits switch
        {
            4 => _dates.Day(c.Number, month, day),
            2 => _dates.DayOfShortYear(c.Number, month, day),
            _ => null,
        };
    }

    /// <summary>Month first; day first where only that is possible.</summary>
    private static bool TryMonthDay(int a, int b, out int month, out int day)
    {
        (month, day) = a is >= 1 and <= 12 ? (a, b) : (b, a);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    /// <summary>20200701</summary>
    private When? EightDigits(int i)
    {
        var token = _tokens[i];
        if (token.Digits != 8 || (_tokens.IsAttached(i) && (_tokens[i - 1].Symbol == 0 || (_tokens.IsAttached(i - 1) && _tokens.Has(i - 2, Role.Digits)))) ||
            (_tokens.IsAttached(i + 1) && _tokens[i + 1].Symbol == 0))
            return null;
        var (year, month, day) = (token.Number / 10_000, token.Number / 100 % 100, token.Number % 100);
        return year is >= 1900 and <= LastYear && !ReferenceCalendar.IsNever(ReferenceCalendar.DateOf(year, month, day))
            ? _dates.Day(year, month, day).At(i, i + 1)
            : null;
    }

    /// <summary>"May 5th", "feb 22nd, 2019", "june the 28th 2020".</summary>
    private When? MonthAndDay(int i)
    {
        var month = _tokens[i];
        if (!month.Has(Role.Month))
            return null;
        var next = Skip(SkipSymbol(i + 1, '.'), "the");
        if (!TryDayNumber(next, out var day, out next) || IsClockBehind(next))
            return null;
        return WithYear(i, month.Month, day, next);
    }

    /// <summary>"12 of Nov", "4th of july, 1995", "twenty third day of September".</summary>
    private When? DayAndMonth(int i)
    {
        var start = Skip(i, "the");
        if (!TryDayNumber(start, out var day, out var next) || (_tokens.Has(start, Role.Digits) && (_tokens.IsSymbol(start - 1, '$') || !StandsFree(start))))
            return null;
        next = Skip(Skip(next, "day"), "of");
        if (!_tokens.Has(next, Role.Month) || (_tokens.Is(next, "may") && _tokens.Is(next - 1, "day")))
            return null;
        return WithYear(start, _tokens[next].Month, day, next + 1);
    }

    private When WithYear(int i, int month, int day, int next)
    {
        var at = SkipSymbol(next, ',');
        at = Skip(at, "of", "in");
        if (TryYear(at, allowShort: _tokens[at].Symbol is '\'' or '\u2019', out var year, out var end))
            return _dates.Day(year, month, day).At(i, end);
        return _dates.Day(0, month, day).At(i, next);
    }

    private bool IsClockBehind(int next) =>
        (_tokens.IsSymbol(next, ':') && _tokens.IsAttached(next) && _tokens.Has(next + 1, Role.Digits)) ||
        (_tokens.Has(next, Role.Half) || _tokens.IsAny(next, "oclock", "o'clock", "o\u2019clock")) ||
        (_tokens.IsAttached(next) && _tokens.IsAny(next, "a", "p"));

    /// <summary>A weekday by itself, with its date, or with the day of the month.</summary>
    private When? WeekdayDate(int i)
    {
        var token = _tokens[i];
        if (!token.Has(Role.Weekday) || (token.Has(Role.Set) && !_tokens.IsAny(i - 1, "on")))
            return null;
        if (DateBehindWeekday(i + 1) is { } date)
            return date with { From = i };

        var next = i + 1;
        if (_tokens.Is(next, "the") && TryPlace(next + 1, out var place, out var end) && !_tokens.Is(end, "of"))
            return ThisMonths(token.Weekday, place).At(i, end);
        if ((TryPlace(next, out place, out end) || TrySmall(next, out place, out end)) && place is >= 1 and <= 31 && IsEndOfDay(end) &&
            (!_tokens.Has(next, Role.Cardinal) || _tokens.Has(next, Role.Ordinal)))
            return _dates.WeekdayAndDay(token.Weekday, place).At(i, end);
        if (_tokens.IsAny(i, "sat", "sun") && !_tokens.IsAny(i - 1, "on", "this", "next", "last", "every", "each"))
            return null;

        if (InShiftedWeek(next, out var weeks, out end))
            return _dates.WeekdayOfWeek(weeks, token.Weekday).At(i, end);
        return _dates.Weekday(token.Weekday).At(i, next);
    }

    private bool IsEndOfDay(int next) => !IsClockBehind(next) && !(IsTo(next) && (_tokens[next].Symbol == 0 || _tokens.Has(next + 1, Role.Digits | Role.Cardinal))) && !_tokens.IsAny(next, "in", "past", "p", "a", "ish") &&
        !(_tokens.IsSymbol(next, '.') && _tokens.IsAttached(next + 1) && _tokens.Has(next + 1, Role.Digits)) && !_tokens.Has(next, Role.Unit);

    /// <summary>"of next week", "next week".</summary>
    private bool InShiftedWeek(int i, out int weeks, out int next)
    {
        var at = Skip(i, "of");
        (weeks, next) = (_tokens[at].Shift, at + 2);
        return _tokens.Has(at, Role.Shift) && _tokens[at + 1].Unit == Unit.Week;
    }

    private When? DateBehindWeekday(int next)
    {
        var inBrackets = _tokens.IsSymbol(next, '(');
        var at = inBrackets || _tokens[next].Symbol is ',' or '-' ? next + 1 : next;
        at = Skip(at, "the");
        var date = CalendarDate(at, isLoose: true, freely: false);
        if (date is null || (_tokens[next].Symbol == '-' && _tokens.Has(at, Role.Digits) && date.Year == 0 && _tokens.Has(at + 1, Role.Symbol)))
            return null;
        return !inBrackets ? date : _tokens.IsSymbol(date.To, ')') ? date with { To = date.To + 1 } : null;
    }

    /// <summary>"wednesday the thirty first" is in the running month.</summary>
    private When ThisMonths(int weekday, int day)
    {
        var date = ReferenceCalendar.DateOf(_calendar.Now.Year, _calendar.Now.Month, day);
        return ReferenceCalendar.IsNever(date) || ReferenceCalendar.WeekdayOf(date) != weekday ? _dates.WeekdayAndDay(weekday, day) : Dates.On(date);
    }

    /// <summary>"next Friday", "this past Wednesday", "next week Mon", "this friday (jun-15)".</summary>
    private When? ShiftedDate(int i)
    {
        if (!_tokens.Has(i, Role.Shift))
            return null;
        var at = i + 1;
        var (shift, nearest) = (_tokens[i].Shift, _tokens.IsAny(i, "past", "upcoming", "coming"));
        if (_tokens.Is(i, "this") && _tokens.IsAny(at, "past", "coming", "upcoming"))
            (shift, nearest, at) = (_tokens[at].Shift, true, at + 1);

        if (_tokens.Has(at, Role.Weekday) && !_tokens.Has(at, Role.Set))
        {
            if (DateBehindWeekday(at + 1) is { Year: 0, Month: > 0 } date)
                return _combine.InYear(date, _calendar.Now.Year).At(i, date.To) with { Timex = date.Timex };
            var weekday = _tokens[at].Weekday;
            if (_tokens.Is(at + 1, "the") && TryPlace(at + 2, out var place, out var placeEnd) && place <= 31)
                return ThisMonths(weekday, place).At(i, placeEnd);
            if (!nearest)
                return _dates.WeekdayOfWeek(shift, weekday).At(i, at + 1);
            var day = _dates.Weekday(weekday);
            return Dates.On(shift < 0 ? day.Past : day.Future).At(i, at + 1);
        }

        if (_tokens[at].Unit == Unit.Week)
        {
            var behind = _tokens.IsSymbol(at + 1, '-') ? at + 2 : Skip(at + 1, "on");
            return _tokens.Has(behind, Role.Weekday) && !_tokens.Has(behind, Role.Set) && !_tokens.IsAny(behind, "sat", "sun")
                ? _dates.WeekdayOfWeek(shift, _tokens[behind].Weekday).At(i, behind + 1)
                : null;
        }

        if (_tokens[at].Unit == Unit.Day && shift != 0 && _tokens.Is(at, "day"))
            return _dates.Shifted(Unit.Day, shift)?.At(i, at + 1);
        if (EnglishHolidays.Find(_tokens, at, out var holidayEnd) is { } holiday)
            return Holidays.Shifted(_dates, holiday, shift).At(i, holidayEnd);
        return shift == 0 && _tokens.Has(at, Role.Digits) && NumericDate(at, isLoose: true, freely: false) is { Year: 0 } numeric
            ? _combine.InYear(numeric, _calendar.Now.Year).At(i, numeric.To) with { Timex = numeric.Timex }
            : null;
    }

    /// <summary>"today", "the day after tomorrow", "the day".</summary>
    private When? RelativeDay(int i)
    {
        if (_tokens.Has(i, Role.DayWord) && !_tokens.Has(i, Role.Part))
            return _dates.Shifted(Unit.Day, _tokens[i].Shift)?.At(i, i + 1);

        var at = Skip(i, "the");
        if (at > i && _tokens.IsAny(at, "next", "following") && _tokens.Is(at + 1, "day"))
            return _dates.Shifted(Unit.Day, 1)?.At(i, at + 2);
        if (!_tokens.Is(at, "day") && !Are(at, "same", "day"))
            return null;
        if (_tokens.Is(at + 1, "after") && _tokens.Is(at + 2, "tomorrow"))
            return _dates.Shifted(Unit.Day, 2)?.At(i, at + 3);
        if (_tokens.Is(at + 1, "before") && _tokens.Is(at + 2, "yesterday"))
            return _dates.Shifted(Unit.Day, -2)?.At(i, at + 3);
        if (at == i)
            return null;
        if (_tokens.IsAny(at + 1, "before", "after"))
        {
            var direction = _tokens.Is(at + 1, "before") ? -1 : 1;
            if (Date(at + 2) is not { } other)
                return _dates.Shifted(Unit.Day, direction)?.At(i, at + 2);
            return Dates.On(ReferenceCalendar.AddDays(other.Future, direction)).At(i, other.To);
        }

        return _dates.Shifted(Unit.Day, 0)?.At(i, at + 1);
    }

    private When? HolidayDate(int i)
    {
        if (!_tokens.Has(i, Role.Holiday) || EnglishHolidays.Find(_tokens, i, out var end) is not { } holiday)
            return null;
        var at = Skip(SkipSymbol(end, ','), "of", "in");
        if (TryYear(at, allowShort: false, out var year, out var next))
            return Holidays.On(_dates, holiday, year).At(i, next);
        if (_tokens.Has(at, Role.Shift) && _tokens[at + 1].Unit == Unit.Year)
            return Holidays.On(_dates, holiday, _calendar.Now.Year + _tokens[at].Shift).At(i, at + 2);
        return Holidays.On(_dates, holiday, 0).At(i, end);
    }

    /// <summary>"first monday of next month", "the 15th day of next month", "the last friday in March", "20th of next month".</summary>
    private When? DayOfPeriod(int i)
    {
        var at = Skip(i, "the");
        var isLast = _tokens.IsAny(at, "last", "final");
        var n = isLast ? -1 : 0;
        var next = at + 1;
        if (!isLast && !TryPlace(at, out n, out next))
            return null;

        if (_tokens.Has(next, Role.Weekday) && _tokens.IsAny(next + 1, "of", "in") && n is -1 or >= 1 and <= 5)
        {
            return Month(Skip(next + 2, "the")) is { } month && _dates.WeekdayOfMonth(month, _tokens[next].Weekday, isLast ? 5 : n) is { } day
                ? day.At(i, month.To)
                : null;
        }

        var of = Skip(next, "day");
        if (!_tokens.IsAny(of, "of", "in") || (of == next && isLast))
            return null;
        var period = _tokens.Has(of + 1, Role.Shift) || _tokens.Is(of + 1, "the") ? ShiftedUnit(of + 1) : of > next ? Simple(of + 1) : null;
        return period is { Grain: Unit.Month or Unit.Year } && (of > next || period.Grain == Unit.Month) && _dates.NthOf(period, n, Unit.Day) is { } found
            ? found.At(i, period.To)
            : null;
    }

    /// <summary>"two weeks ago", "in 3 years", "3 days after January 12th".</summary>
    private When? CountedDate(int i)
    {
        if (_tokens.Is(i, "in"))
        {
            return PlainDuration(i + 1) is { Length.IsTime: false } ahead && !_tokens.IsAny(ahead.To, "ago", "before", "after")
                ? Dates.On(ahead.Length.From(_calendar.Today, 1)).At(i, ahead.To)
                : null;
        }

        if (PlainDuration(i) is not { Length.IsTime: false } length)
            return null;
        if (_tokens.Is(length.To, "ago"))
            return Dates.On(length.Length.From(_calendar.Today, -1)).At(i, length.To + 1);
        if (_tokens.IsAny(length.To, "later", "hence") || Are(length.To, "from", "now"))
            return Dates.On(length.Length.From(_calendar.Today, 1)).At(i, length.To + (_tokens.Is(length.To, "from") ? 2 : 1));

        var direction = _tokens.Is(length.To, "before") ? -1 : _tokens.IsAny(length.To, "after", "from") ? 1 : 0;
        if (direction == 0 || (Date(length.To + 1) ?? DateAfterArticle(length.To + 1)) is not { } other)
            return null;
        return OnWeekday(Dates.On(length.Length.From(other.Future, direction)), length.Length, other.To).At(i);
    }

    private When? DateAfterArticle(int i) => _tokens.Is(i, "the") ? Date(i + 1) : null;

    /// <summary>"… on Friday" behind a counted date.</summary>
    private When OnWeekday(When date, Length length, int next)
    {
        if (!_tokens.Is(next, "on") || !_tokens.Has(next + 1, Role.Weekday))
            return date with { To = next };
        var day = ReferenceCalendar.AddDays(ReferenceCalendar.MondayOf(date.Future), _tokens[next + 1].Weekday - 1);
        if (length.Weeks == 0 && day < date.Future)
            day = ReferenceCalendar.AddDays(day, 7);
        return Dates.On(day) with { To = next + 2 };
    }

    /// <summary>"on 5 occasions": a bare number with a word behind it counts something.</summary>
    private bool IsCountedThing(int at, int next) => next == at + 1 && _tokens.Has(at, Role.Digits) && _tokens[next].Symbol == 0 && next < _tokens.Count &&
        !_tokens.IsAny(next, "at", "from", "between", "and", "or", "to", "in", "for", "please", "with", "around", "before", "after", "by");

    /// <summary>"on the 18th", "on 15".</summary>
    private When? DayAlone(int i)
    {
        var at = Skip(i, "the");
        if (!_tokens.IsAny(i - 1, "on", "at", "in") || (!TryPlace(at, out var day, out var next) && !(_tokens.Is(i - 1, "on") && (at > i || _tokens.Has(at, Role.Digits)) && TrySmall(at, out day, out next))))
            return null;
        var isName = _tokens.Has(next, Role.Unit) || (_tokens[next].Symbol == 0 && _tokens.IsAny(next, "floor", "century", "place", "time", "grade", "street", "avenue"));
        return day is >= 1 and <= 31 && !isName && IsEndOfDay(next) && !IsCountedThing(at, next) ? _dates.DayOfMonth(day).At(i, next) : null;
    }
}
