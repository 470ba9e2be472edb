namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>What opens a point to one side: 2018年之后, 自2018年以来, 周五前, 4月5日或之前, 截止到2018年.</summary>
internal sealed partial class ChineseGrammar
{
    private When? Modified(int i)
    {
        if (_tokens.IsAny(i, "截止", "截至", "截止到", "截止至", "直到"))
        {
            var at = Skip(i + 1, "到", "至");
            return Bound(at) is { } until ? Combine.Modify(until, "before").At(i, Skip(until.To, "为止", "為止", "止")) : null;
        }

        if (_tokens.IsAny(i, "晚于", "早于", "不晚于", "不早于"))
        {
            var mod = _tokens.WordAt(i) switch { "晚于" => "after", "早于" => "before", "不晚于" => "until", _ => "since" };
            return Bound(i + 1) is { } compared ? Combine.Modify(compared, mod).At(i, compared.To) : null;
        }

        var from = Skip(i, "自从", "自", "从", "從");
        if (from > i && _tokens.Is(i, "自") && i > 0 && Utterance.IsHan(_tokens.Text[_tokens[i].Start - 1]))
            return null;
        if (Bound(from) is not { } bound)
            return null;
        var (next, isOr) = (bound.To, _tokens.IsAny(bound.To, "或", "及", "和"));
        if (isOr)
            next++;
        var word = _tokens.WordAt(next);
        if (from > i || word is "起" or "开始" or "開始" or "以来" or "以來")
        {
            if (word is not ("起" or "开始" or "開始" or "以来" or "以來") || isOr || (_tokens.IsAny(i, "从", "從") && word is "起"))
                return null;
            return Combine.Modify(bound, "since").At(i, next + 1);
        }

        var isBefore = word is "之前" or "以前" or "前";
        if (!isBefore && word is not ("之后" or "之後" or "以后" or "以後" or "后" or "後"))
            return null;
        if (word.Length == 1 && PlainDuration(next + 1) is not null)
            return null;
        var modifier = isBefore ? (isOr ? "until" : "before") : isOr ? "since" : "after";
        return Combine.Modify(bound, modifier).At(i, next + 1);
    }

    private When? Bound(int i)
    {
        var best = Longest(Longest(MonthPeriod(i), YearPeriod(i)), Longest(ShiftedUnit(i), Date(i)));
        best = Longest(best, Longest(Moment(i), Time(i)));
        return best is { IsNow: true } || best?.Timex is "PAST_REF" or "FUTURE_REF" || (best is { Kind: Kind.DateTime } && PlainDuration(i) is not null) ? null : best;
    }
}
