namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>What opens a point to one side: "before lunch", "since 2018", "no later than Friday", "2016 or later", "around 1pm".</summary>
internal sealed partial class EnglishGrammar
{
    private static readonly (string[] Words, string Mod)[] Leads =
    [
        (["on", "or", "after"], "since"), (["on", "or", "before"], "until"), (["in", "or", "after"], "since"), (["in", "or", "before"], "until"),
        (["no", "later", "than"], "until"), (["no", "earlier", "than"], "since"), (["not", "later", "than"], "until"), (["not", "earlier", "than"], "since"),
        (["any", "time", "from"], "since"), (["anytime", "from"], "since"), (["as", "early", "as"], "since"), (["as", "late", "as"], "until"), (["as", "of"], "since"),
        (["later", "than"], "after"), (["earlier", "than"], "before"), (["prior", "to"], "before"), (["before", "or", "on"], "until"), (["after", "or", "on"], "since"),
        (["up", "to"], "until"), (["up", "until"], "until"), (["starting", "on"], "since"), (["starting", "from"], "since"), (["beginning", "on"], "since"), (["beginning", "from"], "since"),
        (["starting"], "since"), (["beginning"], "since"), (["commencing"], "since"), (["before"], "before"), (["after"], "after"), (["since"], "since"),
        (["until"], "until"), (["till"], "until"), (["by"], "before"),
    ];

    private static readonly string[] AboutWords = ["around", "approximately", "about", "circa"];

    private When? Modified(int i)
    {
        var best = Compared(i);
        best = Longest(best, Lead(i));
        best = Longest(best, About(i));
        best = Longest(best, CountedBound(i));
        return Longest(best, OrBeyond(i));
    }

    /// <summary>">= 2019", "&lt; 2019", "=2019".</summary>
    private When? Compared(int i)
    {
        var symbol = _tokens[i].Symbol;
        if (symbol is not ('<' or '>' or '='))
            return null;
        var orEqual = symbol != '=' && _tokens.IsSymbol(i + 1, '=');
        var at = orEqual ? i + 2 : i + 1;
        if (YearPeriodBehindSign(at) is not { } when)
            return null;
        var mod = symbol switch { '<' => orEqual ? "until" : "before", '>' => orEqual ? "since" : "after", _ => null };
        return (mod is null ? when : Combine.Modify(when, mod)).At(i, when.To);
    }

    private When? YearPeriodBehindSign(int at) =>
        Longest(TryYear(at, allowShort: false, out var year, out var next) ? Dates.YearOf(year).At(at, next) : null, Longest(Date(at), MonthPeriod(at)));

    private When? Lead(int i)
    {
        foreach (var (words, mod) in Leads)
        {
            if (!_tokens.Is(i, words[0]) || (words.Length > 1 && !_tokens.Is(i + 1, words[1])) || (words.Length > 2 && !_tokens.Is(i + 2, words[2])))
                continue;
            var at = i + words.Length;
            if (Bound(at) is { } bound && !(words.Length == 1 && words[0] == "by" && bound.Kind is Kind.TimeRange))
                return Combine.Modify(bound, mod).At(i, bound.To);
            return null;
        }

        return null;
    }

    /// <summary>What may stand behind "before": a time, a day, a moment, a period; articles passed over.</summary>
    private When? Bound(int i)
    {
        var at = Skip(i, "the");
        var best = Longest(Period(i), at > i ? Longest(Period(at), Date(at)) : null);
        best = Longest(best, Date(i));
        best = Longest(best, Longest(Moment(i), Time(i)));
        best = Longest(best, TimeAt(i));
        if (best is null && TryClock(i, out var clock, out var next, out _) && !IsCounted(next) && !_tokens.Is(next, "of") && _tokens.IsAny(i - 1, "after", "before", "until", "till", "by", "from"))
            best = clock.Minute >= 0 ? Combine.Time(clock).At(i, next) : null;
        if (_tokens.Has(at, Role.Part) && !_tokens.Has(at, Role.DayWord))
            best = Longest(best, Combine.PartOfDay(_tokens[at].Part!).At(i, at + 1));
        return best is { IsNow: true } ? null : best;
    }

    /// <summary>"around tomorrow 10am", "approximately 5 pm".</summary>
    private When? About(int i)
    {
        if (!_tokens.IsAny(i, AboutWords))
            return null;
        var best = Longest(Longest(DateThenClock(i + 1), ClockThenDate(i + 1)), Longest(Date(i + 1), TimeAt(i + 1)));
        return best is null || best.IsNow ? null : Combine.Modify(best, "approx").At(i, best.To);
    }

    /// <summary>"more than 2 weeks before today", "less than 3 days after tomorrow", "more than 2 days ago".</summary>
    private When? CountedBound(int i)
    {
        var (at, mod) = MoreOrLess(i);
        if (mod is null)
            return null;
        var when = CountedDate(at) ?? CountedMoment(at);
        if (when is null || PlainDuration(at) is not { } length)
            return null;
        var isBack = _tokens.IsAny(length.To, "ago", "before");
        if (mod == "more")
            return Combine.Modify(when, isBack ? "before" : "after", showSource: false).At(i, when.To);
        var origin = _tokens.Is(length.To, "ago") || when.Kind == Kind.DateTime ? _calendar.Now : Date(length.To + 1)?.Future ?? _calendar.Today;
        var (start, end) = isBack ? (when.Future, origin) : (origin, when.Future);
        return (when.Kind == Kind.DateTime ? Dates.Moments(start, end, length.Timex) : Dates.Stretch(start.Date, end.Date, length.Timex)).At(i, when.To);
    }

    /// <summary>"2016 or later", "Friday onwards", "5pm or earlier".</summary>
    private When? OrBeyond(int i)
    {
        var from = Skip(i, "from");
        var best = Longest(Simple(from), Date(from));
        best = Longest(best, Longest(Moment(from), TimeAt(from)));
        if (best is null || best.IsNow)
            return null;
        var next = best.To;
        if (_tokens.IsAny(next, "onwards", "onward") || Are(next, "and", "onwards") || Are(next, "and", "onward"))
            return Combine.Modify(best, "since").At(i, _tokens.Is(next, "and") ? next + 2 : next + 1);
        if (Are(next, "and", "on") || (_tokens.Is(next, "on") && from > i && !_tokens[next + 1].CanBegin))
            return from > i ? Combine.Modify(best, "since").At(i, next + (_tokens.Is(next, "and") ? 2 : 1)) : null;
        if (!_tokens.IsAny(next, "or", "and") || from > i)
            return null;
        var mod = _tokens.WordAt(next + 1) switch { "later" or "after" or "above" or "greater" => "since", "earlier" or "before" or "below" or "prior" => "until", _ => null };
        if (mod is null || _tokens[next + 2].Has(Role.Digits | Role.Month | Role.Weekday | Role.DayWord))
            return null;
        return Combine.Modify(best, mod).At(i, next + 2);
    }
}
