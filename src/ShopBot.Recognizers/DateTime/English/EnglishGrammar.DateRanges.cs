namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Stretches with two ends, or with a length: "from Monday to Friday", "November 19-20", "2 weeks starting May 20th".</summary>
internal sealed partial class EnglishGrammar
{
    /// <summary>"from A to B", "between A and B", "A - B"; one side may lack its month or year.</summary>
    private When? DatesBetween(int i)
    {
        var isBetween = _tokens.Is(i, "between");
        var at = Skip(i, "from", "between");
        var best = DaysOfOneMonth(i, at, isBetween);
        foreach (var start in (When?[])[DateOrNow(at), Period(at)])
        {
            if (start is null || !(IsTo(start.To) || (isBetween && _tokens.Is(start.To, "and"))) || (best is not null && start.To < best.To && start.IsNow))
                continue;
            var endAt = Skip(start.To + 1, "the");
            var isThe = endAt > start.To + 1;
            foreach (var end in (When?[])[DateOrNow(start.To + 1), Period(start.To + 1), YearBehindSign(start.To + 1), isThe ? Date(endAt) : null])
            {
                if (end is not null && (best is null || end.To > best.To) && _combine.Between(start, end) is { } range)
                    best = range.At(i, end.To);
            }
        }

        return best;
    }

    /// <summary>The second year of 2014-2018.</summary>
    private When? YearBehindSign(int i) => _tokens.Has(i, Role.Digits) && TryYear(i, allowShort: false, out var year, out var next) ? Dates.YearOf(year).At(i, next) : null;

    private When? DateOrNow(int i) => CalendarDateWithin(i) ?? Date(i) ?? Present(i);

    /// <summary>A date in digits may touch the sign of the range: 10/1-11/7.</summary>
    private When? CalendarDateWithin(int i) =>
        _tokens.Has(i, Role.Digits | Role.Month) && _tokens.IsAttached(i) && _tokens[i - 1].Symbol is '-' or '–' or '~' ? CalendarDate(i, isLoose: false, freely: false) : null;

    /// <summary>"November 19-20", "april 9th through seventeenth, 2018", "ninth till seventeenth of april".</summary>
    private When? DaysOfOneMonth(int i, int at, bool isBetween)
    {
        if (_tokens.Has(at, Role.Month))
        {
            if (!TryDayNumber(Skip(at + 1, "the"), out var first, out var to) || !(IsTo(to) || (isBetween && _tokens.Is(to, "and"))) ||
                !TryDayNumber(Skip(to + 1, "the"), out var last, out var next) || IsClockBehind(next) || _tokens.Has(next, Role.Month | Role.Part) || _tokens[next].Symbol is '/' or ':')
                return null;
            var year = 0;
            if (TryYear(Skip(SkipSymbol(next, ','), "of", "in"), allowShort: false, out var stated, out var end))
                (year, next) = (stated, end);
            return _combine.Between(_dates.Day(year, _tokens[at].Month, first), _dates.Day(year, _tokens[at].Month, last))?.At(_tokens.Is(i - 1, "on") ? i - 1 : i, next);
        }

        at = Skip(at, "the");
        if (!TryDayNumber(at, out var from, out var sign) || !(IsTo(sign) || (isBetween && _tokens.Is(sign, "and"))) ||
            (DayAndMonth(sign + 1) ?? DayOfShiftedMonth(Skip(sign + 1, "the"))) is not { } until || (_tokens.Has(at, Role.Digits) && !StandsFree(at)))
            return null;
        return _combine.Between(_dates.Day(until.Year, until.Month, from), until)?.At(i, until.To);
    }

    /// <summary>"22 this month", "23 in next month".</summary>
    private When? DayOfShiftedMonth(int i) =>
        TryDayNumber(i, out var day, out var next) && ShiftedUnit(Skip(next, "in", "of")) is { Grain: Unit.Month, Mod: null } month && _tokens.Has(Skip(next, "in", "of"), Role.Shift)
            ? _dates.Day(month.Year, month.Month, day).At(i, month.To)
            : null;

    /// <summary>"2 weeks starting May 20th", "a day starting this Friday at 5 pm".</summary>
    private When? LengthFromDate(int i)
    {
        if (PlainDuration(i) is not { } length || !_tokens.IsAny(length.To, "starting", "beginning", "from", "commencing"))
            return null;
        var at = Skip(length.To + 1, "on", "from");
        if (_tokens.Is(length.To, "from"))
            return null;
        if (Moment(at) is { } moment && !moment.IsNow)
            return Dates.Moments(moment.Future, length.Length.From(moment.Future, 1), length.Timex).At(i, moment.To);
        return Date(at) is { } day && !length.Length.IsTime
            ? Dates.Stretch(day.Past, length.Length.From(day.Past, 1), length.Timex).At(i, day.To)
            : null;
    }

    /// <summary>"till date", "year to date".</summary>
    private When? ToDate(int i)
    {
        var today = _calendar.Today;
        if ((Are(i, "till", "date") || Are(i, "to", "date")) && !_tokens.Is(i - 1, "up") && !(_tokens[i - 1].Symbol == '-') && !_tokens.Has(i + 2, Role.Digits))
            return (Dates.Period("PRESENT_REF", today, today, Unit.None) with { Mod = "before" }).At(i, i + 2);
        return _tokens.Has(i, Role.Unit) && Are(i + 1, "to", "date") && _dates.Shifted(_tokens[i].Unit, 0) is { Kind: Kind.DateRange, IsUnresolved: false } whole
            ? (whole with { PastEnd = today, FutureEnd = today }).At(i, i + 3)
            : null;
    }
}
