using System.Globalization;
using Moment = System.DateTime;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Days, weeks, months and years as they are said, with the past and the future reading of those that come again.</summary>
internal sealed class Dates(ReferenceCalendar calendar)
{
    // A 31st is never more than two months away, a Friday 13th not more than 14, a Monday 29 February 40 years.
    private const int MostMonths = 480, LeapStep = 4, MostLeapSteps = 3;

    public ReferenceCalendar Calendar => calendar;
    private Moment Now => calendar.Now;

    public static string DateTimex(Moment day) => day.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);

    /// <summary>A day that was not said by its date: year and month of other words stay their own.</summary>
    public static When On(Moment day) => new()
    {
        Kind = Kind.Date, Timex = DateTimex(day), Past = day, Future = day, Grain = Unit.Day,
    };

    /// <summary>A day; year 0 when it was not said.</summary>
    public When Day(int year, int month, int day)
    {
        var when = new When { Kind = Kind.Date, Year = year, Month = month, Day = day, Grain = Unit.Day };
        if (year > 0)
        {
            var date = DateOf(year, month, day);
            var timex = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
            return when with { Timex = timex, Past = date, Future = date, IsUnresolved = IsNever(date) };
        }

        var (past, future) = Nearest(month, day);
        return when with
        {
            Timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{day:D2}"), Past = past, Future = future,
            IsUnresolved = IsNever(past) || IsNever(future),
        };
    }

    /// <summary>A day of a year that was written with two digits: 12/12/30 is in this or the last century.</summary>
    public When DayOfShortYear(int twoDigits, int month, int day)
    {
        if (!IsOpenYear(twoDigits))
            return Day(FullYear(twoDigits), month, day);
        var future = Day(2000 + twoDigits, month, day);
        var past = DateOf(1900 + twoDigits, month, day);
        return future.IsUnresolved || IsNever(past)
            ? future
            : future with { Timex = string.Create(CultureInfo.InvariantCulture, $"XX{twoDigits:D2}-{month:D2}-{day:D2}"), Past = past };
    }

    /// <summary>"the 18th" of some month.</summary>
    public When DayOfMonth(int day) => new()
    {
        Kind = Kind.Date, Day = day, Grain = Unit.Day, Timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}"),
        Past = Search(-1, date => date.Day == day && date < Now, day), Future = Search(1, date => date.Day == day && date >= Now, day),
    };

    public When Weekday(int weekday)
    {
        var day = AddDays(MondayOf(Now), weekday - 1);
        return new()
        {
            Kind = Kind.Date, Grain = Unit.Day, Timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"),
            Past = day >= Now ? AddDays(day, -7) : day, Future = day < Now ? AddDays(day, 7) : day,
        };
    }

    /// <summary>The weekday of a week so many weeks away.</summary>
    public When WeekdayOfWeek(int weeks, int weekday) => On(AddDays(MondayOf(Now), (7d * weeks) + weekday - 1));

    /// <summary>"Monday 21": the nearest months in which the two agree.</summary>
    public When WeekdayAndDay(int weekday, int day)
    {
        var here = DateOf(Now.Year, Now.Month, day);
        if (here == calendar.Today && WeekdayOf(here) == weekday)
            return On(here);
        return new()
        {
            Kind = Kind.Date, Grain = Unit.Day, Timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"),
            Past = Search(-1, date => date < Now && WeekdayOf(date) == weekday, day),
            Future = Search(1, date => date >= Now && WeekdayOf(date) == weekday, day),
        };
    }

    /// <summary>A month; year 0 when it was not said.</summary>
    public When MonthOf(int year, int month)
    {
        var (pastYear, futureYear) = year > 0 ? (year, year) : (Now.Month > month ? Now.Year : Now.Year - 1, Now.Month > month ? Now.Year + 1 : Now.Year);
        var (past, future) = (DateOf(pastYear, month, 1), DateOf(futureYear, month, 1));
        var shown = year > 0 ? year.ToString("D4", CultureInfo.InvariantCulture) : "XXXX";
        return Period(string.Create(CultureInfo.InvariantCulture, $"{shown}-{month:D2}"), past, AddMonths(past, 1), Unit.Month) with
        {
            Future = future, FutureEnd = AddMonths(future, 1), Year = year, Month = month,
        };
    }

    public static When YearOf(int year) =>
        Period(year.ToString("D4", CultureInfo.InvariantCulture), DateOf(year, 1, 1), DateOf(year + 1, 1, 1), Unit.Year) with { Year = year };

    public static When Week(Moment monday) => Period(IsNever(monday) ? "" : WeekTimex(monday), monday, AddDays(monday, 7), Unit.Week);

    public static When Weekend(Moment monday) =>
        Period(IsNever(monday) ? "" : WeekTimex(monday) + "-WE", AddDays(monday, 5), AddDays(monday, 7), Unit.Weekend);

    /// <summary>Weeks of a month count from the one that holds its first Thursday.</summary>
    public static Moment FirstMondayOfMonth(int year, int month) => MondayOf(DateOf(year, month, 4));

    public static When Period(string timex, Moment start, Moment end, Unit grain) => new()
    {
        Kind = Kind.DateRange, Timex = timex, Past = start, Future = start, PastEnd = end, FutureEnd = end, Grain = grain,
    };

    /// <summary>A stretch of days as TIMEX shows it: (start,end,P3D).</summary>
    public static When Stretch(Moment start, Moment end, string length) => IsNever(start) || IsNever(end)
        ? Period("", Never, Never, Unit.None)
        : Period($"({DateTimex(start)},{DateTimex(end)},{length})", start, end, Unit.None);

    public static When Quarter(int year, int quarter)
    {
        var start = DateOf(year, 1 + (3 * (quarter - 1)), 1);
        return Stretch(start, AddMonths(start, 3), "P3M") with { Grain = Unit.Quarter };
    }

    public static When HalfYear(int year, int half)
    {
        var start = DateOf(year, half == 1 ? 1 : 7, 1);
        return Stretch(start, AddMonths(start, 6), "P6M");
    }

    /// <summary>A quarter of a year that was not said.</summary>
    public When QuarterOfSomeYear(int quarter)
    {
        var start = DateOf(Now.Year, 1 + (3 * (quarter - 1)), 1);
        var end = AddMonths(start, 3);
        return new()
        {
            Kind = Kind.DateRange, Grain = Unit.Quarter, Past = start, PastEnd = end, Future = AddYears(start, 1), FutureEnd = AddYears(end, 1),
            Timex = string.Create(CultureInfo.InvariantCulture, $"(XXXX-{start.Month:D2}-01,XXXX-{end.Month:D2}-01,P3M)"),
        };
    }

    public static When Season(int year, string code) => new()
    {
        Kind = Kind.DateRange, Timex = year > 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{code}") : code, IsUnresolved = true,
    };

    /// <summary>Ten years from a start; a hundred for a century.</summary>
    public static When Years(int start, int count) =>
        Stretch(DateOf(start, 1, 1), DateOf(start + count, 1, 1), string.Create(CultureInfo.InvariantCulture, $"P{count}Y"));

    /// <summary>This, next or last week, month …: 0, 1, -1.</summary>
    public When? Shifted(Unit unit, int shift)
    {
        var monday = MondayOf(Now);
        switch (unit)
        {
            case Unit.Day:
                return On(AddDays(Now.Date, shift));
            case Unit.Week:
                return Week(AddDays(monday, 7d * shift));
            case Unit.Weekend:
                return Weekend(AddDays(monday, 7d * shift));
            case Unit.Fortnight:
                var fortnight = AddDays(monday, 14d * shift);
                return Stretch(fortnight, AddDays(fortnight, 14), "P2W");
            case Unit.Month:
                var month = AddMonths(new(Now.Year, Now.Month, 1), shift);
                return IsNever(month) ? null : MonthOf(month.Year, month.Month);
            case Unit.Quarter:
                var quarter = AddMonths(new(Now.Year, (Now.Month - 1) / 3 * 3 + 1, 1), 3d * shift);
                return Stretch(quarter, AddMonths(quarter, 3), "P3M");
            case Unit.Year:
                return YearOf(Now.Year + shift);
            case Unit.Decade:
                return Years(((Now.Year / 10) + shift) * 10, 10);
            case Unit.Century:
                return Years(((Now.Year / 100) + shift) * 100, 100);
            case Unit.Hour or Unit.Minute or Unit.Second:
                return Around(Length.Of(1, unit), shift < 0 ? -1 : 1);
            default:
                return null;
        }
    }

    /// <summary>The next or last so many days, weeks, hours …, beginning or ending now.</summary>
    public When Around(Length length, int direction)
    {
        if (length.IsTime)
        {
            var other = length.From(Now, direction);
            return Moments(direction > 0 ? Now : other, direction > 0 ? other : Now, length.Timex);
        }

        var start = direction > 0 ? AddDays(Now.Date, 1) : length.From(Now.Date, -1);
        var end = direction > 0 ? length.From(start, 1) : Now.Date;
        if (length.BusinessDays is > 0 and <= 31)
            return BusinessDays(length, direction);
        return Stretch(start, end, length.Timex);
    }

    /// <summary>A stretch between two moments as TIMEX shows it.</summary>
    public static When Moments(Moment start, Moment end, string length)
    {
        if (IsNever(start) || IsNever(end))
            return Period("", Never, Never, Unit.None);
        var timex = string.Create(CultureInfo.InvariantCulture, $"({MomentTimex(start)},{MomentTimex(end)},{length})");
        return Period(timex, start, end, Unit.None) with { Kind = Kind.DateTimeRange };
    }

    public static string MomentTimex(Moment moment) => moment.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>So many quarters, counted from the running one.</summary>
    public When Quarters(int count, int direction)
    {
        var running = AddMonths(new(Now.Year, (Now.Month - 1) / 3 * 3 + 1, 1), 0);
        var start = AddMonths(running, direction > 0 ? 3 : -3d * count);
        return Stretch(start, AddMonths(start, 3d * count), string.Create(CultureInfo.InvariantCulture, $"P{3 * count}M"));
    }

    /// <summary>The beginning ("start"), "mid" or "end" of a period.</summary>
    /// <param name="fromNow">"later this week" begins now at the earliest and is no fixed part of it.</param>
    public When PartOf(When whole, string mod, bool fromNow = false)
    {
        var (past, pastEnd) = EdgesOf(whole.Past, whole.PastEnd, mod, whole.Grain);
        var (future, futureEnd) = EdgesOf(whole.Future, whole.FutureEnd, mod, whole.Grain);
        if (fromNow)
        {
            var today = calendar.Today;
            if (mod == "start" && whole.Grain == Unit.Year)
                (pastEnd, futureEnd) = (today, today);
            if (mod == "end" && future < today)
                (past, future) = (today, today);
        }

        return whole with { Past = past, PastEnd = pastEnd, Future = future, FutureEnd = futureEnd, Mod = fromNow ? null : mod };
    }

    private static (Moment Start, Moment End) EdgesOf(Moment start, Moment end, string mod, Unit grain)
    {
        if (IsNever(start) || IsNever(end))
            return (start, end);
        return grain switch
        {
            Unit.Year => mod switch { "start" => (start, AddMonths(start, 4)), "mid" => (AddMonths(start, 4), AddMonths(start, 8)), _ => (AddMonths(start, 6), end) },
            Unit.Month => mod switch { "start" => (start, AddDays(start, 15)), "mid" => (AddDays(start, 10), AddDays(start, 20)), _ => (AddDays(start, 15), end) },
            Unit.Week => mod switch { "start" => (start, AddDays(start, 3)), "mid" => (AddDays(start, 2), AddDays(start, 5)), _ => (AddDays(start, 3), end) },
            _ => Thirds((end - start).TotalDays),
        };

        (Moment, Moment) Thirds(double days)
        {
            var (third, half) = (Math.Floor(days / 3), Math.Floor(days / 2));
            return mod switch
            {
                "start" => (start, AddDays(start, half)), "mid" => (AddDays(start, third), AddDays(start, 2 * third)), _ => (AddDays(start, half), end),
            };
        }
    }

    /// <summary>The first or last so many days, weeks or months of a month or year.</summary>
    public static When? EdgeOf(When whole, int count, Unit unit, bool last)
    {
        var length = Length.Of(count, unit);
        if (whole.Kind != Kind.DateRange || whole.IsUnresolved || unit < Unit.Day || IsNever(whole.FutureEnd))
            return null;
        var (start, end) = (whole.Future, whole.FutureEnd);
        if (unit == Unit.Week)
            (start, end) = (MondayOf(AddDays(start, 3)), MondayOf(AddDays(end, 3))); // the week of a Thursday is the year's
        return last ? Stretch(length.From(end, -1), end, length.Timex) : Stretch(start, length.From(start, 1), length.Timex);
    }

    /// <summary>The n-th day, week, month or quarter of a month or year; n from 1, or -1 for the last.</summary>
    public When? NthOf(When whole, int n, Unit unit)
    {
        if (whole.Kind != Kind.DateRange || whole.IsUnresolved || IsNever(whole.FutureEnd) || n == 0)
            return null;
        var found = (Nth(whole.Past, whole.PastEnd), Nth(whole.Future, whole.FutureEnd));
        if (found.Item1 is null || found.Item2 is null)
            return null;
        if (whole is { Grain: Unit.Month } && unit == Unit.Week && n > 0)
        {
            var timex = string.Create(CultureInfo.InvariantCulture, $"{whole.Timex}-W{n:D2}");
            return found.Item1 with { Timex = timex, Future = found.Item2.Future, FutureEnd = found.Item2.FutureEnd };
        }

        return found.Item1 with { Future = found.Item2.Future, FutureEnd = found.Item2.FutureEnd };

        When? Nth(Moment start, Moment end)
        {
            if (IsNever(start) || IsNever(end))
                return null;
            switch (unit)
            {
                case Unit.Day:
                    var day = n > 0 ? AddDays(start, n - 1) : AddDays(end, n);
                    return day < start || day >= end ? null : On(day);
                case Unit.Week:
                    var monday = n > 0 ? AddDays(MondayOf(AddDays(start, 3)), 7d * (n - 1)) : AddDays(MondayOf(AddDays(end, 3)), 7d * n);
                    return monday >= end ? null : Week(monday);
                case Unit.Month:
                    var month = n > 0 ? AddMonths(start, n - 1) : AddMonths(end, n);
                    return month < start || month >= end ? null : MonthOf(month.Year, month.Month);
                case Unit.Quarter:
                    var quarter = n > 0 ? AddMonths(start, 3d * (n - 1)) : AddMonths(end, 3d * n);
                    return quarter < start || quarter >= end ? null : Quarter(quarter.Year, ((quarter.Month - 1) / 3) + 1);
                default:
                    return null;
            }
        }
    }

    /// <summary>The n-th such weekday of a month; 5 is the last one.</summary>
    public When? WeekdayOfMonth(When month, int weekday, int n)
    {
        if (month is not { Kind: Kind.DateRange, Grain: Unit.Month })
            return null;
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month.Month:D2}-WXX-{weekday}-#{n}");
        if (month.Year > 0)
        {
            var day = Find(month.Year);
            return On(day) with { Timex = timex };
        }

        var (past, future) = (Find(Now.Year), Find(Now.Year));
        if (future < Now)
            future = Find(Now.Year + 1);
        if (past >= Now)
            past = Find(Now.Year - 1);
        return new() { Kind = Kind.Date, Timex = timex, Past = past, Future = future, Grain = Unit.Day };

        Moment Find(int year) => n >= 5 ? LastWeekdayInMonth(year, month.Month, weekday) : WeekdayInMonth(year, month.Month, weekday, n);
    }

    private When BusinessDays(Length length, int direction)
    {
        var count = (int)length.BusinessDays;
        var days = new List<string>(count);
        var (first, last, day) = (Never, Never, Now.Date);
        while (days.Count < count)
        {
            day = AddDays(day, direction);
            if (IsNever(day))
                return Period("", Never, Never, Unit.None);
            if (WeekdayOf(day) > 5)
                continue;
            first = IsNever(first) ? day : first;
            last = day;
            days.Add(DateTimex(day));
        }

        if (direction < 0)
        {
            (first, last) = (last, first);
            days.Reverse();
        }

        return Stretch(first, AddDays(last, 1), length.Timex) with { Days = string.Join(",", days) };
    }

    private (Moment Past, Moment Future) Nearest(int month, int day)
    {
        if (month == 2 && day == 29)
            return NearestLeapDays();
        var here = DateOf(Now.Year, month, day);
        return IsNever(here)
            ? (Never, Never)
            : (here >= Now ? DateOf(Now.Year - 1, month, day) : here, here < Now ? DateOf(Now.Year + 1, month, day) : here);
    }

    private (Moment Past, Moment Future) NearestLeapDays()
    {
        var year = Now.Year - (Now.Year % LeapStep);
        var (past, future) = (Never, Never);
        for (var step = -MostLeapSteps; step <= MostLeapSteps; step++)
        {
            var day = DateOf(year + (step * LeapStep), 2, 29);
            if (IsNever(day))
                continue;
            if (day < Now)
                past = day;
            else if (IsNever(future))
                future = day;
        }

        return (past, future);
    }

    private Moment Search(int step, Func<Moment, bool> fits, int day)
    {
        var month = new Moment(Now.Year, Now.Month, 1);
        for (var i = 0; i < MostMonths && !IsNever(month); i++, month = AddMonths(month, step))
        {
            var date = DateOf(month.Year, month.Month, day);
            if (!IsNever(date) && fits(date))
                return date;
        }

        return Never;
    }
}
