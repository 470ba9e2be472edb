using System.Globalization;
using static Microsoft.Recognizers.Text.DateTime.ReferenceCalendar;

namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Stretches of days: 2018年12月, 下周, 今年夏天, 十月的第一周, 从一月到三月, 前3天.</summary>
internal sealed partial class ChineseGrammar
{
    private static readonly string[] SeasonCodes = ["", "SP", "SU", "FA", "WI"];

    private When? DateRange(int i) => Longest(Period(i), DatesBetween(i));

    private When? Period(int i) => _periodAt.At(i);

    private When? ReadPeriod(int i)
    {
        var best = Longest(MonthPeriod(i), YearPeriod(i));
        best = Longest(best, ShiftedUnit(i));
        best = Longest(best, HalfPeriod(i));
        best = Longest(best, SeasonPeriod(i));
        best = Longest(best, QuarterPeriod(i));
        best = Longest(best, PlaceInPeriod(i));
        best = Longest(best, CountedPeriod(i));
        best = Longest(best, EdgePeriod(i));
        return Longest(best, CenturyOrDecade(i));
    }

    private When? YearPeriod(int i)
    {
        if (TryYear(i, allowShort: false, out var year, out var next, out _))
            return Dates.YearOf(year).At(i, next);
        return null;
    }

    private When? MonthPeriod(int i)
    {
        var at = i;
        var year = 0;
        if (TryYear(i, allowShort: true, out var stated, out var next, out _))
            (year, at) = (stated, Skip(next, "的"));
        if (TryMonth(at, out var month, out next, out var isLunar) && (!isLunar || year > 0) && StandsFree(at))
            return _dates.MonthOf(year, month).At(i, next);
        if (year == 0 && TryShift(i, out var shift, out next) && _tokens[next].Unit == Unit.Month)
            return _dates.Shifted(Unit.Month, shift)?.At(i, next + 1);

        // 2018-12, 12/2018
        var (first, second) = (_tokens[i], _tokens[i + 2]);
        if (!first.Has(Role.Digits) || !second.Has(Role.Digits) || _tokens[i + 1].Symbol is not ('-' or '/') || !_tokens.IsAttached(i + 1) || !_tokens.IsAttached(i + 2) ||
            !StandsFree(i) || _tokens[i + 3].Symbol is '-' or '/' or '.' || _tokens.IsAny(i + 3, "年", "月", "日"))
            return null;
        if (first.Digits == 4 && first.Number is >= FirstYear and <= LastYear && second.Digits <= 2 && second.Number is >= 1 and <= 12)
            return _dates.MonthOf(first.Number, second.Number).At(i, i + 3);
        return second.Digits == 4 && second.Number is >= FirstYear and <= LastYear && first.Digits <= 2 && first.Number is >= 1 and <= 12
            ? _dates.MonthOf(second.Number, first.Number).At(i, i + 3)
            : null;
    }

    /// <summary>下下周末, 本月, 上个季度, 这个世纪, 周末.</summary>
    private When? ShiftedUnit(int i)
    {
        if (_tokens[i].Unit == Unit.Weekend)
            return _dates.Shifted(Unit.Weekend, 0)?.At(i, i + 1);
        if (!TryShift(i, out var shift, out var next))
            return null;
        return _tokens.Has(next, Role.Unit) && _tokens[next].Unit is Unit.Week or Unit.Weekend or Unit.Month or Unit.Quarter or Unit.Year or Unit.Century &&
               !_tokens.Is(i, "今")
            ? _dates.Shifted(_tokens[next].Unit, shift)?.At(i, next + 1)
            : null;
    }

    /// <summary>月底, 今年年初, 三月中旬, 本月底, 年末.</summary>
    private When? EdgePeriod(int i)
    {
        var whole = Longest(Longest(MonthPeriod(i), YearPeriod(i)), ShiftedUnit(i));
        var at = whole?.To ?? i;
        if (whole is null or { Grain: Unit.Year } && _tokens[at].Unit is Unit.Year or Unit.Month && (whole is null || _tokens[at].Unit == Unit.Year))
        {
            whole ??= _dates.Shifted(_tokens[at].Unit, 0);
            at++;
        }

        if (whole is not { Grain: Unit.Year or Unit.Month } || at == i)
            return null;
        var mod = _tokens.WordAt(at) switch { "初" or "上旬" => "start", "中" or "中旬" => "mid", "底" or "末" or "下旬" => "end", _ => null };
        return mod is null || (mod == "mid" && whole.Grain == Unit.Year) ? null : _dates.PartOf(whole, mod).At(i, at + 1);
    }

