using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>How long: "2 hours and 30 minutes", "an hour and a half", "a few days".</summary>
internal sealed partial class EnglishGrammar
{
    private const int MostParts = 8;
    private const double AFew = 3;

    private When? Duration(int i)
    {
        if (tokens.Is(i, "all") || tokens.IsAny(i, "whole", "full"))
        {
            return tokens[i + 1].Unit is Unit.Day or Unit.Week or Unit.Month or Unit.Year && tokens[i + 1].Has(Role.Unit)
                ? OfLength(i, i + 2, Length.Of(1, tokens[i + 1].Unit))
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
        return tokens.Is(i, "over") ? (i + 1, "more") : tokens.Is(i, "under") ? (i + 1, "less") : (i, null);
    }

    private static When OfLength(int from, int to, Length length) => new()
    {
        From = from, To = to, Kind = Kind.Duration, Length = length, Timex = length.Timex,
    };

    private When? PlainDuration(int i)
    {
        if (_lastLength.At != i)
            _lastLength = (i, ReadDuration(i));
        return _lastLength.Found;
    }

    private When? ReadDuration(int i)
    {
        if (!TryAmount(i, out var length, out var next))
            return null;
        for (var parts = 1; parts < MostParts; parts++)
        {
            var more = tokens.IsSymbol(next, ',') ? next + 1 : next;
            more = Skip(more, "and");
            if (!TryAmount(more, out var part, out var after) || part.TotalSeconds >= length.TotalSeconds || IsShifted(after))
                break;
            (length, next) = (length.Plus(part), after);
        }

        return OfLength(i, next, length);
    }

    // "3 months and 2 days ago" are two expressions when a "last" stands before the first; the caller's words decide.
    private bool IsShifted(int next) => tokens.IsAny(next, "ago", "later", "before", "from");

    private bool TryAmount(int i, out Length length, out int next)
    {
        length = default;
        if (!TryCount(i, out var count, out next))
            return false;
        if (!TryUnit(next, count, attached: tokens.IsAttached(next) && tokens.Has(i, Role.Digits), out var unit, out next))
            return false;
        if (tokens.Is(i, "a") && unit == Unit.Second && next < tokens.Count && tokens[next].Symbol == 0)
            return false; // "a second wave"
        if (tokens.Is(next, "and") && HalfBehind(next + 1, out var after))
            (count, next) = (count + 0.5, after);
        length = Length.Of(count, unit);
        return count > 0;
    }

    private bool HalfBehind(int i, out int next)
    {
        next = Skip(i, "a");
        if (!tokens.Is(next, "half"))
            return false;
        next++;
        return !tokens.Has(next, Role.Unit) && !tokens.IsAny(next, "past", "an", "a");
    }

    private bool TryCount(int i, out double count, out int next)
    {
        (count, next) = (0, i + 1);
        var token = tokens[i];
        if (token.Has(Role.Digits))
        {
            if (token.Number < 0 || tokens.IsSymbol(i - 1, '$') || !StandsFreeFromWord(i))
                return false;
            count = token.Number;
            if (tokens.IsSymbol(next, '.') && tokens.IsAttached(next) && tokens.IsAttached(next + 1) && tokens[next + 1].Digits is > 0 and < 7)
            {
                count += tokens[next + 1].Number / Math.Pow(10, tokens[next + 1].Digits);
                next += 2;
            }

            AddHalf(ref count, ref next);
            return true;
        }

        if (token.Has(Role.Cardinal))
        {
            var utterance = new Utterance(tokens.Typed, tokens.Text);
            if (EnglishFractions.TryRead(utterance, token.Start, out var fraction))
                (count, next) = (fraction.Value, tokens.IndexAt(i, fraction.End));
            else if (EnglishPhrase.TryRead(utterance, token.Start, ordinals: false, out var phrase))
                (count, next) = (phrase.Value, tokens.IndexAt(i, phrase.End));
            else if (token.Symbol == '\0' && token.End - token.Start == 1)
                return false;
            AddHalf(ref count, ref next);
            return count > 0;
        }

        if (tokens.Is(i, "half"))
        {
            (count, next) = (0.5, Skip(i + 1, "a", "an"));
            return true;
        }

        if (tokens.IsAny(i, "few", "several", "some"))
        {
            (count, next) = (AFew, i + 1);
            return true;
        }

        if (!tokens.IsAny(i, "a", "an"))
            return false;
        if (tokens.Is(next, "few"))
            (count, next) = (AFew, next + 1);
        else if (tokens.Is(next, "couple"))
            (count, next) = (2, Skip(next + 1, "of"));
        else if (tokens.Is(next, "half"))
            (count, next) = (0.5, next + 1);
        else
            count = 1;
        return true;
    }

    /// <summary>"one and a half [hours]".</summary>
    private void AddHalf(ref double count, ref int next)
    {
        if (!tokens.Is(next, "and"))
            return;
        var half = Skip(next + 1, "a");
        if (tokens.Is(half, "half") && tokens.Has(half + 1, Role.Unit))
            (count, next) = (count + 0.5, half + 1);
    }

    private bool TryUnit(int i, double count, bool attached, out Unit unit, out int next)
    {
        var token = tokens[i];
        (unit, next) = (token.Unit, i + 1);
        if (tokens.IsSymbol(i, '-') && tokens.Has(i + 1, Role.Unit))
            (token, unit, next) = (tokens[i + 1], tokens[i + 1].Unit, i + 2);
        if (token.Has(Role.Unit))
            return true;

        if (tokens.IsAny(i, "business", "working", "work") && tokens[i + 1].Unit == Unit.Day)
        {
            (unit, next) = (Unit.BusinessDay, i + 2);
            return true;
        }

        if (tokens.IsAny(i, "night", "nights") && count > 0)
        {
            unit = Unit.Day;
            return true;
        }

        unit = !attached || !StandsFree(i - 1) || (tokens.IsAttached(next) && tokens[next].Symbol is '\0' or '-') ? Unit.None : tokens.WordAt(i) switch
        {
            "h" => Unit.Hour, "m" => Unit.Minute, "s" => Unit.Second, "d" => Unit.Day, "w" => Unit.Week, "y" => Unit.Year, _ => Unit.None,
        };
        return unit != Unit.None;
    }
}
