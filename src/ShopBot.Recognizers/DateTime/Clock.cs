using System.Globalization;
using Moment = System.DateTime;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>A time of day as it was said: -1 stands for minutes and seconds that were not.</summary>
/// <param name="IsOpen">An hour up to 12 without its half of the day: "five" may be 05:00 or 17:00.</param>
internal readonly record struct Clock(int Hour, int Minute = -1, int Second = -1, bool IsOpen = false)
{
    public int TotalSeconds => (Hour * 3600) + (Math.Max(Minute, 0) * 60) + Math.Max(Second, 0);

    public string Timex => Second >= 0
        ? string.Create(CultureInfo.InvariantCulture, $"T{Hour:D2}:{Minute:D2}:{Second:D2}")
        : Minute >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"T{Hour:D2}:{Minute:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"T{Hour:D2}");

    public bool IsValid => Hour is >= 0 and <= 24 && Minute < 60 && Second < 60 && (Hour < 24 || (Minute <= 0 && Second <= 0));

    /// <summary>The same reading in the other half of the day.</summary>
    public Clock Other => this with { Hour = Hour == 12 ? 0 : Hour < 12 ? Hour + 12 : Hour - 12, IsOpen = false };

    public Clock Fixed => this with { IsOpen = false };

    public Moment On(Moment day) => ReferenceCalendar.AddDays(day, TotalSeconds / 86_400d) is var moment && !ReferenceCalendar.IsNever(moment)
        ? day.AddSeconds(TotalSeconds)
        : ReferenceCalendar.Never;

    /// <summary>"am" makes 12 midnight, "pm" makes 1 to 11 afternoon.</summary>
    public Clock InHalf(bool afternoon) => this with
    {
        IsOpen = false,
        Hour = afternoon ? (Hour < 12 ? Hour + 12 : Hour) : Hour == 12 ? 0 : Hour,
    };

    /// <summary>Reads an hour in a part of the day: five in the evening is 17:00, three at night 03:00.</summary>
    public Clock In(DayPart part) => part.Code switch
    {
        "MO" or "DA" => Hour >= 12 && IsOpen ? InHalf(afternoon: false) : Fixed,
        "NI" => Hour == 12 && IsOpen ? this with { Hour = 0, IsOpen = false } : Hour is >= 6 and < 12 ? Fixed with { Hour = Hour + 12 } : Fixed,
        "MI" or "MEL" => Hour is >= 1 and <= 4 ? Fixed with { Hour = Hour + 12 } : Fixed,
        _ => Hour < 12 ? Fixed with { Hour = Hour + 12 } : Fixed,
    };

    public static Clock Of(Moment moment) => new(moment.Hour, moment.Minute, moment.Second);
}
