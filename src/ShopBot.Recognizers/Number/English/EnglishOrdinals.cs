namespace Microsoft.Recognizers.Text.Number.English;

/// <summary>Finds places in a row in an English text: "third", "21st", "the last but one", "next".</summary>
internal ref struct EnglishOrdinals(Utterance text)
{
    /// <summary>Fixed expressions, longest first where one begins with another.</summary>
    private static readonly (string Words, double Offset, PlaceOrigin Origin)[] Expressions =
    [
        ("the one before the last one", -1, PlaceOrigin.End), ("the one before the last", -1, PlaceOrigin.End),
        ("the second to last one", -1, PlaceOrigin.End), ("the second to last", -1, PlaceOrigin.End), ("second to last", -1, PlaceOrigin.End),
        ("the third to last", -2, PlaceOrigin.End), ("third to last", -2, PlaceOrigin.End),
        ("the next to last", -1, PlaceOrigin.End), ("next to last", -1, PlaceOrigin.End),
        ("the last but one", -1, PlaceOrigin.End), ("last but one", -1, PlaceOrigin.End),
        ("antepenultimate", -2, PlaceOrigin.End), ("penultimate", -1, PlaceOrigin.End),
        ("last one", 0, PlaceOrigin.End), ("last", 0, PlaceOrigin.End),
        ("next one", 1, PlaceOrigin.Current), ("next", 1, PlaceOrigin.Current),
        ("previous one", -1, PlaceOrigin.Current), ("previous", -1, PlaceOrigin.Current),
        ("current one", 0, PlaceOrigin.Current), ("current", 0, PlaceOrigin.Current),
    ];

    private readonly Utterance _text = text;
    private int _position;

    public bool TryNext(out Place place)
    {
        while (_position < _text.Length)
        {
            var start = _position;
            if (DigitReader.CanStart(_text, start) || Utterance.IsWordLetter(_text[start]))
            {
                if (TryReadExpression(start, out place) || TryReadSuffixed(start, out place) || TryReadWords(start, out place))
                {
                    _position = place.End;
                    return true;
                }

                if (_position == start)
                    _position = Utterance.IsWordLetter(_text[start]) ? _text.EndOfWord(start) : DigitReader.EndOfDigits(_text, start + 1);
                continue;
            }

            _position++;
        }

        place = default;
        return false;
    }

    private readonly bool TryReadExpression(int start, out Place place)
    {
        if (!Utterance.IsDigit(_text[start - 1]) && _text[start] is 't' or 'l' or 'n' or 's' or 'p' or 'c' or 'a')
        {
            foreach (var (words, offset, origin) in Expressions)
            {
                var end = start + words.Length;
                if (_text.StartsWith(start, words) && !Utterance.IsWordLetter(_text[end]) && !Utterance.IsDigit(_text[end]))
                {
                    place = new(start, end, offset, origin);
                    return true;
                }
            }
        }

        place = default;
        return false;
    }

    /// <summary>"1st", "22nd".</summary>
    private readonly bool TryReadSuffixed(int start, out Place place)
    {
        place = default;
        var end = DigitReader.EndOfDigits(_text, start);
        if (end == start || end - start > 15)
            return false;
        var suffixEnd = _text.EndOfWord(end);
        if (_text.Text[end..suffixEnd] is not ("st" or "nd" or "rd" or "th"))
            return false;
        place = new(start, suffixEnd, long.Parse(_text.Text[start..end], System.Globalization.CultureInfo.InvariantCulture), PlaceOrigin.Start);
        return true;
    }

    private bool TryReadWords(int start, out Place place)
    {
        place = default;
        if (Utterance.IsDigit(_text[start - 1]) || !EnglishPhrase.TryRead(_text, start, ordinals: true, out var phrase))
            return false;
        if (phrase.EndsAsOrdinal)
        {
            // "three fifths" and "a trillionth" are shares.
            if (phrase.EndsAsPlural || phrase.Kind != AmountKind.Integer || (phrase.Value >= 1000 && FollowsArticle(start)))
            {
                _position = phrase.End;
                return false;
            }

            place = new(start, phrase.End, phrase.Value, PlaceOrigin.Start);
            return true;
        }

        _position = phrase.End;
        return false;
    }

    private readonly bool FollowsArticle(int start) =>
        start >= 2 && _text[start - 1] == ' ' && _text[start - 2] == 'a' && !Utterance.IsWordLetter(_text[start - 3]);
}
