using System.Globalization;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Stretches of days: "May 2018", "next week", "the first quarter of 2013", "from Monday to Friday".</summary>
internal sealed partial class EnglishGrammar
{
    private When? DateRange(int i)
    {
        var best = Longest(Period(i), DatesBetween(i));
        best = Longest(best, LengthFromDate(i));
        return Longest(best, ToDate(i));
    }

    /// <summary>A period, perhaps only its beginning, middle or end.</summary>
    private When? Period(int i)
    {
        if (Part(i) is { } part)
            return part;
        if (Are(i, "rest", "of") && (_tokens.Is(i + 2, "my") ? _dates.Shifted(_tokens[i + 3].Unit, 0)?.At(i, i + 4) : ShiftedUnit(i + 2)) is { Grain: Unit.Week or Unit.Month or Unit.Year } rest)
            return RestOf(rest).At(i, rest.To);
        return Simple(i);
    }

    /// <summary>From today to the last day, which is named and counted.</summary>
    private When RestOf(When period)
    {
        var (today, last) = (_calendar.Today, AddDays(period.FutureEnd, -1));
        var days = (last - today).Days + (period.Grain == Unit.Week ? 0 : 1);
        return Dates.Stretch(today, last, string.Create(CultureInfo.InvariantCulture, $"P{days}D"));
    }

    private When? Part(int i)
    {
        if (_tokens.IsAny(i, "eoy", "eom"))
        {
            var unit = _tokens.Is(i, "eoy") ? Unit.Year : Unit.Month;
            return _dates.Shifted(unit, 0) is { } whole ? _dates.PartOf(whole, "end").At(i, i + 1) : null;
        }

        var at = Skip(i, "the");
        var mod = _tokens.WordAt(at) switch
        {
            "early" or "earlier" or "beginning" or "start" => "start",
            "mid" or "middle" => "mid",
            "late" or "later" or "end" => "end",
            _ => null,
        };
        if (mod is null || (!_tokens.Is(at + 1, "of") && (at > i || !_tokens.IsAny(at, "early", "earlier", "mid", "late", "later"))))
            return null;
        var comparative = _tokens.IsAny(at, "earlier", "later");
        var next = _tokens.IsSymbol(at + 1, '-') ? at + 2 : Skip(at + 1, "of", "in");
        if (_tokens.Is(next, "the") && _tokens.Has(next + 1, Role.Unit | Role.Shift | Role.Month) && ShiftedUnit(next) is null)
            next++;
        return (Simple(next) ?? MonthPeriod(next, isAsked: true)) is { IsUnresolved: false, Kind: Kind.DateRange } period ? _dates.PartOf(period, mod, comparative && _tokens.Is(next, "this")).At(at, period.To) : null;
    }

    private When? Simple(int i) => _simpleAt.At(i);

    private When? ReadSimple(int i)
    {
        var best = Longest(MonthPeriod(i), YearPeriod(i));
        best = Longest(best, WeekPeriod(i));
        best = Longest(best, ShiftedUnit(i));
        best = Longest(best, ShiftedCount(i));
        best = Longest(best, QuarterPeriod(i));
        best = Longest(best, SeasonPeriod(i));
        best = Longest(best, PlaceInPeriod(i));
        best = Longest(best, HolidayWeekend(i));
        return Longest(best, CenturyOrDecade(i));
    }