    /// <summary>上半年, 明年下半年, 下半月, 上半周, 上个半年.</summary>
    private When? HalfPeriod(int i)
    {
        var at = i;
        var year = _calendar.Now.Year;
        if (TryYear(i, allowShort: false, out var stated, out var next, out _))
            (year, at) = (stated, Skip(next, "的"));
        var word = _tokens.WordAt(at);
        if (word is "上半年" or "下半年")
            return Dates.HalfYear(year, word[0] == '上' ? 1 : 2).At(i, at + 1);
        if (_tokens.IsAny(at, "上", "下") && _tokens.IsAny(at + 1, "个", "個") && _tokens.Is(at + 2, "半") && _tokens.Is(at + 3, "年"))
            return Dates.HalfYear(year, _tokens.Is(at, "上") ? 1 : 2).At(i, at + 4);
        if (at > i)
            return null;

        var isFirst = word.Length > 0 && word[0] == '上';
        if (word is "上半月" or "下半月")
        {
            var month = new System.DateTime(_calendar.Now.Year, _calendar.Now.Month, 1);
            var middle = AddDays(month, 15);
            var end = AddMonths(month, 1);
            return isFirst
                ? Dates.Stretch(month, middle, "P15D").At(i, i + 1)
                : Dates.Stretch(middle, end, string.Create(CultureInfo.InvariantCulture, $"P{(end - middle).Days}D")).At(i, i + 1);
        }

        if (word is not ("上半周" or "下半周" or "上半週" or "下半週"))
            return null;
        var monday = MondayOf(_calendar.Now);
        return (isFirst ? Dates.Stretch(monday, AddDays(monday, 3), "P3D") : Dates.Stretch(AddDays(monday, 3), AddDays(monday, 7), "P4D")).At(i, i + 1);
    }

    private When? SeasonPeriod(int i)
    {
        var at = i;
        var year = 0;
        if (TryYear(i, allowShort: false, out var stated, out var next, out _))
            (year, at) = (stated, Skip(next, "的"));
        else if (TryShift(i, out var shift, out next) && _tokens.Has(next, Role.Season))
            (year, at) = (_calendar.Now.Year + shift, next);
        return _tokens.Has(at, Role.Season) ? Dates.Season(year, SeasonCodes[_tokens[at].Number]).At(i, at + 1) : null;
    }

    /// <summary>2016年第一季度, 一季度, 今年三季度.</summary>
    private When? QuarterPeriod(int i)
    {
        var at = i;
        var year = 0;
        if (TryYear(i, allowShort: true, out var stated, out var next, out _))
            (year, at) = (stated, Skip(next, "的"));
        var numberAt = Skip(at, "第");
        if (!TryNumber(numberAt, out var quarter) || quarter is < 1 or > 4 || !_tokens.Is(Skip(numberAt + 1, "个", "個"), "季度"))
            return null;
        var end = Skip(numberAt + 1, "个", "個") + 1;
        return numberAt == at && end > numberAt + 2 ? null : (year > 0 ? Dates.Quarter(year, quarter) : _dates.QuarterOfSomeYear(quarter)).At(i, end);
    }

    /// <summary>2021年的第二周, 明年第九个月, 2021年的前2周, 去年的最后10天.</summary>
    private When? PlaceInPeriod(int i)
    {
        var whole = Longest(Longest(MonthPeriod(i), YearPeriod(i)), ShiftedUnit(i));
        if (whole is not { Grain: Unit.Month or Unit.Year })
            return null;
        var at = Skip(whole.To, "的");
        var isLast = _tokens.IsAny(at, "最后", "最後", "后", "後");
        if ((isLast || _tokens.IsAny(at, "前", "头")) && TryNumber(at + 1, out var count) && count > 0)
        {
            var unitAt = Skip(at + 2, "个", "個");
            var isOne = isLast && count == 1 && _tokens.IsAny(at, "最后", "最後");
            if (_tokens.Has(unitAt, Role.Unit) && !isOne)
                return Dates.EdgeOf(whole, count, _tokens[unitAt].Unit, isLast)?.At(i, unitAt + 1);
        }

        if (!TryPlace(at, out var n, out var next) || !_tokens.Has(next, Role.Unit))
            return null;
        return _dates.NthOf(whole, n, _tokens[next].Unit)?.At(i, next + 1);
    }

