namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Times of day: 下午三点半, 9:30, 两点一刻, 晚上十点钟, 2:00pm.</summary>
internal sealed partial class ChineseGrammar
{
    private static readonly string[] AboutWords = ["大约", "大約", "约", "約", "差不多"];

    private When? Time(int i)
    {
        var at = Skip(i, AboutWords);
        if (!TryClock(at, out var clock, out var next))
            return null;
        return Combine.Time(clock).At(i, Skip(next, "左右"));
    }

    private bool TryClock(int i, out Clock clock, out int next) => TryClock(i, null, out clock, out next, out _);

    /// <param name="part">The part of the day that holds unless another one is said.</param>
    private bool TryClock(int i, DayPart? part, out Clock clock, out int next, out DayPart? said)
    {
        said = part;
        var at = i;
        if (tokens.Has(i, Role.Part) && !tokens.Has(i, Role.DayWord))
        {
            said = tokens[i].Part;
            at = Skip(i + 1, "的");
        }

        if (!TryBareClock(at, out clock, out next))
            return false;
        if (said is not null)
            clock = In(clock, said);
        return clock.IsValid;
    }

    // Twelve at night is the end of the day, not its middle.
    private static Clock In(Clock clock, DayPart part) =>
        part.Code == "MO" && clock.Hour == 12 ? clock.Fixed : part.Code is "EV" or "NI" && clock is { Hour: 12, IsOpen: true } ? clock with { Hour = 0, IsOpen = false } : clock.In(part);

    private bool TryBareClock(int i, out Clock clock, out int next)
    {
        (clock, next) = (default, i + 1);
        if (tokens.Has(i, Role.Clock))
        {
            clock = new(tokens[i].Number);
            return true;
        }

        if (!TryNumber(i, out var hour) || hour > 24 || tokens[i].Digits > 2 || IsFraction(i))
            return false;
        if (tokens.IsSymbol(next, ':') && tokens.Has(next + 1, Role.Digits) && tokens[next + 1].Digits == 2)
            return TryColonClock(i, out clock, out next);
        if (!tokens.IsAny(next, "点", "點", "时", "時", "点钟", "點鐘", "点整"))
            return false;
        if (tokens.IsAny(next, "时", "時") && tokens.IsAny(next + 1, "间", "候"))
            return false;
        clock = new(hour, IsOpen: hour is >= 1 and <= 12);
        if (!tokens.IsAny(next, "点", "點", "时", "時"))
        {
            next++;
            return true;
        }

        next++;
        var minuteAt = tokens.Is(next, "过") ? next + 1 : next;
        if (tokens.Is(next, "半"))
            (clock, next) = (clock with { Minute = 30 }, next + 1);
        else if (TryNumber(minuteAt, out var quarters) && tokens.IsAny(minuteAt + 1, "刻", "刻钟", "刻鐘") && quarters is 1 or 3)
            (clock, next) = (clock with { Minute = quarters * 15 }, minuteAt + 2);
        else if (TryNumber(minuteAt, out var minute) && minute < 60 && tokens[minuteAt].Digits <= 2 && (tokens.Is(minuteAt + 1, "分") || IsMinute(minuteAt)))
        {
            clock = clock with { Minute = minute };
            next = minuteAt + 1;
            if (tokens.Is(next, "分"))
            {
                next++;
                if (TryNumber(next, out var second) && second < 60 && tokens.IsAny(next + 1, "秒", "秒钟"))
                    (clock, next) = (clock with { Second = second }, next + 2);
            }
        }

        next = Skip(next, "整", "钟");
        return true;
    }

    /// <summary>三点二十: two digits at least, and nothing that they count.</summary>
    private bool IsMinute(int i) =>
        (tokens[i].Number >= 10 || tokens[i].Digits == 2) && !tokens.Has(i + 1, Role.Unit) && !tokens.IsAny(i + 1, "个", "個", "点", "點", "号", "號", "日", "时", "月") &&
        (tokens[i + 1].Symbol == 0 || !Utterance.IsHan(tokens[i + 1].Symbol) || tokens.Has(i, Role.Digits) is false);

    private bool IsFraction(int i) =>
        tokens.IsAttached(i) && (tokens[i - 1].Role == Role.None || (tokens.IsAttached(i - 1) && tokens[i - 1].Symbol is '.' or ':' or '/' && tokens.Has(i - 2, Role.Digits)));

    private bool TryColonClock(int i, out Clock clock, out int next)
    {
        var (hour, minute) = (tokens[i].Number, tokens[i + 2].Number);
        (clock, next) = (new(hour, minute, IsOpen: hour is >= 1 and <= 12), i + 3);
        if (tokens.IsSymbol(next, ':') && tokens[next + 1].Digits == 2 && tokens.Has(next + 1, Role.Digits))
            (clock, next) = (clock with { Second = tokens[next + 1].Number }, next + 2);
        if (tokens.Has(next, Role.Half))
        {
            (clock, next) = (clock.Hour > 12 ? clock.Fixed : clock.InHalf(tokens[next].Number == 12), next + 1);
        }
        else if (tokens.IsAny(next, "a", "p") && tokens.IsSymbol(next + 1, '.') && tokens.Is(next + 2, "m"))
        {
            clock = clock.Hour > 12 ? clock.Fixed : clock.InHalf(tokens.Is(next, "p"));
            next = SkipSymbol(next + 3, '.');
        }

        return clock.IsValid && !(tokens.IsSymbol(next, ':') && tokens.IsAttached(next));
    }

    private When? Moment(int i)
    {
        var timex = tokens.WordAt(i) switch
        {
            "现在" or "現在" or "此刻" => "PRESENT_REF",
            "马上" or "馬上" or "立刻" or "立即" => "FUTURE_REF",
            "刚刚" or "剛剛" or "刚才" or "剛才" => "PAST_REF",
            _ => null,
        };
        if (timex is not null)
            return (_combine.Now() with { Timex = timex }).At(i, i + 1);

        var about = Skip(i, AboutWords);
        if (DayAndPart(about, out var part) is { } day)
        {
            var at = tokens[day.To].Symbol is ',' or '-' && day.To + 1 < tokens.Count ? day.To + 1 : Skip(day.To, "的", "在");
            at = Skip(at, AboutWords);
            if (TryClock(at, part, out var clock, out var next, out _))
                return Combine.At(day, clock).At(i, Skip(next, "左右"));
        }

        if (PlainDuration(i) is { Length.IsTime: true } length && TryDirection(length.To, out var direction, out var end))
        {
            var moment = length.Length.From(calendar.Now, direction);
            var shown = ReferenceCalendar.IsNever(moment) ? "" : Dates.DateTimex(moment);
            return new When { From = i, To = end, Kind = Kind.DateTime, Timex = shown, Past = moment, Future = moment };
        }

        return null;
    }

    /// <summary>A day with the part of it that was said: 明天上午, 今晚.</summary>
    private When? DayAndPart(int i, out DayPart? part)
    {
        part = null;
        if (tokens.Has(i, Role.DayWord) && tokens.Has(i, Role.Part))
        {
            part = tokens[i].Part;
            return _dates.Shifted(Unit.Day, tokens[i].Shift)?.At(i, i + 1);
        }

        if (Date(i) is not { } day)
            return null;
        var next = Skip(SkipSymbol(day.To, ','), "的");
        if (!tokens.Has(next, Role.Part) || tokens.Has(next, Role.DayWord))
            return day;
        part = tokens[next].Part;
        return day with { To = next + 1 };
    }
}
