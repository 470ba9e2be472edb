using System.Globalization;
using Moment = System.DateTime;

namespace Microsoft.Recognizers.Text.DateTime;

internal enum Kind
{
    Date,
    Time,
    DateTime,
    DateRange,
    TimeRange,
    DateTimeRange,
    Duration,
    Set,
}

/// <summary>What a stretch of tokens means: its TIMEX and the moments that belong to it.</summary>
/// <remarks>A point uses <see cref="Past"/> and <see cref="Future"/>; a range also the ends, exclusive.</remarks>
internal sealed record When
{
    public int From { get; init; }

    /// <summary>Index after the last token.</summary>
    public int To { get; init; }
    public Kind Kind { get; init; }
    public string Timex { get; init; } = "";

    public Moment Past { get; init; }
    public Moment Future { get; init; }
    public Moment PastEnd { get; init; }
    public Moment FutureEnd { get; init; }

    /// <summary>The words name no calendar date: a season, a repetition, 30 February.</summary>
    public bool IsUnresolved { get; init; }
    public bool IsLunar { get; init; }
    public string? Mod { get; init; }

    /// <summary>Shown beside a modified point or range: what was modified.</summary>
    public string? Source { get; init; }

    /// <summary>The days of a range of business days.</summary>
    public string? Days { get; init; }

    /// <summary>The reading in the other half of the day.</summary>
    public When? Or { get; init; }

    public Clock Clock { get; init; }
    public Clock ClockEnd { get; init; }
    public Length Length { get; init; }

    /// <summary>Of a date or month as it was said; 0 where it was not.</summary>
    public int Year { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }
    public Unit Grain { get; init; }

    /// <summary>A part of a day, as the morning of "tomorrow morning".</summary>
    public DayPart? Part { get; init; }

    public bool IsDay => Kind == Kind.Date;
    public bool IsNow => Timex == "PRESENT_REF";

    public When At(int from) => this with { From = from };

    public When At(int from, int to) => this with { From = from, To = to };

    /// <summary>Null where no calendar has the moment.</summary>
    public ModelResult? ToResult(string text, TokenList tokens)
    {
        if (IsOutside(this) || (Or is not null && IsOutside(Or)))
            return null;

        var values = new List<Dictionary<string, string>>(2);
        AddValues(values);
        Or?.AddValues(values);
        var (start, end) = (tokens[From].Start, tokens[To - 1].End);
        var result = new ModelResult { Text = text[start..end], Start = start, End = end - 1, TypeName = "datetimeV2." + NameOf(Kind) };
        result.Resolution["values"] = values;
        return result;
    }

    private static bool IsOutside(When when) => !when.IsUnresolved && when.Kind is not (Kind.Time or Kind.TimeRange or Kind.Duration or Kind.Set) &&
        (ReferenceCalendar.IsNever(when.Past) || ReferenceCalendar.IsNever(when.Future) ||
         ReferenceCalendar.IsNever(when.PastEnd) || ReferenceCalendar.IsNever(when.FutureEnd));

    private void AddValues(List<Dictionary<string, string>> values)
    {
        if (IsUnresolved || Kind == Kind.Set)
        {
            values.Add(Describe("not resolved"));
            return;
        }

        switch (Kind)
        {
            case Kind.Duration:
                values.Add(Describe(Length.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture)));
                break;
            case Kind.Time:
                values.Add(Describe(Show(Kind.Time, Moment.MinValue.AddSeconds(Clock.TotalSeconds))));
                break;
            case Kind.TimeRange:
                values.Add(DescribeRange(Moment.MinValue.AddSeconds(Clock.TotalSeconds), Moment.MinValue.AddSeconds(ClockEnd.TotalSeconds)));
                break;
            case Kind.Date or Kind.DateTime:
                values.Add(Describe(Show(Kind, Past)));
                if (Future != Past)
                    values.Add(Describe(Show(Kind, Future)));
                break;
            default:
                values.Add(DescribeRange(Past, PastEnd));
                if (Future != Past || FutureEnd != PastEnd)
                    values.Add(DescribeRange(Future, FutureEnd));
                break;
        }
    }

    private Dictionary<string, string> Describe(string value)
    {
        var described = Begin(Mod == "approx" ? RangeOf(Kind) : Kind);
        described["value"] = value;
        return described;
    }

    private Dictionary<string, string> DescribeRange(Moment start, Moment end)
    {
        var described = Begin(Kind);
        var shown = Kind == Kind.DateRange ? Kind.Date : Kind == Kind.TimeRange ? Kind.Time : Kind.DateTime;
        var (endsOnly, startsOnly) = (Modifies("before") || Modifies("until"), Modifies("after") || Modifies("since"));
        if (!endsOnly)
            described["start"] = Show(shown, start);
        if (!startsOnly)
            described["end"] = Show(shown, end);
        if (Days is not null)
            described["list"] = Days;
        return described;
    }

    private bool Modifies(string mod) => Mod is not null && Mod.StartsWith(mod, StringComparison.Ordinal);

    private Dictionary<string, string> Begin(Kind type)
    {
        var described = new Dictionary<string, string>(5, StringComparer.Ordinal) { ["timex"] = Timex };
        if (Mod is not null)
            described["Mod"] = Mod;
        described["type"] = NameOf(type);
        if (Source is not null)
            described["sourceEntity"] = Source;
        if (IsLunar)
            described["isLunar"] = "True";
        return described;
    }

    private static string Show(Kind kind, Moment moment) => kind switch
    {
        Kind.Date => moment.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture),
        Kind.Time => moment.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture),
        _ => moment.ToString("yyyy'-'MM'-'dd HH':'mm':'ss", CultureInfo.InvariantCulture),
    };

    private static Kind RangeOf(Kind kind) => kind switch
    {
        Kind.Date => Kind.DateRange,
        Kind.Time => Kind.TimeRange,
        Kind.DateTime => Kind.DateTimeRange,
        _ => kind,
    };

    private static string NameOf(Kind kind) => kind switch
    {
        Kind.Date => "date",
        Kind.Time => "time",
        Kind.DateTime => "datetime",
        Kind.DateRange => "daterange",
        Kind.TimeRange => "timerange",
        Kind.DateTimeRange => "datetimerange",
        Kind.Duration => "duration",
        _ => "set",
    };
}
