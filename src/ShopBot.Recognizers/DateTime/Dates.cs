using System.Globalization;
using Moment = System.DateTime;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Days, weeks, months and years as they are said, with the past and the future reading of those that come again.</summary>
internal sealed partial class Dates(ReferenceCalendar calendar)
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
