using System.Globalization;
using Moment = System.DateTime;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Puts dates and times together: points, stretches, parts of days, before and after.</summary>
internal sealed class Combine(Dates dates)
{
    public static When Time(Clock clock)
    {
        var time = new When { Kind = Kind.Time, Clock = clock, Timex = clock.Timex };
        return clock.IsOpen ? time with { Or = new When { Kind = Kind.Time, Clock = clock.Other, Timex = clock.Other.Timex } } : time;
    }

    public static When PartOfDay(DayPart part) => new()
    {
        Kind = Kind.TimeRange, Timex = "T" + part.Code, Clock = new(part.StartHour), ClockEnd = EndOf(part), Part = part,
    };

    public static When TimeRange(Clock start, Clock end, string? timex = null) => new()
    {
        Kind = Kind.TimeRange, Clock = start, ClockEnd = end,
        Timex = timex ?? $"({start.Timex},{end.Timex},{Length.BetweenTimex(Distance(start, end))})",
    };

    public When Now() => new() { Kind = Kind.DateTime, Timex = "PRESENT_REF", Past = dates.Calendar.Now, Future = dates.Calendar.Now };

    /// <summary>A moment: the day and the time on it, in both halves of the day when the hour leaves that open.</summary>
    public static When At(When day, Clock clock)
    {
        var moment = AtFixed(day, clock);
        return clock.IsOpen ? moment with { Or = AtFixed(day, clock.Other) } : moment;
    }

    private static When AtFixed(When day, Clock clock) => day with
    {
        Kind = Kind.DateTime, Timex = day.Timex + clock.Timex, Past = On(clock, day.Past, day), Future = On(clock, day.Future, day), Clock = clock, Or = null,
    };

    public static When At(When day, DayPart part) => day with
    {
        Kind = Kind.DateTimeRange, Timex = $"{day.Timex}T{part.Code}", Part = part,
        Past = On(new(part.StartHour), day.Past, day), Future = On(new(part.StartHour), day.Future, day),
        PastEnd = On(EndOf(part), day.Past, day), FutureEnd = On(EndOf(part), day.Future, day),
    };

    /// <summary>A stretch of time on a day.</summary>
    public static When At(When day, When range)
    {
        if (range.Part is { } part && range.Mod is null)
            return At(day, part);
        var moments = Put(day, range);
        return range.Or is { } or && or.ClockEnd.TotalSeconds >= or.Clock.TotalSeconds ? moments with { Or = Put(day, or) } : moments;
    }

    private static When Put(When day, When range)
    {
        var over = range.ClockEnd.TotalSeconds < range.Clock.TotalSeconds ? 1 : 0;
        var timex = range.Part is not null
            ? $"{day.Timex}{range.Timex}"
            : range.Mod is not null
                ? day.Timex + range.Timex
                : $"({day.Timex}{range.Clock.Timex},{NextTimex(day, over)}{TimexOfEnd(range)},{Length.BetweenTimex(Distance(range.Clock, range.ClockEnd))})";
        return day with
        {
            Kind = Kind.DateTimeRange, Timex = timex, Mod = range.Mod, Or = null, Source = null, Part = range.Part,
            Past = On(range.Clock, day.Past, day), Future = On(range.Clock, day.Future, day),
            PastEnd = On(range.ClockEnd, AddDays(day.Past, over), day), FutureEnd = On(range.ClockEnd, AddDays(day.Future, over), day),
        };
    }

    private static string NextTimex(When day, int over) =>
        over > 0 && !day.Timex.Contains('X', StringComparison.Ordinal) && !IsNever(AddDays(day.Past, 1)) ? Dates.DateTimex(AddDays(day.Past, 1)) : day.Timex;

    // What ends after a stated length shows its seconds.
    private static string TimexOfEnd(When range) => range.ClockEnd.Timex;

    /// <summary>"5 to 6pm": gives each end the half of the day that makes sense beside the other.</summary>
    public static When Between(Clock start, Clock end)
    {
        if (start.IsOpen && end.IsOpen)
        {
            if (start.TotalSeconds % 43_200 <= end.TotalSeconds % 43_200)
                return TimeRange(start.Fixed, end.Fixed) with { Or = TimeRange(start.Other, end.Other) };
            return TimeRange(start.Fixed, end.Other) with { Or = TimeRange(start.Other, end.Fixed) };
        }

        if (start.IsOpen)
        {
            var afternoon = start.InHalf(afternoon: true);
            var morning = start.InHalf(afternoon: false);
            var later = afternoon.TotalSeconds <= end.TotalSeconds || (morning.TotalSeconds > end.TotalSeconds);
            return TimeRange(later ? afternoon : start.Hour == 12 ? start.Fixed : morning, end);
        }

        if (end.IsOpen)
        {
            var morning = end.Hour == 12 && start.Hour >= 12 && start.TotalSeconds > end.TotalSeconds ? end.InHalf(afternoon: false) : end.Fixed;
            var afternoon = end.InHalf(afternoon: true);
            return TimeRange(start, morning.TotalSeconds > start.TotalSeconds || afternoon.TotalSeconds <= start.TotalSeconds ? morning : afternoon);
        }

        return TimeRange(start, end);
    }

