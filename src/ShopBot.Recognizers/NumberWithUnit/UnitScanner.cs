using System.Globalization;

namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <param name="End">Index after the last character.</param>
internal readonly record struct UnitMatch(int Start, int End, UnitWord Word)
{
    public CurrencyUnit Unit => Word.Unit;
}

/// <summary>Finds the words and signs of currencies, the longest at each place.</summary>
internal ref struct UnitScanner(Utterance text, bool isChinese)
{
    private const int MostWords = 5;
    private readonly Utterance _text = text;
    private readonly UnitLexicon _lexicon = UnitLexicon.For(isChinese);
    private int _position;

    public bool TryNext(out UnitMatch match)
    {
        while (_position < _text.Length)
        {
            var start = _position;
            if (IsLetter(_text[start]))
            {
                if (TryReadWords(start, out match))
                    return true;
                _position = Math.Max(EndOfWord(start), start + 1);
                continue;
            }

            _position++;
            if (Utterance.IsDigit(_text[start]) || _text[start] == ' ' || _lexicon.LongestFrom(_text.Text[start..(start + 1)]) == 0)
                continue;
            if (TryReadSigns(start, out match))
                return true;
        }

        match = default;
        return false;
    }

    /// <summary>Words of an alphabet, perhaps with a sign behind: "hong kong dollars", "us$", "c $".</summary>
    private bool TryReadWords(int start, out UnitMatch match)
    {
        match = default;
        var longest = _lexicon.LongestFrom(_text.Text[start..EndOfWord(start)]);
        if (longest == 0)
            return false;

        if (_text[start] == 'u' && TryReadSpacedUs(start, out match))
            return true;

        var position = start;
        for (var words = 0; words < MostWords && position - start < longest; words++)
        {
            position = EndOfWord(position);
            if (IsPartOfLongerWord(position))
                break;
            if (_lexicon.Find(_text.Text[start..position]) is { } word && IsWrittenAsNeeded(word, start, position))
                match = new(start, position, word);
            if (_text[position] == '.' && Utterance.IsDigit(_text[SkipBlank(position + 1)]) && _lexicon.Find(_text.Text[start..(position + 1)]) is { } abbreviation)
                match = new(start, position + 1, abbreviation);
            if (TryReadSignBehind(start, position, out var withSign))
                match = withSign;
            if (_text[position] is not (' ' or '-' or '.') || !IsLetter(_text[position + 1]))
                break;
            position++;
        }

        if (match.Word is null)
            return false;
        _position = match.End;
        return true;
    }

    /// <summary>"us$", "c $"; an article before a sign is none of it ("a $ 4 billion deal").</summary>
    private readonly bool TryReadSignBehind(int start, int position, out UnitMatch match)
    {
        match = default;
        var sign = _text[position] == ' ' && (position - start > 1 || _text[start] == 'c') ? position + 1 : position;
        if (_text[sign] is not ('$' or '¥' or '£' or '/') || position - start > 4)
            return false;
        Span<char> together = stackalloc char[8];
        var length = position - start;
        _text.Text[start..position].CopyTo(together);
        together[length++] = _text[sign];
        var end = sign + 1;
        if (_text[sign] == '/' && _text[end] == '.')
            together[length++] = _text[end++];
        if (_lexicon.Find(together[..length]) is not { } word)
            return false;
        match = new(start, end, word);
        return true;
    }

    /// <summary>"u.s. dollars", "U. S. $", "u . s . dollar": with as many blanks as there are.</summary>
    private bool TryReadSpacedUs(int start, out UnitMatch match)
    {
        match = default;
        var position = start + 1;
        if (!Skip('.', ref position) || !Skip('s', ref position))
            return false;
        Skip('.', ref position);
        position = SkipBlank(position);
        var end = _text[position] == '$' ? position + 1 : EndOfWord(position);
        if (_text.Text[Math.Min(position, _text.Length)..end] is not ("$" or "dollar" or "dollars" or "buck" or "bucks"))
            return false;
        var word = _lexicon.Find(_text[position] == '$' ? "us$" : "us dollar");
        match = new(start, end, word!);
        _position = end;
        return true;
    }

    private readonly bool Skip(char c, ref int position)
    {
        var at = SkipBlank(position);
        if (_text[at] != c)
            return false;
        position = at + 1;
        return true;
    }

    private readonly int SkipBlank(int position) => _text[position] == ' ' ? position + 1 : position;

    /// <summary>Signs and Han characters, which need nothing between them.</summary>
    private bool TryReadSigns(int start, out UnitMatch match)
    {
        for (var length = Math.Min(_lexicon.LongestFrom(_text.Text[start..(start + 1)]), _text.Length - start); length > 0; length--)
        {
            var end = start + length;
            if (_lexicon.Find(_text.Text[start..end]) is not { } word || ChineseCurrencyNames.MeansSomethingElse(_text.Text[start..end], _text[end]))
                continue;
            match = new(start, end, word);
            _position = end;
            return true;
        }

        match = default;
        return false;
    }

    private readonly bool IsWrittenAsNeeded(UnitWord word, int start, int end) =>
        !word.Use.HasFlag(WordUse.InCapitals) || IsInCapitals(start, end);

    public readonly bool StandsAlone(in UnitMatch match) =>
        match.Word.Use.HasFlag(WordUse.Alone) || (match.Word.Use.HasFlag(WordUse.AloneInCapitals) && IsInCapitals(match.Start, match.End));

    private readonly bool IsInCapitals(int start, int end) =>
        _text.Typed[start..end].IndexOfAnyExceptInRange('A', 'Z') < 0 && !char.IsAsciiLetterOrDigit(_text[start - 1]);

    private readonly bool IsPartOfLongerWord(int end) => _text[end] == '_';

    private readonly int EndOfWord(int position)
    {
        while (position < _text.Length && IsLetter(_text[position]))
            position++;
        return position;
    }

    /// <summary>How many characters of a word of an alphabet stand at the beginning.</summary>
    public static int LettersAtStart(ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < word.Length && IsLetter(word[length]))
            length++;
        return length;
    }

    /// <summary>Letters of alphabets, with the marks that some scripts write on them.</summary>
    private static bool IsLetter(char c) => Utterance.IsWordLetter(c) || c is '\'' or 'ʻ' ||
        (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
