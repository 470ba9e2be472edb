namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Stretches of hours: 下午五点到七点半, 上午, 明天上午, 周一上午10点到12点.</summary>
internal sealed partial class ChineseGrammar
{
    private When? TimeRange(int i)
    {
        var best = Hours(i, null);
        if (_tokens.Has(i, Role.Part) && !_tokens.Has(i, Role.DayWord) && !_tokens.IsAny(i, "早", "晚"))
            best = Longest(best, Combine.PartOfDay(_tokens[i].Part!).At(i, i + 1));
        return best;
    }

    /// <param name="part">The part of the day said before the hours: it holds for both.</param>
    private When? Hours(int i, DayPart? part)
    {
        var at = Skip(i, "从", "從", "自", "由");
        if (!TryClock(at, part, out var start, out var next, out var said))
        {
            // 3到5点: the first hour lacks its sign
            if (!TryNumber(part is null && _tokens.Has(at, Role.Part) ? at + 1 : at, out var hour) || hour is < 0 or > 24 || _tokens[at].Digits > 2)
                return null;
            said = part ?? _tokens[at].Part;
            next = _tokens.Has(at, Role.Part) ? at + 2 : at + 1;
            start = new(hour, IsOpen: hour is >= 1 and <= 12);
            if (!IsTo(next) || !StandsFree(next - 1) || !TryClock(next + 1, null, out _, out _, out _))
                return null;
            if (said is not null)
                start = In(start, said);
        }

        if (!(IsTo(next) || _tokens.IsAny(next, "和", "与", "與")) || !TryClock(Skip(next + 1, "到"), said, out var end, out var to, out _))
            return null;
        if (!IsTo(next) && !_tokens.IsAny(to, "之间", "之間"))
            return null;
        return Combine.Between(start, end).At(i, Skip(to, "之间", "之間"));
    }

    private When? DateTimeRange(int i)
    {
        var best = DayThenHours(i);
        if (DayAndPart(i, out var part) is { } day && part is not null)
            best = Longest(best, Combine.At(day, part).At(i, day.To));
        best = Longest(best, MomentsBetween(i));
        return CountedPeriod(i) is { Kind: Kind.DateTimeRange } counted ? Longest(best, counted) : best;
    }

    private When? DayThenHours(int i)
    {
        var at = Skip(i, "从", "從", "自", "由");
        if (DayAndPart(at, out var part) is not { } day)
            return null;
        return Hours(Skip(SkipSymbol(day.To, ','), "的"), part) is { } hours ? Combine.At(day, hours).At(i, hours.To) : null;
    }

    /// <summary>从昨天下午两点到明天四点, 1月15号4点和2月3号9点之间.</summary>
    private When? MomentsBetween(int i)
    {
        var at = Skip(i, "从", "從", "自", "由");
        When? best = null;
        foreach (var start in (When?[])[Moment(at), Date(at)])
        {
            if (start is null || !(IsTo(start.To) || _tokens.IsAny(start.To, "和", "与", "與")))
                continue;
            var isPair = _tokens.IsAny(start.To, "和", "与", "與");
            foreach (var end in (When?[])[Moment(start.To + 1), Date(start.To + 1)])
            {
                if (end is null || _combine.MomentsBetween(start, end) is not { } range)
                    continue;
                var hasBetween = _tokens.IsAny(end.To, "之间", "之間");
                var to = hasBetween ? end.To + 1 : end.To;
                if ((!isPair || hasBetween) && (best is null || to > best.To))
                    best = (range with { Past = range.Future, PastEnd = range.FutureEnd }).At(i, to);
            }
        }

        return best;
    }
}
