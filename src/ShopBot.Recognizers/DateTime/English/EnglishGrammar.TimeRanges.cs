namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Stretches of hours: "5 to 6pm", "in the morning", "tomorrow from 7 to 8", "next hour".</summary>
internal sealed partial class EnglishGrammar
{
    private static readonly DayPart[] Meals = [DateWords.Lunch, DateWords.Breakfast, DateWords.Dinner, DateWords.Brunch];

    private When? TimeRange(int i)
    {
        var best = Hours(i, inDay: false);
        best = Longest(best, DayPartAlone(i));
        return Longest(best, PartOfDayPart(i));
    }

    /// <param name="inDay">Beside a day "from 7 to 9" and "6-8" need no "pm" to be hours.</param>
    private When? Hours(int i, bool inDay)
    {
        var isBetween = _tokens.Is(i, "between");
        var at = Skip(i, "from", "between", "at");
        if (!TryClock(at, out var start, out var next, out var isSure))
            return null;
        if (_tokens.Is(next, "for") && (_tokens.Is(i, "from") || (inDay && isSure)) && PlainDuration(next + 1) is { Length.IsTime: true } length)
        {
            var from = start.Fixed;
            var until = Clock.Of(System.DateTime.MinValue.AddSeconds((from.TotalSeconds + length.Length.TotalSeconds) % 86_400));
            var hours = Length.BetweenTimex(TimeSpan.FromSeconds(Math.Min(length.Length.TotalSeconds, 86_400)));
            return Combine.TimeRange(from, until, $"({from.Timex},{until.Timex},{hours})").At(i, length.To);
        }

        if (!(IsTo(next) || (isBetween && _tokens.Is(next, "and"))) || !TryClock(Skip(next + 1, "at", "about"), out var end, out var to, out var isEndSure))
            return null;
        var isWorded = (start.Minute >= 0 || end.Minute >= 0) && at > i;
        var isFourDigits = _tokens[at].Digits == 4 && at > i;
        if (!(isSure || isEndSure || isWorded || isFourDigits || inDay) || IsCounted(to) || (_tokens.Has(at, Role.Digits) && !StandsFree(at) && !isSure))
            return null;
        if (_tokens.Is(i, "at") && !inDay)
            return null;
        if (start.Hour < 12 && !start.IsOpen && end is { IsOpen: false, Hour: 0, Minute: <= 0 } && _tokens.Has(next + 1, Role.Digits))
            end = end with { Hour = 12 }; // "10am-12am" means noon
        return Combine.Between(start, end).At(i, to);
    }

    private When? DayPartAlone(int i)
    {
        if (Are(i, "business", "hours") || Are(i, "business", "hour") || Are(i, "working", "hours"))
            return Combine.PartOfDay(DateWords.BusinessHours).At(i, i + 2);
        if (!TryPart(i, out var part, out var next))
            return null;
        var isMeal = Array.IndexOf(Meals, part) >= 0 && !_tokens.IsAny(next - 1, "lunchtime", "dinnertime");
        if (isMeal)
            return null;
        if (_tokens.Is(i, "at") && part.Code is not ("NI" or "MEL" or "MED" or "NT"))
            return null;
        return Combine.PartOfDay(part).At(i, next);
    }

    /// <summary>"later in the afternoon", "early morning".</summary>
    private When? PartOfDayPart(int i)
    {
        if (EarlyMidLate(i) is not { } mod)
            return null;
        var at = _tokens.IsSymbol(i + 1, '-') ? i + 2 : i + 1;
        if (!TryPart(at, out var part, out var next) || _tokens.Is(at, "at") || (_tokens.Is(i, "mid") && part.Code is "NI" or "MO" or "AF"))
            return null;
        var (start, end) = PartOf(part, mod);
        return (Combine.PartOfDay(part) with { Clock = start, ClockEnd = end, Mod = mod }).At(i, next);
    }

    private string? EarlyMidLate(int i) => _tokens.WordAt(i) switch
    {
        "early" or "earlier" => "start", "mid" or "middle" => "mid", "late" or "later" => "end", _ => null,
    };

