namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One way to read the date or time of an answer; "Friday" has two, the one past and the one to come.</summary>
public class DateTimeResolution
{
    /// <summary>A date, time or both ("2026-03-06 15:00:00"); seconds for durations; null for ranges.</summary>
    public string Value { get; set; }

    /// <summary>First moment of a range; null where it is open or none.</summary>
    public string Start { get; set; }

    /// <summary>End of a range, exclusive; null where it is open or none.</summary>
    public string End { get; set; }

    /// <summary>What was said, without filling in the rest: "XXXX-WXX-5".</summary>
    public string Timex { get; set; }
}
