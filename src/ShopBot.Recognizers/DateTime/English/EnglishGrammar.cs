using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>How English puts dates and times into words. One file for each kind; a rule reads at a token and answers with what it found.</summary>
internal sealed partial class EnglishGrammar(TokenList tokens, ReferenceCalendar calendar) : IDateGrammar
{
    private const int FirstYear = 1500, LastYear = 2100;

    private readonly Dates _dates = new(calendar);
    private readonly Combine _combine = new(new Dates(calendar));

    private (int At, When? Found) _lastDate = (-1, null), _lastLength = (-1, null);

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

    private bool Are(int i, string first, string second) => tokens.Is(i, first) && tokens.Is(i + 1, second);

    private bool Are(int i, string first, string second, string third) => Are(i, first, second) && tokens.Is(i + 2, third);

    /// <summary>A number of digits by itself: not the end of "1.5", "A4" or "133-03".</summary>
    private bool StandsFree(int i)
    {
        if (!tokens.IsAttached(i))
            return true;
        var before = tokens[i - 1];
        if (before.Symbol == 0 || before.Symbol is '$' or '#' or '€' or '£')
            return false;
        return !(tokens.IsAttached(i - 1) && before.Symbol is '.' or '-' or '/' or ':' or ',' &&
                 (tokens.Has(i - 2, Role.Digits) || (tokens[i - 2].Symbol == 0 && before.Symbol is not (':' or ','))));
    }

    private bool EndsFree(int next, char separator) =>
        !tokens.IsAttached(next) || (tokens[next].Symbol != 0
            ? !((tokens[next].Symbol == separator || tokens[next].Symbol is '.' or '/') && tokens.IsAttached(next + 1) && tokens.Has(next + 1, Role.Digits))
            : false);

    /// <summary>1 to 99 in words, or up to two digits.</summary>
    private bool TrySmall(int i, out int number, out int next)
    {
        (number, next) = (0, i);
        var token = tokens[i];
        if (token.Has(Role.Digits))
        {
            (number, next) = (token.Number, i + 1);
            return token.Digits <= 2 && !tokens.IsSymbol(i - 1, '$') && StandsFreeFromWord(i);
        }

        if (!token.Has(Role.Cardinal) || token.Symbol != 0 || token.Number == 0)
            return false;
        (number, next) = (token.Number, i + 1);
        if (number >= 20)
        {
            var unit = tokens.IsSymbol(next, '-') ? next + 1 : next;
            if (tokens.Has(unit, Role.Cardinal) && tokens[unit].Number is >= 1 and <= 9)
                (number, next) = (number + tokens[unit].Number, unit + 1);
        }

        return true;
    }

    private bool StandsFreeFromWord(int i) => !tokens.IsAttached(i) || tokens[i - 1].Symbol != 0;

    /// <summary>"7th", "second", "twenty-first".</summary>
    private bool TryPlace(int i, out int number, out int next)
    {
        (number, next) = (0, i);
        var token = tokens[i];
        if (token.Has(Role.Digits))
        {
            (number, next) = (token.Number, i + 2);
            return token.Digits <= 3 && tokens.IsAttached(i + 1) && tokens.IsAny(i + 1, "st", "nd", "rd", "th");
        }

        if (token.Has(Role.Ordinal))
        {
            (number, next) = (token.Number, i + 1);
            return number > 0;
        }

        if (!token.Has(Role.Cardinal) || token.Number < 20)
            return false;
        var unit = tokens.IsSymbol(i + 1, '-') ? i + 2 : i + 1;
        (number, next) = (token.Number + tokens[unit].Number, unit + 1);
        return tokens.Has(unit, Role.Ordinal) && tokens[unit].Number is >= 1 and <= 9;
    }

    private bool TryDayNumber(int i, out int day, out int next) =>
        (TryPlace(i, out day, out next) || TrySmall(i, out day, out next)) && day is >= 1 and <= 31;

    /// <summary>"2018", "nineteen eighty six", "two thousand and five"; "'87" and "87" where short years are allowed.</summary>
    private bool TryYear(int i, bool allowShort, out int year, out int next)
    {
        (year, next) = (0, i);
        var token = tokens[i];
        if (token.Has(Role.Digits))
        {
            next = i + 1;
            if (token.Digits == 4)
            {
                year = token.Number;
                return year is >= FirstYear and <= LastYear && !IsTail(next);
            }

            year = ReferenceCalendar.FullYear(token.Number);
            return allowShort && token.Digits == 2 && !IsTail(next);
        }

        if (allowShort && token.Symbol is '\'' or '\u2019' && tokens[i + 1].Digits == 2 && tokens.IsAttached(i + 1))
        {
            (year, next) = (ReferenceCalendar.FullYear(tokens[i + 1].Number), i + 2);
            return true;
        }

        if (!token.Has(Role.Cardinal))
            return false;

        if (token.Number is >= 15 and <= 20 && TrySmall(i + 1, out var rest, out next) && rest is >= 10 and <= 99 && !tokens.Has(i + 1, Role.Digits))
        {
            year = (token.Number * 100) + rest;
            return true;
        }

        var utterance = new Utterance(tokens.Typed, tokens.Text);
        if (!tokens.IsAny(i + 1, "thousand", "hundred") || !EnglishPhrase.TryRead(utterance, token.Start, ordinals: false, out var phrase) ||
            phrase.Value is < FirstYear or > LastYear)
            return false;
        (year, next) = ((int)phrase.Value, tokens.IndexAt(i, phrase.End));
        return true;
    }

    /// <summary>More of a number or a time hangs on it: "2018:30", "2018th", "2000.5".</summary>
    private bool IsTail(int next) => tokens.IsAttached(next) &&
        (tokens[next].Symbol == 0 || (tokens[next].Symbol is '.' or ':' or ',' && tokens.IsAttached(next + 1) && tokens.Has(next + 1, Role.Digits)));

    private bool IsTo(int i) =>
        tokens.IsAny(i, "to", "till", "until", "til", "through", "thru", "throughout") || tokens[i].Symbol is '-' or '–' or '—' or '~';
}