    private static (Clock Start, Clock End) PartOf(DayPart part, string mod)
    {
        var (start, end) = (part.StartHour, part.EndHour);
        var half = (start + end) / 2;
        var last = end == 24 ? new Clock(23, 59, 59) : new Clock(end);
        return mod switch { "start" => (new(start), new(half)), "mid" => (new(half - 1), new(half + 1)), _ => (new(half), last) };
    }

    private When? DateTimeRange(int i)
    {
        var best = DayThenHours(i);
        best = Longest(best, HoursThenDay(i));
        best = Longest(best, DayAndPartAlone(i));
        best = Longest(best, PartOfDate(i));
        best = Longest(best, DayWithBound(i));
        best = Longest(best, RestOfDay(i));
        best = Longest(best, MomentsBetween(i));
        if (Longest(best, Longest(ShiftedCount(i), LengthFromDate(i))) is { Kind: Kind.DateTimeRange } found)
            best = found;
        return Longest(best, WeekdayHoursOfMonth(i));
    }

    /// <summary>"next monday 1-3 pm", "tonight from 7 to 9", "next monday morning 6-8".</summary>
    private When? DayThenHours(int i)
    {
        if (DayAndPart(i, out var part) is not { } day)
            return null;
        var at = _tokens[day.To].Symbol is ',' or '-' or '@' ? day.To + 1 : day.To;
        if (Hours(at, inDay: true) is not { } hours)
            return null;
        if (part is not null && hours.Or is not null)
            hours = Combine.TimeRange(hours.Clock.In(part), hours.ClockEnd.In(part)).At(at, hours.To);
        return Combine.At(day, hours).At(i, hours.To);
    }

    /// <summary>"from 5 to 6pm of April 22", "between 3 and 8 yesterday", "10am to 12pm Monday morning".</summary>
    private When? HoursThenDay(int i)
    {
        if (Hours(i, inDay: true) is not { } hours || _tokens.Is(i, "at"))
            return null;
        var at = Skip(SkipSymbol(hours.To, ','), "on", "of", "in", "the");
        if (DayAndPart(at, out var part) is not { } day)
            return null;
        if (part is not null && hours.Or is not null)
            hours = Combine.TimeRange(hours.Clock.In(part), hours.ClockEnd.In(part));
        return Combine.At(day, hours).At(i, day.To);
    }

    /// <summary>"tomorrow night", "tuesday in the morning", "this evening", "tonight", "later this afternoon", "today pm".</summary>
    private When? DayAndPartAlone(int i)
    {
        var mod = EarlyMidLate(i);
        var at = mod is null ? i : i + 1;
        When? day;
        DayPart? part;
        if (mod is null && TryPart(i, out var first, out var next) && DayBehindPart(next) is { } behind)
            return Array.IndexOf(Meals, first) >= 0 ? null : Combine.At(behind, first).At(i, behind.To);
        day = DayAndPart(at, out part);
        if (day is null || part is null || Array.IndexOf(Meals, part) >= 0)
            return null;
        var range = Combine.At(day, part);
        if (mod is not null)
        {
            var (start, end) = PartOf(part, mod);
            range = range with
            {
                Mod = mod, Past = start.On(day.Past), Future = start.On(day.Future), PastEnd = end.On(day.Past), FutureEnd = end.On(day.Future),
            };
        }

        return range.At(i, day.To);
    }

    private When? DayBehindPart(int i) => Date(Skip(i, "of", "on"));

