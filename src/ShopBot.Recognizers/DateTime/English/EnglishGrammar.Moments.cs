namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>A day with a time: "tomorrow at 8", "5pm on Friday", "in 3 minutes", "end of day", "now".</summary>
internal sealed partial class EnglishGrammar
{
    /// <summary>A point on the calendar and the clock, or now.</summary>
    private When? Moment(int i) => _momentAt.At(i);

    private When? ReadMoment(int i)
    {
        if (Present(i) is { } now)
            return now;
        var best = EndOfDay(i);
        best = Longest(best, DateThenClock(i));
        best = Longest(best, ClockThenDate(i));
        return Longest(best, CountedMoment(i));
    }

    private When? Present(int i)
    {
        if (Are(i, "right", "now") || Are(i, "just", "now"))
            return _combine.Now().At(i, i + 2);
        if (_tokens.Is(i, "now"))
            return _combine.Now().At(i, i + 1);
        if (Are(i, "at", "the", "moment") || Are(i, "at", "this", "time") || Are(i, "at", "this", "moment"))
            return _combine.Now().At(i, i + 3);
        if (_tokens.Is(i, "asap"))
            return (_combine.Now() with { Timex = "FUTURE_REF" }).At(i, i + 1);
        return Are(i, "as", "soon", "as") && _tokens.Is(i + 3, "possible") ? (_combine.Now() with { Timex = "FUTURE_REF" }).At(i, i + 4) : null;
    }

    /// <summary>"end of tomorrow", "eod".</summary>
    private When? EndOfDay(int i)
    {
        if (_tokens.Is(i, "eod"))
            return Combine.At(Dates.On(_calendar.Today), new Clock(23, 59, 59)).At(i, i + 1);
        if (!Are(i, "end", "of"))
            return null;
        if (_tokens.Is(i + 2, "day"))
            return Combine.At(Dates.On(_calendar.Today), new Clock(23, 59, 59)).At(i, i + 3);
        var day = Date(i + 2) ?? (_tokens.Is(i + 2, "the") ? Date(i + 3) : null);
        return day is null ? null : Combine.At(day, new Clock(23, 59, 59)).At(i, day.To);
    }

    /// <summary>A day, with the part of it that was said: "tomorrow evening", "tonight".</summary>
    private When? DayAndPart(int i, out DayPart? part)
    {
        part = null;
        if (_tokens.Has(i, Role.DayWord) && _tokens.Has(i, Role.Part))
        {
            part = _tokens[i].Part;
            return Dates.On(_calendar.Today).At(i, i + 1);
        }

        if (_tokens.Has(i, Role.Shift) && _tokens.Has(i + 1, Role.Part))
        {
            part = _tokens[i + 1].Part;
            return _dates.Shifted(Unit.Day, _tokens[i].Shift)?.At(i, i + 2);
        }

        if (Date(i) is not { } day)
            return null;
        var next = SkipSymbol(day.To, ',');
        if (_tokens.Has(next, Role.Half) && !_tokens.Is(next, "m"))
        {
            part = _tokens[next].Number == 12 ? DateWords.Afternoon : DateWords.Morning;
            return day with { To = next + 1 };
        }

        if (!TryPart(next, out var found, out var end) || _tokens.Is(next, "at") && found.Code.StartsWith('M'))
            return day;
        part = found;
        return day with { To = end };
    }

    private When? DateThenClock(int i)
    {
        if (DayAndPart(i, out var part) is not { } day)
            return null;
        var at = day.To;
        if (_tokens[at].Symbol is ',' or '-' or '@' || (_tokens.Is(at, "t") && _tokens.IsAttached(at) && _tokens.IsAttached(at + 1)))
            at++;
        var isAsked = _tokens[at - 1].Symbol == '@' || _tokens.IsAny(at, "at", "around", "@", "by", "about");
        at = Skip(Skip(at, "at", "for", "around", "by", "about", "the"), "around", "about");
        if (!TryClock(at, out var clock, out var next, out var isSure) || !(isSure || isAsked) || (!isSure && IsCounted(next)))
            return null;
        if (_tokens.Is(at - 1, "by") && part is null)
            return null;
        return Combine.At(day, _tokens.Is(at - 1, "t") ? clock.Fixed : part is null ? clock : clock.In(part)).At(i, next);
    }

    private When? ClockThenDate(int i)
    {
        var at = Skip(i, "at", "around");
        if (!TryClock(at, out var clock, out var next, out var isSure))
            return null;
        if (at > i && (isSure || clock.Minute >= 0) && !IsDotted(at))
            return null; // the time speaks for itself, without "at"
        var isAsked = at > i || isSure || clock.Minute >= 0;
        var dayAt = SkipSymbol(next, ',');
        dayAt = Skip(dayAt, "on", "of", "for");
        if (DayAndPart(dayAt, out var part) is not { } day || !(isAsked || part is not null) || IsTo(day.To) && !isSure)
            return null;
        if (_tokens.Is(next, "of") && !isSure)
            return null;
        return Combine.At(day, part is null ? clock : clock.In(part)).At(i, day.To);
    }

    /// <summary>"30 minutes later", "in 3 min", "2 hours ago".</summary>
    private When? CountedMoment(int i)
    {
        var isAhead = _tokens.Is(i, "in");
        if (PlainDuration(isAhead ? i + 1 : i) is not { Length.IsTime: true } length)
            return null;
        if (isAhead)
            return AtMoment(length.Length.From(_calendar.Now, 1)).At(i, length.To);
        if (_tokens.Is(length.To, "ago"))
            return AtMoment(length.Length.From(_calendar.Now, -1)).At(i, length.To + 1);
        if (_tokens.IsAny(length.To, "later", "hence"))
            return AtMoment(length.Length.From(_calendar.Now, 1)).At(i, length.To + 1);
        if (Are(length.To, "from", "now"))
            return AtMoment(length.Length.From(_calendar.Now, 1)).At(i, length.To + 2);
        return null;
    }

    private static When AtMoment(System.DateTime moment) => new()
    {
        Kind = Kind.DateTime, Timex = Dates.MomentTimex(moment), Past = moment, Future = moment,
    };
}
