using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ShopBot.Shops.Ordering;

/// <summary>When a customer would like an order to be collected, brought or ready: a wish, not yet a promise.</summary>
/// <param name="Day">Calendar day at the shop.</param>
/// <param name="Window">Null = any time of that day.</param>
public sealed record WantedTime(DateOnly Day, WantedWindow? Window);

/// <summary>A part of the shop's day as people say it.</summary>
public enum DayPart
{
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// <summary>A stretch of a shop's day in wall-clock time: a moment, from–to, after, before, or a part of the day.</summary>
/// <remarks>Written <c>15:30</c>, <c>15:00-17:00</c>, <c>17:00-</c>, <c>-12:00</c> or <c>morning</c>; so it is stored as well.</remarks>
public sealed record WantedWindow
{
    private WantedWindow(TimeOnly? from, TimeOnly? to, DayPart? part) => (From, To, Part) = (from, to, part);

    /// <summary>Inclusive; null = not said.</summary>
    public TimeOnly? From { get; }

    /// <summary>The same as <see cref="From"/> for a moment; null = not said.</summary>
    public TimeOnly? To { get; }

    /// <summary>Null where clock times were said.</summary>
    public DayPart? Part { get; }

    public bool IsMoment => From is not null && From == To;

    public static WantedWindow At(TimeOnly time) => new(time, time, null);

    /// <exception cref="ArgumentOutOfRangeException">It ends before it begins.</exception>
    public static WantedWindow Between(TimeOnly from, TimeOnly to) =>
        to > from ? new(from, to, null) : throw new ArgumentOutOfRangeException(nameof(to), to, "Later than the beginning.");

    public static WantedWindow After(TimeOnly from) => new(from, null, null);

    public static WantedWindow Before(TimeOnly to) => new(null, to, null);

    public static WantedWindow In(DayPart part) => new(null, null, part);

    /// <summary>When it begins and ends at the latest; parts of the day by <see cref="Hours"/>.</summary>
    public (TimeOnly From, TimeOnly To) Bounds() => Part is { } part ? Hours(part) : (From ?? TimeOnly.MinValue, To ?? TimeOnly.MaxValue);

    /// <summary>The hours people mean by a part of the day.</summary>
    public static (TimeOnly From, TimeOnly To) Hours(DayPart part) => part switch
    {
        DayPart.Morning => (new(6, 0), new(12, 0)),
        DayPart.Noon => (new(11, 0), new(14, 0)),
        DayPart.Afternoon => (new(12, 0), new(18, 0)),
        _ => (new(17, 0), new(23, 59)),
    };

    public override string ToString() =>
        Part is { } part ? part.ToString().ToLowerInvariant() : IsMoment ? Clock(From) : $"{Clock(From)}-{Clock(To)}";

    /// <param name="written">As <see cref="ToString"/> writes it.</param>
    public static bool TryParse(string? written, [NotNullWhen(true)] out WantedWindow? window)
    {
        window = null;
        if (string.IsNullOrEmpty(written))
            return false;
        if (char.IsAsciiLetter(written[0]))
            window = Enum.TryParse<DayPart>(written, ignoreCase: true, out var part) ? In(part) : null;
        else if (written.IndexOf('-', StringComparison.Ordinal) is var dash and >= 0)
            window = (Read(written[..dash]), Read(written[(dash + 1)..])) switch
            {
                ({ } from, { } to) when to > from => Between(from, to),
                ({ } from, null) when dash == written.Length - 1 => After(from),
                (null, { } to) when dash == 0 => Before(to),
                _ => null,
            };
        else if (Read(written) is { } time)
            window = At(time);
        return window is not null;
    }

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static TimeOnly? Read(string clock) =>
        TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