    /// <summary>"mid today", "later in today", "early in the day Wednesday".</summary>
    private When? PartOfDate(int i)
    {
        if (EarlyMidLate(i) is not { } mod)
            return null;
        var at = Skip(i + 1, "in", "on");
        var day = _tokens.Is(at, "the") && _tokens.Is(at + 1, "day") ? Date(at + 2) ?? Date(at) : Date(at);
        if (day is null || day.Kind != Kind.Date || _tokens.Has(at, Role.Part))
            return null;
        var (start, end) = mod switch { "start" => (0d, 0.5), "mid" => (10 / 24d, 14 / 24d), _ => (0.5, 1d) };
        var isFuture = _tokens.Is(at, "the");
        var past = isFuture && day.Future != day.Past ? day.Future : day.Past;
        return (day with
        {
            Kind = Kind.DateTimeRange, Mod = mod, Past = ReferenceCalendar.AddDays(past, start), PastEnd = ReferenceCalendar.AddDays(past, end),
            Future = ReferenceCalendar.AddDays(day.Future, start), FutureEnd = ReferenceCalendar.AddDays(day.Future, end),
        }).At(i, day.To);
    }

    /// <summary>"rest of the day": until its last second, counted in seconds.</summary>
    private When? RestOfDay(int i)
    {
        if (!Are(i, "rest", "of"))
            return null;
        var at = Skip(i + 2, "the", "my", "this");
        at = Skip(at, "current");
        if (!_tokens.Is(at, "day"))
            return null;
        var end = new Clock(23, 59, 59).On(_calendar.Today);
        var seconds = (int)(end - _calendar.Now).TotalSeconds;
        return Dates.Moments(_calendar.Now, end, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PT{seconds}S")).At(i, at + 1);
    }

    /// <summary>"today before 4pm", "tuesday after 1pm".</summary>
    private When? DayWithBound(int i)
    {
        if (DayAndPart(i, out var part) is not { } day)
            return null;
        var at = SkipSymbol(day.To, ',');
        var mod = _tokens.WordAt(at) switch { "before" or "by" => "before", "after" => "after", "since" => "since", "until" or "till" => "until", _ => null };
        if (mod is null || !TryClock(at + 1, out var clock, out var next, out var isSure) || (IsCounted(next) && !isSure))
            return null;
        var moment = Combine.At(day, part is null ? clock : clock.In(part));
        return Combine.Modify(moment, mod, showSource: false).At(i, next);
    }

    /// <summary>"between 2:00 tomorrow and 4:00", "from yesterday 2pm to tomorrow 4pm", "between now and eight o'clock".</summary>
    private When? MomentsBetween(int i)
    {
        var isBetween = _tokens.Is(i, "between");
        if (_tokens.Is(i, "at"))
            return null;
        var at = Skip(i, "from", "between");
        When? best = null;
        foreach (var start in (When?[])[Moment(at), Date(at), TimeAt(at)])
        {
            if (start is null || !(IsTo(start.To) || (isBetween && _tokens.Is(start.To, "and"))))
                continue;
            foreach (var end in (When?[])[Moment(start.To + 1), Date(start.To + 1), TimeAt(start.To + 1)])
            {
                if (end is not null && (best is null || end.To > best.To) && _combine.MomentsBetween(start, end) is { } range)
                    best = range.At(i, end.To);
            }
        }

        return best;
    }

    private When? TimeAt(int i) => TryClock(Skip(i, "at"), out var clock, out var next, out var isSure) && isSure ? Combine.Time(clock).At(i, next) : null;

    /// <summary>"first monday 1pm to 3pm of next month".</summary>
    private When? WeekdayHoursOfMonth(int i)
    {
        if (!TryPlace(Skip(i, "the"), out var n, out var at) || n > 5 || !_tokens.Has(at, Role.Weekday))
            return null;
        var clockAt = Skip(at + 1, "at", "from");
        var hours = Hours(clockAt, inDay: true);
        var (next, clock) = (hours?.To ?? 0, default(Clock));
        if (hours is null && !TryClock(clockAt, out clock, out next, out _))
            return null;
        if (!_tokens.IsAny(next, "of", "in") || Month(Skip(next + 1, "the")) is not { } month || _dates.WeekdayOfMonth(month, _tokens[at].Weekday, n) is not { } day)
            return null;
        return (hours is null ? Combine.At(day, clock) : Combine.At(day, hours)).At(Skip(i, "the"), month.To);
    }
}