    /// <summary>"2018", "the year 2018", "cy18", "=2019" apart; fiscal and school years have no dates.</summary>
    private When? YearPeriod(int i)
    {
        var kind = _tokens.WordAt(i) switch
        {
            "fiscal" or "financial" => "FY", "school" => "SY", "calendar" => "", "fy" => "FY", "sy" => "SY", "cy" => "", _ => null,
        };
        var at = i + 1;
        if (kind is not null)
        {
            if (_tokens.IsAny(i, "fiscal", "financial", "school", "calendar"))
            {
                if (_tokens[at].Unit != Unit.Year)
                    return null;
                at++;
            }

            if (!TryYear(at, allowShort: true, out var stated, out var end))
                return kind.Length > 0 && _tokens[at - 1].Unit == Unit.Year ? Fiscal(kind + "XXXX").At(i, at) : null;
            return (kind.Length > 0 ? Fiscal(kind + stated.ToString(CultureInfo.InvariantCulture)) : Dates.YearOf(stated)).At(i, end);
        }

        at = _tokens.Is(i, "year") ? Skip(i + 1, "of") : i;
        if (!TryYear(at, allowShort: false, out var year, out var next) || (_tokens.Has(at, Role.Digits) && !StandsFree(at)))
            return null;
        if (_tokens.IsAttached(next) && (_tokens[next].Symbol is '/' or '-' && _tokens[next + 1].Digits <= 2 && _tokens.IsAttached(next + 1) && _tokens.Has(next + 1, Role.Digits) || _tokens[next].Symbol is '%'))
            return null;
        return at == i && _tokens.Has(at, Role.Cardinal) && _tokens.Has(next, Role.Unit) ? null : Dates.YearOf(year).At(i, next);
    }

    private static When Fiscal(string timex) => new() { Kind = Kind.DateRange, Timex = timex, IsUnresolved = true };

    /// <summary>A month for the rules that count in it: with a year, or "next month".</summary>
    private When? Month(int i) => MonthPeriod(i, isAsked: true) ?? (ShiftedUnit(i) is { Grain: Unit.Month } month ? month : null);

    private When? MonthPeriod(int i, bool isAsked = false)
    {
        var token = _tokens[i];
        if (_tokens.IsSymbol(i - 1, '$') && _tokens.IsAttached(i))
            return null;
        if (token.Has(Role.Month))
        {
            var next = SkipSymbol(i + 1, '.');
            var at = _tokens[next].Symbol is ',' or '-' or '/' ? next + 1 : Skip(next, "of", "in");
            if (TryYear(at, allowShort: _tokens.Is(at - 1, "of") || _tokens[at].Symbol is '\'' or '\u2019', out var year, out var end))
                return _dates.MonthOf(year, token.Month).At(i, end);
            if (_tokens.Is(next, "of") && _tokens.Has(next + 1, Role.Shift) && _tokens[next + 2].Unit == Unit.Year)
                return _dates.MonthOf(_calendar.Now.Year + _tokens[next + 1].Shift, token.Month).At(i, next + 3);
            if (_tokens.Has(next, Role.Shift) && _tokens[next + 1].Unit == Unit.Year)
                return _dates.MonthOf(_calendar.Now.Year + _tokens[next].Shift, token.Month).At(i, next + 2);
            return isAsked || IsMonthName(i) ? _dates.MonthOf(0, token.Month).At(i, i + 1) : null;
        }

        var named = Skip(i, "the");
        if (_tokens.Is(named, "month") && _tokens.Is(named + 1, "of") && _tokens.Has(named + 2, Role.Month))
            return MonthPeriod(named + 2, isAsked: true) is { } month ? month with { From = i } : null;
        if (token.Has(Role.Shift) && _tokens.Has(i + 1, Role.Month))
        {
            if (_tokens.Is(i, "this") && _tokens.IsAny(i + 1, "may", "march", "mar") && i + 2 < _tokens.Count && _tokens[i + 2].Symbol == 0 && !IsTo(i + 2))
                return null;
            return _dates.MonthOf(_calendar.Now.Year + token.Shift, _tokens[i + 1].Month).At(i, i + 2);
        }

        // 2015-3, 12-2015, 12/2015
        if (!token.Has(Role.Digits) || _tokens[i + 1].Symbol is not ('-' or '/' or '.') || !_tokens.IsAttached(i + 1) || !_tokens.IsAttached(i + 2) || !StandsFree(i) ||
            !EndsFree(i + 3, _tokens[i + 1].Symbol))
            return null;
        var (first, second) = (token, _tokens[i + 2]);
        if (first.Digits == 4 && second.Digits is 1 or 2 && first.Number is >= FirstYear and <= LastYear && second.Number is >= 1 and <= 12 && _tokens[i + 1].Symbol != '.')
            return _dates.MonthOf(first.Number, second.Number).At(i, i + 3);
        if (first.Digits <= 2 && second.Digits == 4 && first.Number is >= 1 and <= 12 && second.Number is >= FirstYear and <= LastYear)
            return _dates.MonthOf(second.Number, first.Number).At(i, i + 3);
        return first.Digits == 4 && second.Month > 0 && first.Number is >= FirstYear and <= LastYear ? _dates.MonthOf(first.Number, second.Month).At(i, i + 3) : null;
    }

