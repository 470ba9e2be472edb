namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>How Chinese puts dates and times into words: from the large to the small, what modifies behind.</summary>
internal sealed partial class ChineseGrammar(TokenList tokens, ReferenceCalendar calendar) : IDateGrammar
{
    private const int FirstYear = 1500, LastYear = 2100;

    private readonly Dates _dates = new(calendar);
    private readonly Combine _combine = new(new Dates(calendar));

    public TokenList Tokens => tokens;

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

    private int Skip(int i, params ReadOnlySpan<string> words) => tokens.IsAny(i, words) ? i + 1 : i;

    private int SkipSymbol(int i, char symbol) => tokens.IsSymbol(i, symbol) ? i + 1 : i;

    private bool IsTo(int i) => tokens.IsAny(i, "到", "至") || tokens[i].Symbol is '-' or '–' or '—' or '~' or '～';

    private bool TryNumber(int i, out int number)
    {
        number = tokens[i].Number;
        return tokens.Has(i, Role.Digits | Role.Cardinal) && number >= 0;
    }

    private bool StandsFree(int i) => !tokens.IsAttached(i) || !tokens.Has(i, Role.Digits) ||
        !(tokens[i - 1].Role == Role.None || (tokens[i - 1].Symbol is '.' or '-' or '/' or ':' && tokens.IsAttached(i - 1) && tokens.Has(i - 2, Role.Digits)));

    /// <summary>上个 -1, 上上 -2, 这 0, 下下个 2.</summary>
    private bool TryShift(int i, out int shift, out int next)
    {
        (shift, next) = (0, i);
        if (tokens.IsAny(i, "这", "這", "本", "当", "當", "今"))
        {
            next = i + 1;
        }
        else
        {
            var step = tokens.Is(i, "上") ? -1 : tokens.Is(i, "下") ? 1 : 0;
            if (step == 0)
                return false;
            while (tokens.Is(next, step < 0 ? "上" : "下") && Math.Abs(shift) < 8)
                (shift, next) = (shift + step, next + 1);
        }

        next = Skip(next, "个", "個");
        return true;
    }
}
