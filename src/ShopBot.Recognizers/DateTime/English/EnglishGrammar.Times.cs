namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Times of day: "8:30 pm", "half past ten", "at 6.45", "noon", "7 in the morning".</summary>
internal sealed partial class EnglishGrammar
{
    private When? Time(int i)
    {
        if (PartWithClock(i) is { } inPart)
            return inPart;
        var at = Skip(i, "at");
        if (!TryClock(at, out var clock, out var next, out var isSure) || (at == i && !isSure))
            return null;
        if (at > i && isSure && !IsDotted(at))
            return null; // only what "at" makes a time belongs together with it
        if (at > i && !isSure && (IsCounted(next) || _tokens.Has(next, Role.Part) || (clock.Minute >= 0 && !IsDotted(at) && ClockThenDate(at) is not null)))
            return null;
        return Combine.Time(clock).At(i, next);
    }

    private bool IsDotted(int i) => _tokens.Has(i, Role.Digits) && _tokens.IsSymbol(i + 1, '.') && _tokens.Has(i + 2, Role.Digits);

    /// <summary>"at 3 places" is no time.</summary>
    private bool IsCounted(int next) =>
        _tokens.Has(next, Role.Unit) || (_tokens[next].Symbol is '%' or '$' or '.' or '-' or '/' && _tokens.IsAttached(next) && _tokens.IsAttached(next + 1)) ||
        (_tokens.IsAttached(next) && _tokens[next].Symbol == 0);

    /// <summary>"in the afternoon at 7".</summary>
    private When? PartWithClock(int i)
    {
        if (!TryPart(i, out var part, out var next) || part.Code == "NT")
            return null;
        var at = Skip(next, "at", "around", "by");
        if (!TryClock(at, out var clock, out var end, out var isSure) || (at == next && !isSure) || IsTo(end))
            return null;
        return Combine.Time(clock.In(part)).At(i, end);
    }

    /// <summary>"morning", "in the morning", "at night", "in the night-time".</summary>
    private bool TryPart(int i, out DayPart part, out int next)
    {
        var at = _tokens.IsAny(i, "in", "during") ? Skip(i + 1, "the") : _tokens.Is(i, "at") ? i + 1 : i;
        (part, next) = (_tokens[at].Part ?? DateWords.Morning, at + 1);
        if (!_tokens.Has(at, Role.Part) || _tokens.Has(at, Role.DayWord))
            return false;
        if (_tokens.Is(at, "night"))
        {
            var time = _tokens.IsSymbol(at + 1, '-') ? at + 2 : at + 1;
            if (_tokens.Is(time, "time"))
                (part, next) = (DateWords.NightTime, time + 1);
        }

        return true;
    }

    /// <summary>Reads a clock time. Not sure are bare hours, which only the words around make a time.</summary>
    private bool TryClock(int i, out Clock clock, out int next, out bool isSure)
    {
        (clock, next, isSure) = (default, i, true);
        var token = _tokens[i];
        if (token.Has(Role.Clock))
        {
            (clock, next) = (new(token.Number), i + 1);
            return true;
        }

        if (_tokens.Is(i, "mid"))
        {
            var part = _tokens.IsSymbol(i + 1, '-') ? i + 2 : i + 1;
            var hour = _tokens.WordAt(part) switch { "day" => 12, "night" => 0, "morning" => 10, "afternoon" => 14, _ => -1 };
            (clock, next) = (new(hour), part + 1);
            return hour >= 0;
        }

        if (TryPast(i, out clock, out next))
            {
            ReadHalf(ref clock, ref next);
            return true;
        }

        if (token.Has(Role.Digits))
            return TryDigitClock(i, out clock, out next, out isSure);
        return TryWordClock(i, out clock, out next, out isSure);
    }