    /// <summary>"may" and "march" are verbs as well; "mar", "dec" and others only by themselves, not in names.</summary>
    private bool IsMonthName(int i)
    {
        if (!_tokens.IsAny(i, "may", "march", "mar"))
            return true;
        return _tokens.IsAny(i - 1, "in", "of", "since", "until", "till", "from", "mid", "early", "late", "during", "last", "next", "before", "after", "by", "between", "through") ||
               (IsTo(i + 1) && _tokens.Has(i + 2, Role.Month)) || (IsTo(i - 1) && _tokens.Has(i - 2, Role.Month));
    }

    /// <summary>"week 31", "the week of April 10th", "next workweek".</summary>
    private When? WeekPeriod(int i)
    {
        var at = Skip(i, "the");
        if (_tokens.Is(at, "week"))
        {
            if (_tokens[at + 1].Digits is 1 or 2 && !_tokens.IsSymbol(at + 2, ':'))
            {
                var monday = MondayOfWeek(_calendar.Now.Year, _tokens[at + 1].Number);
                return at > i || IsNever(monday) ? null : Dates.Week(monday).At(i, at + 2);
            }

            if (_tokens.IsAny(at + 1, "of", "commencing", "starting", "beginning", "from", "on") && (Date(Skip(at + 2, "on", "the")) ?? Date(at + 2)) is { } day)
            {
                var (past, future) = (MondayOf(day.Past), MondayOf(day.Future));
                return (day with
                {
                    Kind = Kind.DateRange, Past = past, PastEnd = AddDays(past, 7), Future = future, FutureEnd = AddDays(future, 7), Grain = Unit.Week,
                }).At(i, day.To);
            }
        }

        if (_tokens.Is(i, "w") && _tokens.IsAttached(i + 1) && _tokens[i + 1].Digits is 1 or 2)
            return MondayOfWeek(_calendar.Now.Year, _tokens[i + 1].Number) is var week && !IsNever(week) ? Dates.Week(week).At(i, i + 2) : null;
        if (!_tokens.Has(at, Role.Shift) || !_tokens.IsAny(at + 1, "workweek", "work", "working"))
            return null;
        var workweek = _dates.Shifted(Unit.Week, _tokens[at].Shift)!;
        var end = _tokens.Is(at + 1, "workweek") ? at + 2 : _tokens.Is(at + 2, "week") ? at + 3 : 0;
        return end == 0 ? null : (workweek with { PastEnd = AddDays(workweek.Past, 5), FutureEnd = AddDays(workweek.Future, 5) }).At(i, end);
    }

