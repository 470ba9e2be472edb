namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Times of day: 下午三点半, 9:30, 两点一刻, 晚上十点钟, 2:00pm.</summary>
internal sealed partial class ChineseGrammar
{
    private const string MoreOrLess = "有快慢好差大小高低远近轻重深浅贵宜早晚多少长短紧松";

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
        if (_tokens.Has(i, Role.Part) && !_tokens.Has(i, Role.DayWord))
        {
            said = _tokens[i].Part;
            at = Skip(i + 1, "的");
        }

        if (!TryBareClock(at, out clock, out next) || (at == i && next == at + 2 && IsALittle(at)))
            return false;
        if (said is not null)
            clock = In(clock, said);
        return clock.IsValid;
    }

    /// <summary>快一点, 有一点: a little, no hour.</summary>
    private bool IsALittle(int i) =>
        _tokens[i].Number == 1 && _tokens.Is(i + 1, "点") && _tokens.IsAttached(i) && MoreOrLess.Contains(_tokens.Text[_tokens[i].Start - 1], StringComparison.Ordinal);

    // Twelve at night is the end of the day, not its middle.
    private static Clock In(Clock clock, DayPart part) =>
        part.Code == "MO" && clock.Hour == 12 ? clock.Fixed : part.Code is "EV" or "NI" && clock is { Hour: 12, IsOpen: true } ? clock with { Hour = 0, IsOpen = false } : clock.In(part);

    private bool TryBareClock(int i, out Clock clock, out int next)
    {
        (clock, next) = (default, i + 1);
        if (_tokens.Has(i, Role.Clock))
        {
            clock = new(_tokens[i].Number);
            return true;
        }

        if (_tokens.Is(i, "差"))
            return TryShortOf(i, out clock, out next);
        if (!TryNumber(i, out var hour) || hour > 24 || _tokens[i].Digits > 2 || IsFraction(i) || IsAbout(i))
            return false;
        if (_tokens.IsSymbol(next, ':') && _tokens.Has(next + 1, Role.Digits) && _tokens[next + 1].Digits == 2)
            return TryColonClock(i, out clock, out next);
        if (!_tokens.IsAny(next, "点", "點", "时", "時", "点钟", "點鐘", "点整"))
            return false;
        if (_tokens.IsAny(next, "时", "時") && _tokens.IsAny(next + 1, "间", "候"))
            return false;
        clock = new(hour, IsOpen: hour is >= 1 and <= 12);
        if (!_tokens.IsAny(next, "点", "點", "时", "時"))
        {
            next++;
            return true;
        }

        next++;
        var minuteAt = _tokens.Is(next, "过") ? next + 1 : next;
        if (_tokens.Is(next, "半"))
            (clock, next) = (clock with { Minute = 30 }, next + 1);
        else if (TryNumber(minuteAt, out var quarters) && _tokens.IsAny(minuteAt + 1, "刻", "刻钟", "刻鐘") && quarters is 1 or 3)
            (clock, next) = (clock with { Minute = quarters * 15 }, minuteAt + 2);
        else if (TryNumber(minuteAt, out var minute) && minute < 60 && _tokens[minuteAt].Digits <= 2 && (_tokens.Is(minuteAt + 1, "分") || IsMinute(minuteAt)))
        {
            clock = clock with { Minute = minute };
            next = minuteAt + 1;
            if (_tokens.Is(next, "分"))
            {
                next++;
                if (TryNumber(next, out var second) && second < 60 && _tokens.IsAny(next + 1, "秒", "秒钟"))
                    (clock, next) = (clock with { Second = second }, next + 2);
            }
        }

        next = Skip(next, "整", "钟");
        return true;
    }

    /// <summary>差五分三点, 差一刻八点.</summary>
    private bool TryShortOf(int i, out Clock clock, out int next)
    {
        (clock, next) = (default, i);
        if (!TryNumber(i + 1, out var missing) || !(_tokens[i + 2].Unit == Unit.Minute || _tokens.IsAny(i + 2, "刻", "刻钟", "刻鐘")))
            return false;
        var minutes = _tokens[i + 2].Unit == Unit.Minute ? missing : missing * 15;
        if (minutes is < 1 or > 59 || !TryNumber(i + 3, out var hour) || hour is < 1 or > 24 || !_tokens.IsAny(i + 4, "点", "點", "点钟", "點鐘"))
            return false;
        hour = hour == 1 ? 12 : hour - 1;
        (clock, next) = (new(hour, 60 - minutes, IsOpen: hour is >= 1 and <= 12), i + 5);
        return true;
    }

    /// <summary>三点二十: two digits at least, and nothing that they count.</summary>
    private bool IsMinute(int i) =>
        (_tokens[i].Number >= 10 || _tokens[i].Digits == 2) && !_tokens.Has(i + 1, Role.Unit) && !_tokens.IsAny(i + 1, "个", "個", "点", "點", "号", "號", "日", "时", "月") &&
        (_tokens[i + 1].Symbol == 0 || !Utterance.IsHan(_tokens[i + 1].Symbol) || !_tokens.Has(i, Role.Digits));

    private bool IsFraction(int i) =>
        _tokens.IsAttached(i) && (_tokens[i - 1].Role == Role.None || (_tokens.IsAttached(i - 1) && _tokens[i - 1].Symbol is '.' or ':' or '/' && _tokens.Has(i - 2, Role.Digits)));

    private bool TryColonClock(int i, out Clock clock, out int next)
    {
        var (hour, minute) = (_tokens[i].Number, _tokens[i + 2].Number);
        (clock, next) = (new(hour, minute, IsOpen: hour is >= 1 and <= 12), i + 3);
        if (_tokens.IsSymbol(next, ':') && _tokens[next + 1].Digits == 2 && _tokens.Has(next + 1, Role.Digits))
            (clock, next) = (clock with { Second = _tokens[next + 1].Number }, next + 2);
        if (_tokens.Has(next, Role.Half))
        {
            (clock, next) = (clock.Hour > 12 ? clock.Fixed : clock.InHalf(_tokens[next].Number == 12), next + 1);
        }
        else if (_tokens.IsAny(next, "a", "p") && _tokens.IsSymbol(next + 1, '.') && _tokens.Is(next + 2, "m"))
        {
            clock = clock.Hour > 12 ? clock.Fixed : clock.InHalf(_tokens.Is(next, "p"));
            next = SkipSymbol(next + 3, '.');
        }

        return clock.IsValid && !(_tokens.IsSymbol(next, ':') && _tokens.IsAttached(next));
    }

    /// <summary>早 and 晚 are parts of the day, but not in 早餐, 晚饭, 早安.</summary>
    private bool IsMeal(int i) => _tokens.IsAny(i, "早", "晚") && _tokens[i + 1].Symbol is '餐' or '饭' or '飯' or '安' or '班' or '点' or '會' or '会' or '就' or '已' or '熟' or '期' or '年';

    private When? Moment(int i) => _momentAt.At(i);

    private When? ReadMoment(int i)
    {
        var timex = _tokens.WordAt(i) switch
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
            var at = _tokens[day.To].Symbol is ',' or '-' && day.To + 1 < _tokens.Count ? day.To + 1 : Skip(day.To, "的", "在");
            at = Skip(at, AboutWords);
            if (TryClock(at, part, out var clock, out var next, out _))
                return Combine.At(day, clock).At(i, Skip(next, "左右"));
        }

        if (PlainDuration(i) is { Length.IsTime: true } length && TryDirection(length.To, out var direction, out var end))
        {
            var moment = length.Length.From(_calendar.Now, direction);
            var shown = ReferenceCalendar.IsNever(moment) ? "" : Dates.DateTimex(moment);
            return new When { From = i, To = end, Kind = Kind.DateTime, Timex = shown, Past = moment, Future = moment };
        }

        return null;
    }

    /// <summary>A day with the part of it that was said: 明天上午, 今晚.</summary>
    private When? DayAndPart(int i, out DayPart? part)
    {
        part = null;
        if (_tokens.Has(i, Role.DayWord) && _tokens.Has(i, Role.Part))
        {
            part = _tokens[i].Part;
            return _dates.Shifted(Unit.Day, _tokens[i].Shift)?.At(i, i + 1);
        }

        if (Date(i) is not { } day)
            return null;
        var next = Skip(SkipSymbol(day.To, ','), "的");
        if (!_tokens.Has(next, Role.Part) || _tokens.Has(next, Role.DayWord) || IsMeal(next))
            return day;
        part = _tokens[next].Part;
        return day with { To = next + 1 };
    }
}