    /// <summary>From one date, month or year to another; a year said once counts for both.</summary>
    public When? Between(When start, When end)
    {
        if (start.IsNow && end.Kind is (Kind.Date or Kind.DateRange))
            start = Dates.On(dates.Calendar.Today);
        if (end.IsNow && start.Kind is (Kind.Date or Kind.DateRange))
            end = Dates.On(dates.Calendar.Today);
        if (start.Kind is not (Kind.Date or Kind.DateRange) || end.Kind is not (Kind.Date or Kind.DateRange) || start.Mod is "before" || end.Mod is "before")
            return null;

        if (start.Grain == Unit.Week && end.IsDay && end.Month == 0)
            return null; // "next week - Monday" is one day
        (start, end) = (PointOf(start), PointOf(end));
        if (start.Year == 0 && end.Year > 0 && start.Month > 0 && !start.IsLunar && end.Month > 0)
        {
            var withYear = InYear(start, end.Year);
            start = withYear.Past > end.Past && !withYear.IsUnresolved && !end.IsUnresolved ? InYear(start, end.Year - 1) : withYear;
        }
        else if (end.Year == 0 && start.Year > 0 && end.Month > 0 && start.Timex.AsSpan().IndexOf('X') < 0)
        {
            var withYear = InYear(end, start.Year);
            end = withYear.Past < start.Past && !withYear.IsUnresolved && !start.IsUnresolved ? InYear(end, start.Year + 1) : withYear;
        }

        var (first, last) = (TimexOfStart(start), TimexOfStart(end));
        if (start.IsUnresolved || end.IsUnresolved)
            return new() { Kind = Kind.DateRange, Timex = $"({first},{last},PXD)", IsUnresolved = true };

        var (past, future, pastEnd, futureEnd) = (start.Past, start.Future, end.Past, end.Future);
        if (future > futureEnd)
            future = past;
        if (pastEnd < past)
            pastEnd = futureEnd;
        if (past != future && (pastEnd - past).TotalDays > 366 && InYear(end, past.Year) is var near && near.Past >= past)
            pastEnd = near.Past; // 29 February may lie years back
        if (IsNever(future) || IsNever(futureEnd) || futureEnd < future)
            return null;

        return new()
        {
            Kind = Kind.DateRange, Past = past, Future = future, PastEnd = pastEnd, FutureEnd = futureEnd,
            Timex = $"({first},{last},{LengthTimex(start, end, future, futureEnd)})",
        };
    }

    /// <summary>From one moment to another; a side without a date has that of the other.</summary>
    public When? MomentsBetween(When start, When end)
    {
        if (start.Kind == Kind.Time && end.Kind == Kind.Time)
            return null;
        if (start.Kind == Kind.Time || end.Kind == Kind.Time)
        {
            if (start.IsNow || end.IsNow)
                return NowAndTime(start, end);
            var day = start.Kind == Kind.Time ? end : start;
            if (day.Kind != Kind.DateTime)
                return null;
            var date = DayOf(day);
            return At(date, Between(FromOpen(start), FromOpen(end)));
        }

        if ((start.IsNow && end.IsDay) || (end.IsNow && start.IsDay))
            return null;
        if (start.Kind is not (Kind.Date or Kind.DateTime) || end.Kind is not (Kind.Date or Kind.DateTime) || (start.IsDay && end.IsDay))
            return null;
        var (past, future, pastEnd, futureEnd) = (start.Past, start.Future, end.Past, end.Future);
        if (future > futureEnd)
            future = past;
        if (pastEnd < past)
            pastEnd = futureEnd;
        if (IsNever(future) || IsNever(futureEnd) || futureEnd < future)
            return null;
        return new()
        {
            Kind = Kind.DateTimeRange, Past = past, Future = future, PastEnd = pastEnd, FutureEnd = futureEnd,
            Timex = $"({start.Timex},{end.Timex},{Length.BetweenTimex(futureEnd - future)})",
        };
    }

    /// <summary>Before, after, since, until: what was a point or a range opens to one side.</summary>
    public static When Modify(When when, string mod, bool showSource = true)
    {
        var modified = ModifyOne(when, mod, showSource);
        return when.Or is { } or ? modified with { Or = ModifyOne(or, mod, showSource) } : modified;
    }

