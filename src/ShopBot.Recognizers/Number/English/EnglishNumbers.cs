namespace Microsoft.Recognizers.Text.Number.English;

/// <summary>Finds the numbers of an English text, from left to right.</summary>
internal ref struct EnglishNumbers(Utterance text)
{
    private readonly Utterance _text = text;
    private int _position;

    public bool TryNext(out Amount amount)
    {
        var before = ReadOnlySpan<char>.Empty; // the word before, for "the one"
        while (_position < _text.Length)
        {
            var start = _position;
            if (DigitReader.CanStart(_text, start))
            {
                if (!EnglishPhrase.TryRead(_text, start, ordinals: false, out var phrase))
                {
                    DigitReader.TryRead(_text, start, commaDecimals: true, out _position, out _, out _);
                    continue;
                }

                amount = Complete(phrase);
                if (DigitReader.IsMinus(_text, start - 1))
                    amount = amount with { Start = start - 1, Value = -amount.Value };
                _position = amount.End;
                return true;
            }

            if (!Utterance.IsWordLetter(_text[start]))
            {
                _position++;
                continue;
            }

            var end = _text.EndOfWord(start);
            var word = _text.Text[start..end];
            if (TryReadWords(start, word, before, out amount))
            {
                _position = amount.End;
                return true;
            }

            _position = Math.Max(_position, end);
            before = word;
        }

        amount = default;
        return false;
    }

    private bool TryReadWords(int start, ReadOnlySpan<char> word, ReadOnlySpan<char> before, out Amount amount)
    {
        amount = default;
        if (Utterance.IsDigit(_text[start - 1]))
            return false;

        if (word is "minus" or "negative")
        {
            var after = _text.SkipSpaces(start + word.Length);
            var isNumber = DigitReader.CanStart(_text, after) || Utterance.IsWordLetter(_text[after]);
            if (!isNumber || !TryReadPositive(after, default, out amount))
                return false;
            amount = amount with { Start = start, Value = -amount.Value };
            return true;
        }

        return TryReadPositive(start, before, out amount);
    }

    private bool TryReadPositive(int start, ReadOnlySpan<char> before, out Amount amount)
    {
        if (EnglishFractions.TryRead(_text, start, out amount))
            return true;
        if (!EnglishPhrase.TryRead(_text, start, ordinals: false, out var phrase))
            return false;

        amount = Complete(phrase);
        if (amount.End == phrase.End && EndsAsOrdinal(phrase, out var behind))
        {
            _position = behind;
            return false;
        }

        // A pronoun, not a number: "the one you mentioned".
        return !(phrase.End - start == 3 && phrase.Value == 1 && amount.End == phrase.End &&
                 before is "the" or "this" or "that" or "which" or "no" or "any" or "every" or "each" or "some");
    }

    /// <summary>"twenty first" is a place, no number; but "5 first class seats" are five.</summary>
    private readonly bool EndsAsOrdinal(in EnglishPhrase phrase, out int behind)
    {
        behind = phrase.End;
        if (phrase.IsDigits || !EnglishPhrase.TryRead(_text, phrase.Start, ordinals: true, out var longer) || !longer.EndsAsOrdinal)
            return false;
        behind = longer.End;
        return true;
    }

    private readonly Amount Complete(in EnglishPhrase phrase)
    {
        if (EnglishFractions.TryExtend(_text, phrase, out var amount))
            return amount;
        if (TryReadPoint(phrase, out amount))
            return amount;
        return new(phrase.Start, phrase.End, phrase.Value, phrase.Kind);
    }

    /// <summary>"two hundred point zero three", "three point seventy-one".</summary>
    private readonly bool TryReadPoint(in EnglishPhrase phrase, out Amount amount)
    {
        amount = default;
        var end = EnglishText.SkipWord(_text, phrase.End, "point");
        if (end == phrase.End || phrase.IsDigits)
            return false;

        var (decimals, place, found) = (0d, 1d, false);
        while (place > 1e-15)
        {
            var token = EnglishText.Read(_text, end);
            if (token.Word.IsOrdinal || token.Word.Role is not (WordRole.Unit or WordRole.Teen or WordRole.Tens))
                break;
            (end, found) = (token.End, true);
            if (token.Word.Role == WordRole.Unit)
            {
                place /= 10;
                decimals += token.Value * place;
                continue;
            }

            place /= 100;
            decimals += token.Value * place;
            var unit = EnglishText.Read(_text, end);
            if (token.Word.Role == WordRole.Tens && unit.Word is { Role: WordRole.Unit, IsOrdinal: false } && unit.Value > 0)
            {
                end = unit.End;
                decimals += unit.Value * place;
            }
        }

        var value = phrase.Value + decimals;
        if (EnglishText.Read(_text, end) is { Word: { Role: WordRole.Hundred or WordRole.Scale, IsOrdinal: false, IsPlural: false } scale } times)
            (value, end) = (value * scale.Value, times.End); // one point five million
        amount = new(phrase.Start, end, value, AmountKind.Decimal);
        return found;
    }
}
