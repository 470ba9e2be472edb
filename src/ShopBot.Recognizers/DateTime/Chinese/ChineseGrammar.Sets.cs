using System.Globalization;

namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>What comes again: 每天, 每个月, 每周一下午八点, 每两周, 每隔一天.</summary>
internal sealed partial class ChineseGrammar
{
    private When? Set(int i)
    {
        if (!_tokens.IsAny(i, "每", "每个", "每個", "各"))
            return null;
        var at = Skip(i + 1, "个", "個");
        var isApart = _tokens.Is(at, "隔");
        if (isApart)
            at++;

        if (_tokens.Has(at, Role.Weekday))
            return WithClock(string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{_tokens[at].Weekday}"), i, at + 1);
        if (_tokens.Has(at, Role.Part) && !_tokens.Has(at, Role.DayWord))
            return TryClock(at, out var clock, out var end) ? Again(clock.Timex, i, end) : Again("T" + _tokens[at].Part!.Code, i, at + 1);
        if (_tokens[at].Unit == Unit.Weekend)
            return Again("P1WE", i, at + 1);
        if (_tokens.Is(at, "日"))
            return WithClock("P1D", i, at + 1);
        if (_tokens.Has(at, Role.Unit))
            return OfUnit(i, at);
        if (PlainDuration(at) is { } length)
            return WithClock((isApart && length.Length.Days == 1 ? new Length(Days: 2) : length.Length).Timex, i, length.To);
        return Date(at) is { Year: 0, Month: > 0 } day ? Again(day.Timex, i, day.To) : null;
    }

    /// <summary>每月5号, 每年10月1日; else each of the unit.</summary>
    private When OfUnit(int i, int at)
    {
        var unit = _tokens[at].Unit;
        if (unit == Unit.Month && TryDay(at + 1, out var day, out var next, out _) && _tokens.IsAny(next - 1, "日", "号", "號"))
            return Again(string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}"), i, next);
        if (unit == Unit.Year && NamedDate(at + 1) is { Year: 0, Month: > 0 } date)
            return Again(date.Timex, i, date.To);
        if (unit == Unit.Year && _tokens.Has(at + 1, Role.Holiday) && ChineseHolidays.Find(_tokens[at + 1].Name!).Timex is { } holiday)
            return Again("XXXX-" + holiday, i, at + 2);
        return WithClock(Length.Of(1, unit).Timex, i, at + 1);
    }

    private When WithClock(string timex, int from, int to)
    {
        var at = Skip(to, "的");
        if (!TryClock(at, out var clock, out var next))
        {
            var isPart = _tokens.Has(at, Role.Part) && !_tokens.Has(at, Role.DayWord) && !IsMeal(at) && (timex == "P1D" || timex.StartsWith('X'));
            return isPart ? Again($"{(timex == "P1D" ? "" : timex)}T{_tokens[at].Part!.Code}", from, at + 1) : Again(timex, from, to);
        }

        return Again(timex == "P1D" ? clock.Timex : timex + clock.Timex, from, next);
    }

    private static When Again(string timex, int from, int to) => new() { From = from, To = to, Kind = Kind.Set, Timex = timex };
}