    /// <summary>前3天, 未来两周, 过去5分钟, 最近一个月, 上两周, 还剩 3 小时, 上个小时, 3天内.</summary>
    private When? CountedPeriod(int i)
    {
        var direction = _tokens.WordAt(i) switch
        {
            "前" or "过去" or "過去" or "最近" or "上" => -1,
            "未来" or "未來" or "将来" or "接下来" or "接下來" or "今后" or "还剩" or "還剩" or "后" or "後" or "下" or "之后" or "之後" => 1,
            _ => 0,
        };
        if (direction == 0)
        {
            return PlainDuration(i) is { } within && _tokens.IsAny(within.To, "内", "內", "之内", "以内")
                ? (within.Length.IsTime ? _dates.Around(within.Length, 1) : Dates.Stretch(_calendar.Today, within.Length.From(_calendar.Today, 1), within.Timex)).At(i, within.To + 1)
                : null;
        }

        var at = Skip(i + 1, "的");
        if (_tokens.IsAny(i, "上", "下") && _tokens.IsAny(at, "个", "個") && _tokens[at + 1].Unit is Unit.Hour or Unit.Minute or Unit.Second)
            return _dates.Shifted(_tokens[at + 1].Unit, direction)?.At(i, at + 2);
        if (PlainDuration(at) is not { } length || _tokens.IsAny(length.To, "前", "后", "後", "之前", "之后", "以前", "以后"))
            return null;
        if (_tokens.IsAny(i, "还剩", "還剩") && length.Length is var left && (!left.IsOnlyTime || _tokens.Has(length.To - 1, Role.Unit) && CountParts(left) > 1))
            return null;
        return _dates.Around(length.Length, direction).At(i, length.To);
    }

    private static int CountParts(Length length) => (length.Hours > 0 ? 1 : 0) + (length.Minutes > 0 ? 1 : 0) + (length.Seconds > 0 ? 1 : 0);

    /// <summary>十九世纪七十年代, 80年代, 21世纪.</summary>
    private When? CenturyOrDecade(int i)
    {
        var at = i;
        var start = -1;
        var place = Skip(i, "第");
        if (TryNumber(place, out var century) && century is >= 1 and <= 30 && _tokens[place + 1].Unit == Unit.Century)
            (start, at) = ((century - 1) * 100, place + 2);
        else if (TryShift(i, out var shift, out var unitAt) && _tokens[unitAt].Unit == Unit.Century)
            (start, at) = (((_calendar.Now.Year / 100) + shift) * 100, unitAt + 1);
        if (TryNumber(at, out var decade) && _tokens.Is(at + 1, "年代") && StandsFree(at))
        {
            if (decade % 10 != 0 || (start >= 0 && decade > 90))
                return null;
            if (start >= 0)
                return Dates.Years(start + decade, 10).At(i, at + 2);
            if (decade is >= FirstYear and <= LastYear)
                return Dates.Years(decade, 10).At(i, at + 2);
            return decade is >= 10 and <= 90 ? Dates.Years(decade < 30 ? 2000 + decade : 1900 + decade, 10).At(i, at + 2) : null;
        }

        return start > 0 ? Dates.Years(start, 100).At(i, at) : null;
    }

    /// <summary>从8月至2月, 2019年6月1日-6月30日, 1995-1997年, 一月十日到十二日.</summary>
    private When? DatesBetween(int i)
    {
        var at = Skip(i, "从", "從", "自", "由");
        var best = YearsBetween(i, at);
        foreach (var start in (When?[])[Date(at), Period(at), Moment(at)])
        {
            if (start is null || !(IsTo(start.To) || _tokens.IsAny(start.To, "和", "与", "與")) || start.Kind == Kind.DateTime && !start.IsNow)
                continue;
            var isPair = _tokens.IsAny(start.To, "和", "与", "與");
            foreach (var end in (When?[])[DayLike(start, start.To + 1), DateBehindSign(start.To + 1), Period(start.To + 1), Moment(start.To + 1)])
            {
                if (end is null || (end.Kind == Kind.DateTime && !end.IsNow) || _combine.Between(start, end) is not { } range)
                    continue;
                var hasBetween = _tokens.IsAny(end.To, "之间", "之間");
                var to = hasBetween ? end.To + 1 : end.To;
                if ((!isPair || hasBetween) && (best is null || to > best.To))
                    best = range.At(i, to);
            }
        }

        return best;
    }

    private When? DateBehindSign(int i) => WithWeekday(NumericDate(i, freely: false)) ?? Date(i);

    /// <summary>The end of a stretch takes year and month from its start: …一月十日到十二日.</summary>
    private When? DayLike(When start, int i) => start.IsDay && start.Month > 0 && TryDay(i, out var day, out var next, out _) && !_tokens.IsAny(next, "月", "年")
        ? _dates.Day(start.Year, start.Month, day).At(i, next)
        : null;

    private When? YearsBetween(int i, int at)
    {
        var first = _tokens[at];
        if (!TryNumber(at, out var year) || first.Digits != 4 || year is < FirstYear or > LastYear || !IsTo(at + 1) || !StandsFree(at) ||
            !TryYear(at + 2, allowShort: false, out var last, out var next, out _))
        {
            if (!TryNumber(at, out year) || first.Digits != 4 || year is < FirstYear or > LastYear || !IsTo(at + 1) || !TryNumber(at + 2, out last) || _tokens[at + 2].Digits != 4 ||
                !_tokens.Is(at + 3, "年"))
                return null;
            next = at + 4;
        }

        return _combine.Between(Dates.YearOf(year), Dates.YearOf(last))?.At(i, next);
    }
}