    /// <summary>"next week", "this calendar year", "the month", "weekend", "same week", "the next decade".</summary>
    private When? ShiftedUnit(int i)
    {
        var at = Skip(i, "the", "my");
        var hasArticle = at > i;
        if (_tokens.Has(at, Role.Shift))
        {
            var unitAt = at + 1;
            if (_tokens.IsAny(at, "this") && _tokens.IsAny(unitAt, "past", "coming", "upcoming"))
                (at, unitAt) = (unitAt, unitAt + 1);
            if (_tokens.IsAny(unitAt, "fiscal", "school", "financial") && _tokens[unitAt + 1].Unit == Unit.Year)
                return Fiscal((_tokens.Is(unitAt, "school") ? "SY" : "FY") + (_calendar.Now.Year + _tokens[at].Shift).ToString(CultureInfo.InvariantCulture)).At(i, unitAt + 2);
            if (_tokens.Is(unitAt, "calendar"))
                unitAt++;
            if (!_tokens.Has(unitAt, Role.Unit) || _tokens[unitAt].Unit is Unit.Day or Unit.Hour or Unit.Minute or Unit.Second || IsPlural(unitAt))
                return null;
            var start = hasArticle && _tokens[unitAt].Unit is not (Unit.Decade or Unit.Century) ? i + 1 : i;
            return _dates.Shifted(_tokens[unitAt].Unit, _tokens[at].Shift)?.At(start, unitAt + 1);
        }

        if (_tokens.Is(at, "same") && _tokens[at + 1].Unit is Unit.Week or Unit.Month or Unit.Year)
        {
            var timex = _tokens[at + 1].Unit switch { Unit.Week => "XXXX-WXX", Unit.Month => "XXXX-XX", _ => "XXXX" };
            return _dates.Shifted(_tokens[at + 1].Unit, 0) is { } same ? (same with { Timex = timex, Mod = "ref_undef" }).At(at, at + 2) : null;
        }

        if (!_tokens.Has(at, Role.Unit) || IsPlural(at))
            return null;
        var unit = _tokens[at].Unit;
        return unit == Unit.Weekend || (hasArticle && unit is Unit.Week or Unit.Month or Unit.Year && !_tokens[Skip(at + 1, "of")].Has(Role.Digits) && !_tokens.Is(i, "my"))
            ? _dates.Shifted(unit, 0)?.At(i, at + 1)
            : null;
    }

    private bool IsPlural(int i) => _tokens[i].End > _tokens[i].Start + 2 && _tokens.Text[_tokens[i].End - 1] == 's';

    /// <summary>"next 3 days", "last 3 months and 2 weeks", "3 next weeks", "past two quarters", "within 2h", "next hour".</summary>
    private When? ShiftedCount(int i)
    {
        if (_tokens.Has(i, Role.Shift))
        {
            var direction = _tokens[i].Shift;
            var at = i + 1;
            if (_tokens.Is(i, "this") && _tokens.Has(at, Role.Shift))
                (direction, at) = (_tokens[at].Shift, at + 1);
            if (direction == 0 || (_tokens.Is(i, "last") && _tokens.IsAny(i - 1, "will", "would", "to", "should", "can", "could", "may", "might", "must")))
                return null;
            if (_tokens[at].Unit is Unit.Hour or Unit.Minute or Unit.Second && !_tokens.Has(at, Role.Ordinal) && _tokens.Has(at, Role.Unit))
                return _dates.Shifted(_tokens[at].Unit, direction)?.At(i, at + 1);
            if (PlainDuration(at) is not { } length || _tokens.IsAny(at, "a", "an"))
                return null;
            if (_tokens[length.To - 1].Unit == Unit.Quarter && length.Length.Months is >= 3 and < 1200)
                return _dates.Quarters((int)(length.Length.Months / 3), direction).At(i, length.To);
            return _dates.Around(length.Length, direction).At(i, length.To);
        }

        if (TryCount(i, out var count, out var shiftAt) && _tokens.Has(shiftAt, Role.Shift) && _tokens[shiftAt].Shift != 0 && !_tokens.IsAny(i, "a", "an") &&
            TryUnit(shiftAt + 1, count, attached: false, out var unit, out var next) && (IsPlural(next - 1) || count == 1))
            return _dates.Around(Length.Of(count, unit), _tokens[shiftAt].Shift).At(i, next);

        if (!_tokens.Is(i, "within"))
            return null;
        var lengthAt = Skip(i + 1, "the");
        if (_tokens.Has(lengthAt, Role.Shift))
            return ShiftedCount(lengthAt) is { } ahead ? ahead with { From = i } : null;
        return PlainDuration(lengthAt) is { } within
            ? (within.Length.IsTime
                ? _dates.Around(within.Length, 1)
                : Dates.Stretch(_calendar.Today, within.Length.From(_calendar.Today, 1), within.Timex)).At(i, within.To)
            : null;
    }