    /// <summary>"half past 8", "quarter to nine", "20 min past eight".</summary>
    private bool TryPast(int i, out Clock clock, out int next)
    {
        (clock, next) = (default, i);
        var at = Skip(i, "a");
        int minutes;
        if (_tokens.Is(at, "half"))
            (minutes, next) = (30, at + 1);
        else if (_tokens.Is(at, "quarter"))
            (minutes, next) = (15, at + 1);
        else if (at > i || !TrySmall(at, out minutes, out next) || minutes > 59)
            return false;
        else if (minutes < 10 && _tokens[next].Unit != Unit.Minute && !_tokens.IsAny(next, "past", "after"))
            return false; // "five to seven" is a stretch
        else if (_tokens.IsAny(i - 1, "from", "between"))
            return false;
        else if (_tokens[next].Unit == Unit.Minute)
            next++;

        var isPast = _tokens.IsAny(next, "past", "after");
        if (!isPast && !_tokens.IsAny(next, "to", "before", "til", "till"))
            return false;
        var hourAt = next + 1;
        var named = _tokens.Is(at, "half") || _tokens.Is(at, "quarter") || _tokens[next - 1].Unit == Unit.Minute;
        if (!isPast && !named && _tokens.Has(at, Role.Digits))
            return false; // "5 to 6" is a stretch
        if (_tokens.Has(hourAt, Role.Clock))
            (clock, next) = (new(_tokens[hourAt].Number), hourAt + 1);
        else if (TrySmall(hourAt, out var hour, out next) && hour is >= 1 and <= 12 && !(_tokens.IsSymbol(next, ':') && _tokens.IsAttached(next)))
            clock = new(hour, IsOpen: true);
        else
            return false;
        if (!isPast && !named && _tokens.Has(hourAt, Role.Digits))
            return false;

        if (isPast)
            clock = clock with { Minute = minutes };
        else
            clock = clock with { Hour = clock.Hour switch { 0 => 23, 1 => 12, _ => clock.Hour - 1 }, Minute = 60 - minutes };
        return true;
    }

    private bool TryDigitClock(int i, out Clock clock, out int next, out bool isSure)
    {
        (clock, next, isSure) = (default, i + 1, false);
        var token = _tokens[i];
        if (!StandsFreeFromWord(i) || _tokens.IsSymbol(i - 1, '$') || IsFraction(i))
            return false;
        if (token.Digits == 4)
        {
            clock = new(token.Number / 100, token.Number % 100);
            if (!clock.IsValid || token.Number / 100 > 23 || IsTail(next) && !(_tokens.Has(next, Role.Half) || _tokens.IsAny(next, "hrs", "hours")))
                return false;
            clock = clock with { IsOpen = clock.Hour is >= 1 and <= 12 };
            if (_tokens.IsAny(next, "hrs", "hours"))
            {
                (clock, next, isSure) = (clock.Fixed, next + 1, true);
                return true;
            }

            isSure = ReadHalf(ref clock, ref next);
            return token.Text(_tokens).StartsWith('0') || isSure;
        }

        if (token.Digits > 2 || token.Number > 24)
            return false;
        clock = new(token.Number);
        if (_tokens.IsSymbol(next, ':') && TwoDigits(next, out var minute))
        {
            (clock, next, isSure) = (clock with { Minute = minute }, next + 2, true);
            if (_tokens.IsSymbol(next, ':') && TwoDigits(next, out var second))
                (clock, next) = (clock with { Second = second }, next + 2);
            if (_tokens.IsSymbol(i - 1, ':') && _tokens.IsAttached(i) && _tokens.Has(i - 2, Role.Digits))
                return false;
        }
        else if (_tokens.IsSymbol(next, '.') && TwoDigits(next, out minute) && minute < 60)
        {
            (clock, next) = (clock with { Minute = minute }, next + 2);
        }

        if (!clock.IsValid || _tokens.IsSymbol(next, ':') && _tokens.IsAttached(next) && _tokens.IsAttached(next + 1) && _tokens.Has(next + 1, Role.Digits))
            return false;
        clock = clock with { IsOpen = clock.Hour is >= 1 and <= 12 };
        if (_tokens.IsAny(next, "noon", "midnight") && clock is { Hour: 12, Minute: < 0 })
        {
            (clock, next, isSure) = (new(_tokens[next].Number), next + 1, true);
            return true;
        }

        if (_tokens.IsAny(next, "oclock", "o'clock", "o\u2019clock"))
            (next, isSure) = (next + 1, true);
        isSure |= ReadHalf(ref clock, ref next);
        if (_tokens.Is(next, "ish") && _tokens.IsAttached(next))
            (clock, next, isSure) = (clock.Fixed, next + 1, true);
        if (!isSure && _tokens.IsAttached(next) && _tokens[next].Symbol == 0)
            return false;
        return clock.Hour > 0 || clock.Minute >= 0 || isSure;
    }