    private static When ModifyOne(When when, string mod, bool showSource)
    {
        if (mod == "approx")
            return when with { Mod = "approx", Or = null };
        var isPoint = when.Kind is Kind.Date or Kind.Time or Kind.DateTime;
        var modified = when with
        {
            Mod = when.Mod is null ? mod : $"{mod}-{when.Mod}", Or = null,
            Source = !showSource || when.Part is not null ? null : isPoint ? "datetimepoint" : "datetimerange",
            Kind = when.Kind switch { Kind.Date => Kind.DateRange, Kind.Time => Kind.TimeRange, Kind.DateTime => Kind.DateTimeRange, _ => when.Kind },
        };
        if (isPoint)
            return modified with { PastEnd = when.Past, FutureEnd = when.Future, ClockEnd = when.Clock };

        return mod switch
        {
            "before" when when.Mod != "end" => modified with { PastEnd = when.Past, FutureEnd = when.Future, ClockEnd = when.Clock },
            "after" => modified with { Past = when.PastEnd, Future = when.FutureEnd, Clock = when.ClockEnd },
            _ => modified,
        };
    }

    public static When DayOf(When moment)
    {
        var t = moment.Timex.IndexOf('T', StringComparison.Ordinal);
        return moment with
        {
            Kind = Kind.Date, Timex = t < 0 ? moment.Timex : moment.Timex[..t], Past = moment.Past.Date, Future = moment.Future.Date, Or = null, Grain = Unit.Day,
        };
    }

    public When InYear(When when, int year) => when.Kind == Kind.Date && when.Day > 0
        ? dates.Day(year, when.Month, when.Day)
        : when.Grain == Unit.Month ? dates.MonthOf(year, when.Month) : when;

    /// <summary>"from the end of March" begins when March is over, "to the middle of September" ends on the 16th.</summary>
    private static When PointOf(When when) => when switch
    {
        { Grain: Unit.Month, Mod: "end" } => when with { Past = when.PastEnd, Future = when.FutureEnd },
        { Grain: Unit.Month, Mod: "mid" } => when with { Past = AddDays(when.Past, 5), Future = AddDays(when.Future, 5) },
        _ => when,
    };

    private When? NowAndTime(When start, When end)
    {
        var today = Dates.On(dates.Calendar.Today);
        var now = Clock.Of(dates.Calendar.Now);
        var clock = start.IsNow ? end.Clock : start.Clock;
        if (clock.IsOpen)
            clock = start.IsNow && clock.TotalSeconds < now.TotalSeconds ? clock.Other : clock.Fixed;
        var (first, last) = start.IsNow ? (now, clock) : (clock, now);
        if (last.TotalSeconds < first.TotalSeconds)
            return null;
        var range = At(today, TimeRange(first, last));
        var length = Length.BetweenTimex(Distance(first, last));
        var said = today.Timex + clock.Timex;
        return range with { Timex = start.IsNow ? $"(PRESENT_REF,{said},{length})" : $"({said},PRESENT_REF,{length})" };
    }

    private static Clock FromOpen(When when) => when.Or is null ? when.Clock.Fixed : when.Clock with { IsOpen = true };

    private static string TimexOfStart(When when)
    {
        if (when.IsDay)
            return when.Timex;
        return when.Grain switch
        {
            Unit.Month when when.Mod is null => when.Timex + "-01",
            Unit.Month when when.Year == 0 => "XXXX" + Dates.DateTimex(when.Past)[4..],
            _ => Dates.DateTimex(when.Past),
        };
    }

    private static string LengthTimex(When start, When end, Moment from, Moment to)
    {
        var (months, unit) = (((to.Year - from.Year) * 12) + to.Month - from.Month, "D");
        double count = (to - from).Days;
        if (start.Grain == Unit.Year && end.Grain == Unit.Year)
            (count, unit) = (to.Year - from.Year, "Y");
        else if (start.Grain is Unit.Month or Unit.Year && end.Grain is Unit.Month or Unit.Year)
            (count, unit) = (months, "M");
        return string.Create(CultureInfo.InvariantCulture, $"P{count}{unit}");
    }

    private static TimeSpan Distance(Clock start, Clock end)
    {
        var seconds = end.TotalSeconds - start.TotalSeconds;
        return TimeSpan.FromSeconds(seconds < 0 ? seconds + 86_400 : seconds);
    }

    private static Clock EndOf(DayPart part) => part.EndHour == 24 ? new(23, 59, 59) : new(part.EndHour);

    private static Moment On(Clock clock, Moment day, When when) => when.IsUnresolved ? day : clock.On(day);
}
