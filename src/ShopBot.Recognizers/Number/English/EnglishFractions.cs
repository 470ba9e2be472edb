namespace Microsoft.Recognizers.Text.Number.English;

/// <summary>Fractions in words: "a half", "three fifths", "two and a half million", "one out of three".</summary>
internal static class EnglishFractions
{
    /// <summary>Reads a fraction that begins without a number: "half", "a third", "half a dozen", "quarter million".</summary>
    public static bool TryRead(in Utterance text, int start, out Amount amount)
    {
        amount = default;
        var first = EnglishText.Read(text, start);
        var afterArticle = first.IsArticle ? first.End : start;
        if (!TryReadPart(text, afterArticle, out var end, out var part, out var plural) || plural)
            return false;

        var times = Multiplier(text, end, out var behind);
        var hasArticle = first.IsArticle;
        if (times == 1 && !hasArticle && part != 0.5)
            return false; // "third" by itself is a place, "quarter" a coin or three months
        amount = new(first.Start, behind, part * times, AmountKind.Fraction);
        return true;
    }

    /// <summary>Reads on from a number: "three [fifths]", "two [and a half million]", "one [over 20]".</summary>
    public static bool TryExtend(in Utterance text, in EnglishPhrase number, out Amount amount) =>
        number.Kind is AmountKind.Integer &&
        (TryReadParts(text, number, out amount) || TryReadMixed(text, number, out amount) || TryReadRatio(text, number, out amount))
        || None(out amount);

    private static bool None(out Amount amount)
    {
        amount = default;
        return false;
    }

    private static bool TryReadParts(in Utterance text, in EnglishPhrase number, out Amount amount)
    {
        amount = default;
        if (number.IsDigits || !TryReadPart(text, number.End, out var end, out var part, out var plural) || !(plural || number.Value == 1))
            return false;

        var times = Multiplier(text, end, out var behind);
        var value = number.Value * part * times;
        var lower = 1 / part;
        if (number.BeforeTens is { End: > 0, Value: > 0 } shorter && lower < 9.5)
            value = shorter.Value / (number.Value - shorter.Value + lower) * times; // one hundred / thirty-fifths
        else if (number.BeforeAnd is { Value: > 0 } whole)
            value = whole.Value + ((number.Value - whole.Value) * part * (times > 1 ? times : whole.Scale));
        amount = new(number.Start, behind, value, AmountKind.Fraction);
        return true;
    }

    private static bool TryReadMixed(in Utterance text, in EnglishPhrase number, out Amount amount)
    {
        amount = default;
        var start = EnglishText.SkipAnd(text, number.End);
        if (start == number.End)
            return false;

        var (end, part) = (start, 0d);
        var token = EnglishText.Read(text, start);
        if (token is { IsDigits: true, Kind: AmountKind.Fraction, Value: < 1 })
        {
            (end, part) = (token.End, token.Value);
        }
        else if (TryReadPart(text, token.IsArticle ? token.End : start, out var partEnd, out var one, out var plural))
        {
            if (plural || !(token.IsArticle || one == 0.5))
                return false;
            (end, part) = (partEnd, one);
        }
        else
        {
            if (!EnglishPhrase.TryRead(text, token.Start, ordinals: false, out var upper) || upper.IsDigits ||
                !TryReadPart(text, upper.End, out end, out one, out plural) || !(plural || upper.Value == 1))
                return false;
            part = upper.Value * one;
        }

        var times = Multiplier(text, end, out var behind);
        var value = times > 1 && number.LastScale <= 1 ? (number.Value + part) * times
            : number.Value + (part * (times > 1 ? times : number.LastScale)); // "five billion and three quarters [billion]"
        amount = new(number.Start, behind, value, AmountKind.Fraction);
        return true;
    }

    private static bool TryReadRatio(in Utterance text, in EnglishPhrase number, out Amount amount)
    {
        amount = default;
        var over = EnglishText.SkipWord(text, number.End, "over");
        var start = over;
        if (start == number.End)
            start = EnglishText.SkipWord(text, number.End, "in");
        if (start == number.End && EnglishText.SkipWord(text, number.End, "out") is var afterOut && afterOut > number.End)
        {
            start = EnglishText.SkipWord(text, afterOut, "of");
            if (start == afterOut)
                return false;
        }

        if (start == number.End || !EnglishPhrase.TryRead(text, text.SkipSpaces(start), ordinals: false, out var lower) ||
            lower.Value == 0 || lower.Kind != AmountKind.Integer)
            return false;

        // "12 out of 10" and "5 in 3 days" are two numbers; with a word among them it is a share.
        if (over == number.End && ((number.IsDigits && lower.IsDigits) || number.Value > lower.Value))
            return false;
        amount = new(number.Start, lower.End, number.Value / lower.Value, AmountKind.Fraction);
        return true;
    }

    /// <summary>"half", "quarters", "thirds", "one-hundred-and-fifth": one part of so many.</summary>
    private static bool TryReadPart(in Utterance text, int position, out int end, out double part, out bool plural)
    {
        var token = EnglishText.Read(text, position);
        (end, part, plural) = (token.End, 0, false);
        switch (text.Text[Math.Min(token.Start, text.Length)..token.End])
        {
            case "half": part = 0.5; return true;
            case "halves": (part, plural) = (0.5, true); return true;
            case "quarter": part = 0.25; return true;
            case "quarters": (part, plural) = (0.25, true); return true;
        }

        if (token.IsArticle || token.IsDigits || token.Word.Role == WordRole.None ||
            !EnglishPhrase.TryRead(text, token.Start, ordinals: true, out var lower) || !lower.EndsAsOrdinal || lower.Value < 3)
            return false; // "first" and "second" are never parts
        (end, part, plural) = (lower.End, 1 / lower.Value, lower.EndsAsPlural);
        return true;
    }

    /// <summary>"million", "a dozen" behind a fraction; 1 when nothing of the kind follows.</summary>
    private static double Multiplier(in Utterance text, int position, out int end)
    {
        end = position;
        var token = EnglishText.Read(text, position);
        if (token.IsArticle)
            token = EnglishText.Read(text, token.End);
        if (token.Word is not { Role: WordRole.Hundred or WordRole.Scale or WordRole.Dozen, IsOrdinal: false, IsPlural: false })
            return 1;
        end = token.End;
        return token.Word.Value;
    }
}
