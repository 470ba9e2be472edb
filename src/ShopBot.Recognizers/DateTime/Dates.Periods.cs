using System.Globalization;
using Moment = System.DateTime;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Periods counted from now, and the parts of a period.</summary>
internal sealed partial class Dates
{
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
}