    /// <summary>"q1 2019", "2019-Q1", "the first quarter of the year", "next year's first quarter", "2019 H2".</summary>
    private When? QuarterPeriod(int i)
    {
        var hasYear = TryYear(i, allowShort: false, out var year, out var next) && StandsFree(i);
        if (!hasYear && _tokens.Has(i, Role.Shift) && _tokens[i + 1].Unit == Unit.Year)
            (hasYear, year, next) = (true, _calendar.Now.Year + _tokens[i].Shift, i + 2);
        if (hasYear)
        {
            var at = _tokens.IsSymbol(next, '-') ? next + 1 : next;
            return TryQuarter(at, out var said, out var length, out var after) ? Quarter(year, said, length).At(i, after) : null;
        }

        if (!TryQuarter(i, out var quarter, out var months, out var end))
            return null;
        var of = _tokens.IsSymbol(end, '-') || _tokens.IsSymbol(end, ',') ? end + 1 : Skip(end, "of", "in");
        if (TryYear(of, allowShort: false, out year, out next))
            return Quarter(year, quarter, months).At(i, next);
        if (_tokens.Has(of, Role.Shift) && _tokens[of + 1].Unit == Unit.Year)
            return Quarter(_calendar.Now.Year + _tokens[of].Shift, quarter, months).At(i, of + 2);
        if (of > end && Are(of, "the", "year"))
            return (months == 3 ? _dates.QuarterOfSomeYear(quarter) : Dates.HalfYear(_calendar.Now.Year, quarter)).At(i, of + 2);
        return _tokens.Is(i, "q") ? (months == 3 ? _dates.QuarterOfSomeYear(quarter) : Dates.HalfYear(_calendar.Now.Year, quarter)).At(i, end) : null;
    }

    private static When Quarter(int year, int number, int months) => months == 3 ? Dates.Quarter(year, number) : Dates.HalfYear(year, number);

    private bool TryQuarter(int i, out int number, out int months, out int next)
    {
        (number, months, next) = (0, 3, i);
        if (_tokens.IsAny(i, "q", "h") && _tokens.IsAttached(i + 1) && _tokens[i + 1].Digits == 1)
        {
            months = _tokens.Is(i, "q") ? 3 : 6;
            (number, next) = (_tokens[i + 1].Number, i + 2);
            return number >= 1 && number <= 12 / months && !(_tokens.IsAttached(next) && _tokens[next].Symbol == 0);
        }

        var at = Skip(i, "the");
        if (!TryPlace(at, out number, out next) || number > 4)
            return false;
        if (_tokens.Is(next, "half"))
        {
            (months, next) = (6, next + 1);
            return number <= 2;
        }

        return _tokens.Is(next, "quarter") && next++ > 0;
    }

    private When? SeasonPeriod(int i)
    {
        var at = _tokens.Has(i, Role.Shift) ? i + 1 : i;
        if (!_tokens.Has(at, Role.Season) || (_tokens.Is(at, "fall") && at == i && !_tokens.IsAny(i - 1, "in", "of", "the")) ||
            (_tokens.Is(at, "spring") && at == i && _tokens.Is(at + 1, "festival")))
            return null;
        if (at > i)
            return Dates.Season(_calendar.Now.Year + _tokens[i].Shift, _tokens[at].Name!).At(i, at + 1);
        var of = Skip(SkipSymbol(at + 1, ','), "of", "in");
        if (TryYear(of, allowShort: false, out var year, out var next))
            return Dates.Season(year, _tokens[at].Name!).At(i, next);
        if (_tokens.Has(of, Role.Shift) && _tokens[of + 1].Unit == Unit.Year)
            return Dates.Season(_calendar.Now.Year + _tokens[of].Shift, _tokens[at].Name!).At(i, of + 2);
        return Dates.Season(0, _tokens[at].Name!).At(i, at + 1);
    }