    /// <summary>The 1 of 37.1 and the 30 of 2:30.</summary>
    private bool IsFraction(int i) =>
        _tokens.IsAttached(i) && _tokens.IsAttached(i - 1) && _tokens[i - 1].Symbol is '.' or ':' or ',' && _tokens.Has(i - 2, Role.Digits);

    private bool TwoDigits(int separator, out int number)
    {
        number = _tokens[separator + 1].Number;
        return _tokens.IsAttached(separator) && _tokens.IsAttached(separator + 1) && _tokens[separator + 1].Digits == 2 && number < 60;
    }

    /// <summary>"seven twenty-seven", "eight o'clock", "one thirty p m", "six forty-three minutes".</summary>
    private bool TryWordClock(int i, out Clock clock, out int next, out bool isSure)
    {
        (clock, next, isSure) = (default, i + 1, false);
        var token = _tokens[i];
        if (!token.Has(Role.Cardinal) || token.Number is < 1 or > 12)
            return false;
        clock = new(token.Number, IsOpen: true);
        if (_tokens.IsAny(next, "oclock", "o'clock", "o\u2019clock"))
        {
            (next, isSure) = (next + 1, true);
        }
        else
        {
            var minutes = _tokens.IsSymbol(next, '-') && _tokens.IsAttached(next) ? next + 1 : next;
            if (_tokens.Is(minutes, "oh") || _tokens.Is(minutes, "o"))
                minutes++;
            if (_tokens.Has(minutes, Role.Cardinal) && TrySmall(minutes, out var minute, out var end) && (minute is >= 10 and < 60 || minutes > next) && minute < 60)
                (clock, next) = (clock with { Minute = minute }, _tokens[end].Unit == Unit.Minute ? end + 1 : end);
        }

        isSure |= ReadHalf(ref clock, ref next);
        return !_tokens.Has(next, Role.Unit) && !_tokens.IsAny(next, "hundred", "thousand", "million");
    }

    /// <summary>"am", "p.m.", "a" right behind the digits, "in the evening".</summary>
    private bool ReadHalf(ref Clock clock, ref int next)
    {
        var at = SkipSymbolBeforeHalf(next);
        if (_tokens.IsAttached(at) && _tokens.IsAttached(at + 1) && _tokens[at + 1].Symbol == 0)
            return false; // part of a longer sign: 3am3io
        if (_tokens.Has(at, Role.Half))
        {
            (clock, next) = (HalfOf(clock, _tokens[at].Number == 12), at + 1);
            return true;
        }

        if (_tokens.IsAny(at, "a", "p"))
        {
            var isAfternoon = _tokens.Is(at, "p");
            var letter = _tokens.IsSymbol(at + 1, '.') ? at + 2 : at + 1;
            if (_tokens.Is(letter, "m"))
            {
                (clock, next) = (HalfOf(clock, isAfternoon), letter == at + 2 ? SkipSymbol(letter + 1, '.') : letter + 1);
                return true;
            }

            if (_tokens.IsAttached(at))
            {
                (clock, next) = (HalfOf(clock, isAfternoon), at + 1);
                return true;
            }
        }

        if ((_tokens.IsAny(next, "in", "at") || clock.Minute >= 0) && TryPart(next, out var part, out var end) && part.Code is "MO" or "AF" or "EV" or "NI" or "NT")
        {
            (clock, next) = (clock.In(part), end);
            return true;
        }

        return false;
    }

    private static Clock HalfOf(Clock clock, bool isAfternoon) => clock.Hour > 12 ? clock.Fixed : clock.InHalf(isAfternoon);

    private int SkipSymbolBeforeHalf(int i) => _tokens.IsSymbol(i, '.') && _tokens.IsAttached(i) && _tokens.IsAttached(i + 1) ? i + 1 : i;
}
