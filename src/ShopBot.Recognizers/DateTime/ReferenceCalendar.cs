using System.Globalization;
using Moment = System.DateTime;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Days counted from the time of asking. Where the calendar ends the answer is <see cref="Never"/>, not an exception.</summary>
internal sealed class ReferenceCalendar(Moment now)
{
    /// <summary>A day no calendar has; nothing that contains it is shown.</summary>
    public static readonly Moment Never = Moment.MaxValue;

    // Two-digit years: up to 29 this century, from 40 the last one; in between both.
    private const int FirstOpenYear = 30, FirstOldYear = 40;

    public Moment Now { get; } = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond));
    public Moment Today => Now.Date;

    public static bool IsNever(Moment moment) => moment == Never;

    public static Moment DateOf(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= Moment.DaysInMonth(year, month) ? new(year, month, day) : Never;

    public static Moment AddDays(Moment from, double days)
    {
        var ticks = from.Ticks + (days * TimeSpan.TicksPerDay);
        return IsNever(from) || ticks < 0 || ticks >= Never.Ticks ? Never : from.AddTicks((long)Math.Round(days * TimeSpan.TicksPerDay));
    }

    public static Moment AddMonths(Moment from, double months)
    {
        var whole = Math.Floor(months);
        var month = (from.Year * 12d) + from.Month - 1 + whole;
        if (IsNever(from) || month < 12 || month >= 120_000)
            return Never;
        return AddDays(from.AddMonths((int)whole), (months - whole) * 30);
    }

    public static Moment AddYears(Moment from, double years) => AddMonths(from, years * 12);

    public static int WeekdayOf(Moment day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static Moment MondayOf(Moment day) => AddDays(day.Date, 1 - WeekdayOf(day));

    public static string WeekTimex(Moment monday) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):D4}-W{ISOWeek.GetWeekOfYear(monday):D2}");

    /// <summary>Monday of a numbered week; <see cref="Never"/> for weeks the year does not have.</summary>
    public static Moment MondayOfWeek(int year, int week) =>
        year is >= 1 and < 9999 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year) ? ISOWeek.ToDateTime(year, week, DayOfWeek.Monday) : Never;

    /// <summary>The n-th (1 to 5) such weekday of a month; <see cref="Never"/> when the month has no fifth.</summary>
    public static Moment WeekdayInMonth(int year, int month, int weekday, int n)
    {
        var first = DateOf(year, month, 1);
        if (IsNever(first) || n < 1)
            return Never;
        var day = 1 + ((weekday - WeekdayOf(first) + 7) % 7) + (7 * (n - 1));
        return DateOf(year, month, day);
    }

    public static Moment LastWeekdayInMonth(int year, int month, int weekday)
    {
        var fifth = WeekdayInMonth(year, month, weekday, 5);
        return IsNever(fifth) ? WeekdayInMonth(year, month, weekday, 4) : fifth;
    }

    /// <summary>A two-digit year as four digits; both centuries are possible from 30 to 39.</summary>
    public static bool IsOpenYear(int twoDigits) => twoDigits is >= FirstOpenYear and < FirstOldYear;

    public static int FullYear(int twoDigits) => twoDigits < FirstOldYear ? 2000 + twoDigits : 1900 + twoDigits;
}
