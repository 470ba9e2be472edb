using System.Globalization;
using Moment = System.DateTime;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>A day that comes once a year: fixed, such a weekday of a month, counted from Easter, or by a moon calendar.</summary>
/// <param name="Timex">Without the year ("12-25"); null where the date is another one each year.</param>
internal sealed record Holiday(string? Timex, Func<int, Moment> In)
{
    public static Holiday Fixed(int month, int day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{month:D2}-{day:D2}"), year => DateOf(year, month, day));

    /// <param name="n">1 to 4, or 5 for the last.</param>
    /// <param name="days">Days behind it: Black Friday is the day after a Thursday.</param>
    public static Holiday Floating(int month, int weekday, int n, int days = 0) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{month:D2}-WXX-{weekday + days}-{(n == 5 ? 4 : n)}"),
            year => AddDays(n == 5 ? LastWeekdayInMonth(year, month, weekday) : WeekdayInMonth(year, month, weekday, n), days));

    public static Holiday Easter(int days) => new(null, year => AddDays(Holidays.EasterSunday(year), days));

    /// <summary>A day of the Chinese year; months and days as counted by the moon, leap months passed over.</summary>
    public static Holiday Lunar(int month, int day) => new(null, year => Holidays.LunarDay(year, month, day, 0));

    public static Holiday LunarNewYearsEve() => new(null, year => Holidays.LunarDay(year, 1, 1, -1));

    /// <summary>A day of the Islamic year by the tabular calendar; sighting the moon may move it by a day.</summary>
    public static Holiday Islamic(int month, int day) => new(null, year => Holidays.IslamicDay(year, month, day));

    public static Holiday Term(Func<int, int> dayOfApril) => new(null, year => DateOf(year, 4, dayOfApril(year)));
}

internal static class Holidays
{
    private static readonly ChineseLunisolarCalendar Moon = new();
    private static readonly HijriCalendar Hijri = new();

    public static When On(Dates dates, Holiday holiday, int year)
    {
        if (year > 0)
            return Dates.On(holiday.In(year)) with { Year = year };
        var now = dates.Calendar.Now;
        var here = holiday.In(now.Year);
        var past = here >= now ? holiday.In(now.Year - 1) : here;
        var future = here < now ? holiday.In(now.Year + 1) : here;
        return new()
        {
            Kind = Kind.Date, Grain = Unit.Day, Past = past, Future = future,
            Timex = "XXXX-" + (holiday.Timex ?? here.ToString("MM'-'dd", CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>The next or the last one, this day apart.</summary>
    public static When Shifted(Dates dates, Holiday holiday, int shift)
    {
        var now = dates.Calendar.Now;
        if (shift == 0)
            return Dates.On(holiday.In(now.Year));
        var here = holiday.In(now.Year);
        var passed = shift < 0 ? here < now.Date : here <= now.Date;
        return Dates.On(holiday.In(now.Year + (shift < 0 ? (passed ? 0 : -1) : passed ? 1 : 0)));
    }

    /// <summary>Gregorian computus.</summary>
    public static Moment EasterSunday(int year)
    {
        if (year is < 1583 or > 9999)
            return Never;
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var l = (32 + (2 * e) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return DateOf(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>The day of the Chinese year that begins in a Gregorian year; the calendar of the framework knows 1901 to 2100.</summary>
    public static Moment LunarDay(int year, int month, int day, int plus)
    {
        if (year <= Moon.MinSupportedDateTime.Year || year >= Moon.MaxSupportedDateTime.Year)
            return Never;
        var leap = Moon.GetLeapMonth(year); // 0, or the number of the doubled month, which comes behind the plain one
        var number = leap > 0 && month >= leap ? month + 1 : month;
        return day > Moon.GetDaysInMonth(year, number) ? Never : AddDays(Moon.ToDateTime(year, number, day, 0, 0, 0, 0), plus);
    }

    public static Moment IslamicDay(int year, int month, int day)
    {
        if (year is < 1900 or > 2100)
            return Never;
        var first = Hijri.GetYear(new Moment(year, 1, 1));
        for (var islamic = first; islamic <= first + 1; islamic++)
        {
            var date = Hijri.ToDateTime(islamic, month, day, 0, 0, 0, 0);
            if (date.Year == year)
                return date;
        }

        return Never;
    }
}
