using System.Globalization;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>What comes again: "every Monday at 8", "each two days", "quarterly", "Friday mornings", "19th of every month".</summary>
internal sealed partial class EnglishGrammar
{
    private static When Again(string timex, int from, int to) => new() { From = from, To = to, Kind = Kind.Set, Timex = timex };

    private When? Set(int i)
    {
        var best = EverySet(i);
        best = Longest(best, NamedSet(i));
        best = Longest(best, PluralSet(i));
        return Longest(best, EndingInEvery(i));
    }

    /// <summary>"every two days", "every other week", "every Friday at 5pm", "each morning".</summary>
    private When? EverySet(int i)
    {
        if (!_tokens.IsAny(i, "every", "each"))
            return null;
        var at = i + 1;
        var times = 1d;
        if (_tokens.Is(at, "other"))
            (times, at) = (2, at + 1);
        else if (TryPlace(at, out var place, out var afterPlace) && _tokens.Has(afterPlace, Role.Unit | Role.Weekday))
            (times, at) = (place, afterPlace);
        else if (TrySmall(at, out var count, out var afterCount) && _tokens.Has(afterCount, Role.Unit))
            (times, at) = (count, afterCount);

        if (_tokens.Has(at, Role.Unit) && !(times == 1 && _tokens.Is(at, "second")))
        {
            if (_tokens[at].Unit == Unit.Weekend)
                return Again("P1WE", i, at + 1);
            return WithClock(Again(Length.Of(times, _tokens[at].Unit).Timex, i, at + 1));
        }

        if (_tokens.Is(at, "weekday") || (_tokens.IsAny(at, "business", "working") && _tokens[at + 1].Unit == Unit.Day))
            return WithClock(Again("P1BD", i, _tokens.Is(at, "weekday") ? at + 1 : at + 2));
        if (_tokens.Has(at, Role.Part) && !_tokens.Has(at, Role.DayWord))
        {
            return _tokens.Is(at + 1, "at") && TryClock(at + 2, out var clock, out var clockEnd, out _)
                ? Again(clock.In(_tokens[at].Part!).Timex, i, clockEnd)
                : Again("T" + _tokens[at].Part!.Code, i, at + 1);
        }

        if (_tokens.Has(at, Role.Weekday))
            return WithClock(Again(string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{_tokens[at].Weekday}"), i, at + 1));
        if (_tokens.Has(at, Role.Season))
            return Again(_tokens[at].Name!, i, at + 1);
        if (Date(at) is { Year: 0 } day)
            return Again(day.Timex, i, day.To);
        return _tokens.Has(at, Role.Month) ? Again(string.Create(CultureInfo.InvariantCulture, $"XXXX-{_tokens[at].Month:D2}"), i, at + 1) : null;
    }

    /// <summary>"daily at 9", "bi-weekly", "once a year", "everyday 6am".</summary>
    private When? NamedSet(int i)
    {
        if (_tokens.Has(i, Role.Set) && _tokens[i].Name is { } name)
            return WithClock(Again(name, i, i + 1));
        if (_tokens.IsAny(i, "bi", "semi") && _tokens[i + 1].Symbol == '-' && _tokens.Has(i + 2, Role.Set))
        {
            var isHalf = _tokens.Is(i, "semi");
            var timex = _tokens[i + 2].Name switch
            {
                "P1D" => isHalf ? "P0.5D" : "P2D", "P1W" => isHalf ? "P0.5W" : "P2W", "P1M" => isHalf ? "P0.5M" : "P2M", "P1Y" => isHalf ? "P0.5Y" : "P2Y", _ => null,
            };
            return timex is null ? null : Again(timex, i, i + 3);
        }

        return _tokens.Is(i, "once") && _tokens.IsAny(i + 1, "a", "an", "per", "every", "each") && _tokens.Has(i + 2, Role.Unit)
            ? Again(Length.Of(1, _tokens[i + 2].Unit).Timex, i, i + 3)
            : null;
    }

    /// <summary>"Thursdays at 17.30", "friday mornings", "weekends".</summary>
    private When? PluralSet(int i)
    {
        if (_tokens.Is(i, "weekends"))
            return Again("P1WE", i, i + 1);
        if (_tokens.IsAny(i, "mornings", "afternoons", "evenings", "nights"))
            return Again("T" + _tokens[i].Part!.Code, i, i + 1);
        if (!_tokens.Has(i, Role.Weekday))
            return null;
        var weekday = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{_tokens[i].Weekday}");
        if (_tokens.IsAny(i + 1, "mornings", "afternoons", "evenings", "nights"))
            return Again($"{weekday}T{_tokens[i + 1].Part!.Code}", i, i + 2);
        return _tokens.Has(i, Role.Set) ? WithClock(Again(weekday, i, i + 1)) : null;
    }

    /// <summary>"3pm each day", "19th of every month".</summary>
    private When? EndingInEvery(int i)
    {
        var at = Skip(i, "the");
        if (TryPlace(at, out var day, out var next) && _tokens.Is(next, "of") && _tokens.IsAny(next + 1, "every", "each") && _tokens[next + 2].Unit == Unit.Month && day <= 31)
            return Again(string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}"), at, next + 3);
        if (TimeAt(i) is not { } time || EverySet(time.To) is not { } every)
            return null;
        return Again(every.Timex == "P1D" ? time.Clock.Timex : every.Timex.StartsWith('X') ? every.Timex + time.Clock.Timex : time.Clock.Timex, i, every.To);
    }

    private When WithClock(When set)
    {
        var at = Skip(set.To, "at");
        if (!TryClock(at, out var clock, out var next, out var isSure) || !(isSure || at > set.To))
        {
            return TryPart(set.To, out var part, out var end) && set.Timex.StartsWith('X') && part.Code.Length == 2
                ? set with { Timex = $"{set.Timex}T{part.Code}", To = end }
                : set;
        }

        return set with { Timex = set.Timex == "P1D" ? clock.Timex : set.Timex + clock.Timex, To = next };
    }
}
