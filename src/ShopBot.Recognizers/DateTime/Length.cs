using System.Globalization;
using System.Text;
using Moment = System.DateTime;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>How long something takes, in the units it was said in.</summary>
internal readonly record struct Length(
    double Years = 0, double Months = 0, double Weeks = 0, double Days = 0, double BusinessDays = 0, double Weekends = 0,
    double Hours = 0, double Minutes = 0, double Seconds = 0)
{
    private const double DaySeconds = 86_400, MonthDays = 30, YearDays = 365, BusinessDaySeconds = DaySeconds;

    public bool IsTime => Hours + Minutes + Seconds > 0;
    public bool IsOnlyTime => IsTime && Years + Months + Weeks + Days + BusinessDays + Weekends == 0;

    public double TotalSeconds =>
        (((Years * YearDays) + (Months * MonthDays) + (Weeks * 7) + Days + (Weekends * 2)) * DaySeconds) + (BusinessDays * BusinessDaySeconds) +
        (Hours * 3600) + (Minutes * 60) + Seconds;

    public static Length Of(double count, Unit unit) => unit switch
    {
        Unit.Second => new(Seconds: count),
        Unit.Minute => new(Minutes: count),
        Unit.Hour => new(Hours: count),
        Unit.Day => new(Days: count),
        Unit.BusinessDay => new(BusinessDays: count),
        Unit.Week => new(Weeks: count),
        Unit.Fortnight => new(Weeks: count * 2),
        Unit.Weekend => new(Weekends: count),
        Unit.Month => new(Months: count),
        Unit.Quarter => new(Months: count * 3),
        Unit.Year => new(Years: count),
        Unit.Decade => new(Years: count * 10),
        Unit.Century => new(Years: count * 100),
        _ => default,
    };

    public Length Plus(Length other) => new(
        Years + other.Years, Months + other.Months, Weeks + other.Weeks, Days + other.Days, BusinessDays + other.BusinessDays,
        Weekends + other.Weekends, Hours + other.Hours, Minutes + other.Minutes, Seconds + other.Seconds);

    public string Timex
    {
        get
        {
            var text = new StringBuilder("P", 16);
            Append(text, Years, "Y");
            Append(text, Months, "M");
            Append(text, Weeks, "W");
            Append(text, Weekends, "WE");
            Append(text, Days, "D");
            Append(text, BusinessDays, "BD");
            if (IsTime)
                text.Append('T');
            Append(text, Hours, "H");
            Append(text, Minutes, "M");
            Append(text, Seconds, "S");
            return text.ToString();
        }
    }

    /// <summary>The moment so much later, or earlier with a <paramref name="direction"/> of -1.</summary>
    public Moment From(Moment moment, int direction)
    {
        var days = (Weeks * 7) + Days + (Weekends * 7) + (Hours / 24) + (Minutes / 1440) + (Seconds / DaySeconds);
        var shifted = ReferenceCalendar.AddMonths(moment, direction * ((Years * 12) + Months));
        return AddBusinessDays(ReferenceCalendar.AddDays(shifted, direction * days), direction);
    }

    /// <summary>A stretch of hours and minutes as TIMEX: PT1H30M.</summary>
    public static string BetweenTimex(TimeSpan span)
    {
        var text = new StringBuilder("PT", 16);
        Append(text, Math.Floor(span.TotalHours), "H");
        Append(text, span.Minutes, "M");
        Append(text, span.Seconds, "S");
        return text.ToString();
    }

    private static void Append(StringBuilder text, double count, string unit)
    {
        if (count > 0)
            text.Append(count.ToString("0.######", CultureInfo.InvariantCulture)).Append(unit);
    }

    private Moment AddBusinessDays(Moment moment, int direction)
    {
        // Whole weeks first, so that a million business days cost no more than five.
        var weeks = Math.Floor(BusinessDays / 5);
        moment = ReferenceCalendar.AddDays(moment, direction * weeks * 7);
        for (var left = BusinessDays - (weeks * 5); left >= 1 && !ReferenceCalendar.IsNever(moment); )
        {
            moment = ReferenceCalendar.AddDays(moment, direction);
            if (!ReferenceCalendar.IsNever(moment) && ReferenceCalendar.WeekdayOf(moment) < 6)
                left--;
        }

        return moment;
    }
}
