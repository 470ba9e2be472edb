using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>How English puts dates and times into words. One file for each kind; a rule reads at a token and answers with what it found.</summary>
internal sealed partial class EnglishGrammar : IDateGrammar
{
    private const int FirstYear = 1500, LastYear = 2100;

    private readonly TokenList _tokens;
    private readonly ReferenceCalendar _calendar;
    private readonly Dates _dates;
    private readonly Combine _combine;
    private readonly Memo _dateAt, _lengthAt, _momentAt, _simpleAt;

    public EnglishGrammar(TokenList tokens, ReferenceCalendar calendar)
    {
        (_tokens, _calendar) = (tokens, calendar);
        _dates = new(calendar);
        _combine = new(_dates);
        (_dateAt, _lengthAt, _momentAt, _simpleAt) = (new(ReadDate), new(ReadDuration), new(ReadMoment), new(ReadSimple));
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

    private bool Are(int i, string first, string second) => _tokens.Is(i, first) && _tokens.Is(i + 1, second);

    private bool Are(int i, string first, string second, string third) => Are(i, first, second) && _tokens.Is(i + 2, third);

    /// <summary>A number of digits by itself: not the end of "1.5", "A4" or "133-03".</summary>
    private bool StandsFree(int i)
    {
        if (!_tokens.IsAttached(i))
            return true;
        var before = _tokens[i - 1];
        if (before.Symbol == 0 || before.Symbol is '$' or '#' or '€' or '£')
            return false;
        return !(_tokens.IsAttached(i - 1) && before.Symbol is '.' or '-' or '/' or ':' or ',' &&
                 (_tokens.Has(i - 2, Role.Digits) || (_tokens[i - 2].Symbol == 0 && before.Symbol is not (':' or ','))));
    }

    private bool EndsFree(int next, char separator) =>
        !_tokens.IsAttached(next) || (_tokens[next].Symbol != 0
            ? !((_tokens[next].Symbol == separator || _tokens[next].Symbol is '.' or '/') && _tokens.IsAttached(next + 1) && _tokens.Has(next + 1, Role.Digits))
            : false);

    /// <summary>1 to 99 in words, or up to two digits.</summary>
    private bool TrySmall(int i, out int number, out int next)
    {
        (number, next) = (0, i);
        var token = _tokens[i];
        if (token.Has(Role.Digits))
        {
            (number, next) = (token.Number, i + 1);
            return token.Digits <= 2 && !_tokens.IsSymbol(i - 1, '$') && StandsFreeFromWord(i);
        }

        if (!token.Has(Role.Cardinal) || token.Symbol != 0 || token.Number == 0)
            return false;
        (number, next) = (token.Number, i + 1);
        if (number >= 20)
        {
            var unit = _tokens.IsSymbol(next, '-') ? next + 1 : next;
            if (_tokens.Has(unit, Role.Cardinal) && _tokens[unit].Number is >= 1 and <= 9)
                (number, next) = (number + _tokens[unit].Number, unit + 1);
        }

        return true;
    }

    private bool StandsFreeFromWord(int i) => !_tokens.IsAttached(i) || _tokens[i - 1].Symbol != 0 || _tokens.Is(i - 1, "t"); // 2026-03-02T15:30

    /// <summary>"7th", "second", "twenty-first".</summary>
    private bool TryPlace(int i, out int number, out int next)
    {
        (number, next) = (0, i);
        var token = _tokens[i];
        if (token.Has(Role.Digits))
        {
            (number, next) = (token.Number, i + 2);
            return token.Digits <= 3 && _tokens.IsAttached(i + 1) && _tokens.IsAny(i + 1, "st", "nd", "rd", "th");
        }

        if (token.Has(Role.Ordinal))
        {
            (number, next) = (token.Number, i + 1);
            return number > 0;
        }

        if (!token.Has(Role.Cardinal) || token.Number < 20)
            return false;
        var unit = _tokens.IsSymbol(i + 1, '-') ? i + 2 : i + 1;
        (number, next) = (token.Number + _tokens[unit].Number, unit + 1);
        return _tokens.Has(unit, Role.Ordinal) && _tokens[unit].Number is >= 1 and <= 9;
    }

    private bool TryDayNumber(int i, out int day, out int next) =>
        (TryPlace(i, out day, out next) || TrySmall(i, out day, out next)) && day is >= 1 and <= 31;

    /// <summary>"2018", "nineteen eighty six", "two thousand and five"; "'87" and "87" where short years are allowed.</summary>
    private bool TryYear(int i, bool allowShort, out int year, out int next)
    {
        (year, next) = (0, i);
        var token = _tokens[i];
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

        if (allowShort && token.Symbol is '\'' or '\u2019' && _tokens[i + 1].Digits == 2 && _tokens.IsAttached(i + 1))
        {
            (year, next) = (ReferenceCalendar.FullYear(_tokens[i + 1].Number), i + 2);
            return true;
        }

        if (!token.Has(Role.Cardinal))
            return false;

        if (token.Number is >= 15 and <= 20 && TrySmall(i + 1, out var rest, out next) && rest is >= 10 and <= 99 && !_tokens.Has(i + 1, Role.Digits))
        {
            year = (token.Number * 100) + rest;
            return true;
        }

        var utterance = new Utterance(_tokens.Typed, _tokens.Text);
        if (!_tokens.IsAny(i + 1, "thousand", "hundred") || !EnglishPhrase.TryRead(utterance, token.Start, ordinals: false, out var phrase) ||
            phrase.Value is < FirstYear or > LastYear)
            return false;
        (year, next) = ((int)phrase.Value, _tokens.IndexAt(i, phrase.End));
        return true;
    }

    /// <summary>More of a number or a time hangs on it: "2018:30", "2018th", "2000.5".</summary>
    private bool IsTail(int next) => _tokens.IsAttached(next) &&
        (_tokens[next].Symbol == 0 || (_tokens[next].Symbol is '.' or ':' or ',' && _tokens.IsAttached(next + 1) && _tokens.Has(next + 1, Role.Digits)));

    private bool IsTo(int i) =>
        _tokens.IsAny(i, "to", "till", "until", "til", "through", "thru", "throughout") || _tokens[i].Symbol is '-' or '–' or '—' or '~';
}
