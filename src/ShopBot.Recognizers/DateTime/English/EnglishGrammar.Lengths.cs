using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>How long: "2 hours and 30 minutes", "an hour and a half", "a few days".</summary>
internal sealed partial class EnglishGrammar
{
    private const int MostParts = 8;
    private const double AFew = 3;

    private When? Duration(int i)
    {
        if (_tokens.Is(i, "all") || _tokens.IsAny(i, "whole", "full"))
        {
            return _tokens[i + 1].Unit is Unit.Day or Unit.Week or Unit.Month or Unit.Year && _tokens[i + 1].Has(Role.Unit)
                ? OfLength(i, i + 2, Length.Of(1, _tokens[i + 1].Unit))
                : null;
        }

        var (inner, mod) = MoreOrLess(i);
        if (mod is null)
            return PlainDuration(i);
        return PlainDuration(inner) is { } length ? length with { From = i, Mod = mod } : null;
    }

    private (int Inner, string? Mod) MoreOrLess(int i)
    {
        if (Are(i, "more", "than") || Are(i, "greater", "than") || Are(i, "longer", "than"))
            return (i + 2, "more");
        if (Are(i, "less", "than") || Are(i, "shorter", "than"))
            return (i + 2, "less");
        return _tokens.Is(i, "over") ? (i + 1, "more") : _tokens.Is(i, "under") ? (i + 1, "less") : (i, null);
    }

    private static When OfLength(int from, int to, Length length) => new()
    {
        From = from, To = to, Kind = Kind.Duration, Length = length, Timex = length.Timex,
    };

    private When? PlainDuration(int i) => _lengthAt.At(i);

    private When? ReadDuration(int i)
    {
        if (!TryAmount(i, out var length, out var next))
            return null;
        for (var parts = 1; parts < MostParts; parts++)
        {
            var more = _tokens.IsSymbol(next, ',') ? next + 1 : next;
            more = Skip(more, "and");
            if (!TryAmount(more, out var part, out var after) || part.TotalSeconds >= length.TotalSeconds || IsShifted(after))
                break;
            (length, next) = (length.Plus(part), after);
        }

        return OfLength(i, next, length);
    }

    // "3 months and 2 days ago" are two expressions when a "last" stands before the first; the caller's words decide.
    private bool IsShifted(int next) => _tokens.IsAny(next, "ago", "later", "before", "from");

    private bool TryAmount(int i, out Length length, out int next)
    {
        length = default;
        if (!TryCount(i, out var count, out next))
            return false;
        if (!TryUnit(next, count, attached: _tokens.IsAttached(next) && _tokens.Has(i, Role.Digits), out var unit, out next))
            return false;
        if (_tokens.Is(i, "a") && unit == Unit.Second && next < _tokens.Count && _tokens[next].Symbol == 0)
            return false; // "a second wave"
        if (_tokens.Is(next, "and") && HalfBehind(next + 1, out var after))
            (count, next) = (count + 0.5, after);
        length = Length.Of(count, unit);
        return count > 0;
    }

    private bool HalfBehind(int i, out int next)
    {
        next = Skip(i, "a");
        if (!_tokens.Is(next, "half"))
            return false;
        next++;
        return !_tokens.Has(next, Role.Unit) && !_tokens.IsAny(next, "past", "an", "a");
    }

    private bool TryCount(int i, out double count, out int next)
    {
        (count, next) = (0, i + 1);
        var token = _tokens[i];
        if (token.Has(Role.Digits))
        {
            if (token.Number < 0 || _tokens.IsSymbol(i - 1, '$') || !StandsFreeFromWord(i))
                return false;
            count = token.Number;
            if (_tokens.IsSymbol(next, '.') && _tokens.IsAttached(next) && _tokens.IsAttached(next + 1) && _tokens[next + 1].Digits is > 0 and < 7)
            {
                count += _tokens[next + 1].Number / Math.Pow(10, _tokens[next + 1].Digits);
                next += 2;
            }

            AddHalf(ref count, ref next);
            return true;
        }

        if (token.Has(Role.Cardinal))
        {
            var utterance = new Utterance(_tokens.Typed, _tokens.Text);
            if (EnglishFractions.TryRead(utterance, token.Start, out var fraction))
                (count, next) = (fraction.Value, _tokens.IndexAt(i, fraction.End));
            else if (EnglishPhrase.TryRead(utterance, token.Start, ordinals: false, out var phrase))
                (count, next) = (phrase.Value, _tokens.IndexAt(i, phrase.End));
            else if (token.Symbol == '\0' && token.End - token.Start == 1)
                return false;
            AddHalf(ref count, ref next);
            return count > 0;
        }

        if (_tokens.Is(i, "half"))
        {
            (count, next) = (0.5, Skip(i + 1, "a", "an"));
            return true;
        }

        if (_tokens.IsAny(i, "few", "several", "some"))
        {
            (count, next) = (AFew, i + 1);
            return true;
        }

        if (_tokens.Is(i, "couple"))
        {
            (count, next) = (2, Skip(i + 1, "of"));
            return true;
        }

        if (!_tokens.IsAny(i, "a", "an"))
            return false;
        if (_tokens.Is(next, "few"))
            (count, next) = (AFew, next + 1);
        else if (_tokens.Is(next, "couple"))
            (count, next) = (2, Skip(next + 1, "of"));
        else if (_tokens.Is(next, "half"))
            (count, next) = (0.5, next + 1);
        else
            count = 1;
        return true;
    }

    /// <summary>"one and a half [hours]".</summary>
    private void AddHalf(ref double count, ref int next)
    {
        if (!_tokens.Is(next, "and"))
            return;
        var half = Skip(next + 1, "a");
        if (_tokens.Is(half, "half") && _tokens.Has(half + 1, Role.Unit))
            (count, next) = (count + 0.5, half + 1);
    }

    private bool TryUnit(int i, double count, bool attached, out Unit unit, out int next)
    {
        var token = _tokens[i];
        (unit, next) = (token.Unit, i + 1);
        if (_tokens.IsSymbol(i, '-') && _tokens.Has(i + 1, Role.Unit))
            (token, unit, next) = (_tokens[i + 1], _tokens[i + 1].Unit, i + 2);
        if (token.Has(Role.Unit))
            return true;

        if (_tokens.IsAny(i, "business", "working", "work") && _tokens[i + 1].Unit == Unit.Day)
        {
            (unit, next) = (Unit.BusinessDay, i + 2);
            return true;
        }

        if (_tokens.IsAny(i, "night", "nights") && count > 0)
        {
            unit = Unit.Day;
            return true;
        }

        unit = !attached || !StandsFree(i - 1) || (_tokens.IsAttached(next) && _tokens[next].Symbol is '\0' or '-') ? Unit.None : _tokens.WordAt(i) switch
        {
            "h" => Unit.Hour, "m" => Unit.Minute, "s" => Unit.Second, "d" => Unit.Day, "w" => Unit.Week, "y" => Unit.Year, _ => Unit.None,
        };
        return unit != Unit.None;
    }
}