    /// <summary>"the first week of 2021", "3rd week of May", "the last 3 weeks of this year", "the third month of 2021".</summary>
    private When? PlaceInPeriod(int i)
    {
        var at = Skip(i, "the");
        var isLast = _tokens.IsAny(at, "last", "final");
        int n;
        int next;
        if (isLast)
            (n, next) = (-1, at + 1);
        else if (!TryPlace(at, out n, out next))
            return null;

        if (TrySmall(next, out var count, out var unitAt) && (isLast || n == 1) && _tokens.Has(unitAt, Role.Unit) && _tokens.IsAny(unitAt + 1, "of", "in"))
        {
            return Whole(unitAt + 2) is { } whole && Dates.EdgeOf(whole, count, _tokens[unitAt].Unit, isLast) is { } edge ? edge.At(i, whole.To) : null;
        }

        if (!_tokens.Has(next, Role.Unit) || _tokens.Is(next, "second") || !_tokens.IsAny(next + 1, "of", "in") || _tokens[next].Unit is Unit.Day or Unit.Quarter && !isLast)
            return null;
        return Whole(next + 2) is { } period && _dates.NthOf(period, n, _tokens[next].Unit) is { } found ? found.At(i, period.To) : null;
    }

    private When? Whole(int i)
    {
        var best = Longest(MonthPeriod(i, isAsked: true), YearPeriod(i));
        return Longest(best, ShiftedUnit(i)) is { Grain: Unit.Month or Unit.Year } whole ? whole : null;
    }

    private When? HolidayWeekend(int i)
    {
        var of = Are(i, "weekend", "of") ? i + 2 : i;
        if (HolidayDate(of) is not { } holiday || (of == i && !_tokens.Is(holiday.To, "weekend")))
            return null;
        var (past, future) = (Around(holiday.Past), Around(holiday.Future));
        var timex = Dates.Weekend(MondayOf(past.Start)).Timex;
        var period = Dates.Period(timex, past.Start, past.End, Unit.Weekend) with { Future = future.Start, FutureEnd = future.End };
        if (future.Start != past.Start)
            period = period with { FutureEnd = past.End, Future = past.Start, Or = Dates.Period(Dates.Weekend(MondayOf(future.Start)).Timex, future.Start, future.End, Unit.Weekend) };
        return period.At(i, of == i ? holiday.To + 1 : holiday.To);

        static (System.DateTime Start, System.DateTime End) Around(System.DateTime day)
        {
            if (IsNever(day))
                return (day, day);
            var weekday = WeekdayOf(day);
            return weekday <= 3 ? (AddDays(day, -weekday - 1), AddDays(day, 1)) : (weekday < 6 ? day : AddDays(MondayOf(day), 5), AddDays(MondayOf(day), 7));
        }
    }

    /// <summary>"21st century", "the 1990s", "the nineties".</summary>
    private When? CenturyOrDecade(int i)
    {
        if (TryPlace(i, out var place, out var next) && _tokens[next].Unit == Unit.Century && place <= 30)
            return Dates.Years((place - 1) * 100, 100) is var century && place > 1 ? century.At(i, next + 1) : Dates.Years(1, 99).At(i, next + 1);
        if (_tokens[i].Unit == Unit.Decade && _tokens[i].Number > 0)
            return _tokens.Is(i - 1, "the") ? Dates.Years(_tokens[i].Number, 10).At(i, i + 1) : null;
        var digits = _tokens[i];
        if (!digits.Has(Role.Digits) || !_tokens.IsAttached(i + 1) || !_tokens.Is(i + 1, "s") || digits.Number % 10 != 0)
            return null;
        if (digits.Digits == 4 && digits.Number is >= FirstYear and <= LastYear)
            return Dates.Years(digits.Number, 10).At(i, i + 2);
        if (digits.Digits != 2 || !_tokens.Is(i - 1, "the"))
            return null;
        var decade = digits.Number < 30 ? 2000 + digits.Number : 1900 + digits.Number;
        return Dates.Years(decade, 10).At(i, i + 2);
    }
}
