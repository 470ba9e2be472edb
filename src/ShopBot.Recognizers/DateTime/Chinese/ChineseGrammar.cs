namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>How Chinese puts dates and times into words: from the large to the small, what modifies behind.</summary>
internal sealed partial class ChineseGrammar : IDateGrammar
{
    private const int FirstYear = 1500, LastYear = 2100;

    private readonly TokenList _tokens;
    private readonly ReferenceCalendar _calendar;
    private readonly Dates _dates;
    private readonly Combine _combine;
    private readonly Memo _dateAt, _lengthAt, _momentAt, _periodAt;

    public ChineseGrammar(TokenList tokens, ReferenceCalendar calendar)
    {
        (_tokens, _calendar) = (tokens, calendar);
        _dates = new(calendar);
        _combine = new(_dates);
        (_dateAt, _lengthAt, _momentAt, _periodAt) = (new(ReadDate), new(ReadDuration), new(ReadMoment), new(ReadPeriod));
    }

    public When? Read(int i)
    {
        var best = Longest(Set(i), Modified(i));
        best = Longest(best, DateTimeRange(i));
        best = Longest(best, DateRange(i));
        best = Longest(best, TimeRange(i));
        best = Longest(best, Moment(i));
        best = Longest(best, Date(i));
        best = Longest(best, Time(i));
        return Longest(best, Duration(i));
    }

    private static When? Longest(When? first, When? second) => second is not null && (first is null || second.To > first.To) ? second : first;

    private int Skip(int i, params ReadOnlySpan<string> words) => _tokens.IsAny(i, words) ? i + 1 : i;

    private int SkipSymbol(int i, char symbol) => _tokens.IsSymbol(i, symbol) ? i + 1 : i;

    private bool IsTo(int i) => _tokens.IsAny(i, "到", "至") || _tokens[i].Symbol is '-' or '–' or '—' or '~' or '～';

    private bool TryNumber(int i, out int number)
    {
        number = _tokens[i].Number;
        return _tokens.Has(i, Role.Digits | Role.Cardinal) && number >= 0;
    }

    private bool StandsFree(int i) => !_tokens.IsAttached(i) || !_tokens.Has(i, Role.Digits) ||
        !(_tokens[i - 1].Role == Role.None || (_tokens[i - 1].Symbol is '.' or '-' or '/' or ':' && _tokens.IsAttached(i - 1) && _tokens.Has(i - 2, Role.Digits)));

    /// <summary>上个 -1, 上上 -2, 这 0, 下下个 2.</summary>
    private bool TryShift(int i, out int shift, out int next)
    {
        (shift, next) = (0, i);
        if (_tokens.IsAny(i, "这", "這", "本", "当", "當", "今"))
        {
            next = i + 1;
        }
        else
        {
            var step = _tokens.Is(i, "上") ? -1 : _tokens.Is(i, "下") ? 1 : 0;
            if (step == 0)
                return false;
            while (_tokens.Is(next, step < 0 ? "上" : "下") && Math.Abs(shift) < 8)
                (shift, next) = (shift + step, next + 1);
        }

        next = Skip(next, "个", "個");
        return true;
    }
}
