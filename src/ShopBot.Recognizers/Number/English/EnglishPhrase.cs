namespace Microsoft.Recognizers.Text.Number.English;

/// <summary>A whole number in words, or in digits and words: "4 thousand 3 hundred and 21", perhaps ending as an ordinal.</summary>
/// <remarks>Read group by group, from the highest scale down; each group is looked at twice at the most.</remarks>
internal ref struct EnglishPhrase
{
    // "thousand thousand thousand …" ends somewhere, so that no text is read twice in vain.
    private const double MostScale = 1e18;
    private readonly Utterance _text;
    private readonly bool _ordinals;

    private EnglishPhrase(Utterance text, int start, bool ordinals)
    {
        _text = text;
        (Start, End, _ordinals) = (start, start, ordinals);
    }

    public int Start { get; }

    /// <summary>Index after the last character.</summary>
    public int End { get; private set; }
    public double Value { get; private set; }
    public AmountKind Kind { get; private set; }

    /// <summary>"two hundredth", "twenty-first".</summary>
    public bool EndsAsOrdinal { get; private set; }

    /// <summary>The last word is a plural: "fifths".</summary>
    public bool EndsAsPlural { get; private set; }

    /// <summary>Nothing but digits: "25", not "25 thousand".</summary>
    public bool IsDigits { get; private set; }

    /// <summary>The last multiplier: 1e6 in "six million"; 1 when there is none.</summary>
    public double LastScale { get; private set; } = 1;

    /// <summary>Where the last word is a bare "thirty": the phrase without it. It may belong to "thirty-fifths".</summary>
    public (int End, double Value) BeforeTens { get; private set; }

    /// <summary>Where "and" joined the last part: the value before it and its scale.</summary>
    /// <remarks>"two hundred and fifty-four hundredths" is 200.54; "six million and two thirds" are six and two thirds million.</remarks>
    public (double Value, double Scale) BeforeAnd { get; private set; }

    /// <summary>Reads the longest phrase that starts here.</summary>
    /// <param name="ordinals">Whether an ordinal may be its last word; else the phrase ends before it.</param>
    public static bool TryRead(in Utterance text, int start, bool ordinals, out EnglishPhrase phrase)
    {
        phrase = new EnglishPhrase(text, start, ordinals);
        return phrase.Read();
    }

    private bool Read()
    {
        var (position, limit) = (Start, double.PositiveInfinity);
        while (TryReadGroup(position, joined: Value > 0, limit))
        {
            if (LastScale <= 1 || EndsAsOrdinal || EndsAsPlural)
                break;
            limit = LastScale;
            position = EnglishText.SkipAnd(_text, End);
        }

        return End > Start;
    }

    /// <summary>Adds "two hundred and five thousand" to what was read, if it is worth less than the scale before it.</summary>
    private bool TryReadGroup(int position, bool joined, double limit)
    {
        var first = EnglishText.Read(_text, position);
        var (end, value, hundreds, ordinal, plural) = (first.End, first.Value, 0d, false, false);
        (int End, double Value) beforeTens = default;
        var beforeAnd = position > End && joined ? (Value, LastScale) : default;

        if (first.IsArticle)
        {
            var next = EnglishText.Read(_text, first.End);
            if (next.Word is not { Role: WordRole.Hundred or WordRole.Scale or WordRole.Dozen, IsOrdinal: false, IsPlural: false })
                return false;
            value = 1;
        }
        else if (first.Word.Role is WordRole.Hundred or WordRole.Scale or WordRole.Dozen)
        {
            if (joined || (first.Word.IsPlural && !first.Word.IsOrdinal))
                return false;
            (value, end) = (1, position); // "hundred" by itself: read again as its own multiplier
        }
        else if (!TryReadBelowHundred(first, joined, out end, out value, out ordinal, out plural, out beforeTens))
        {
            return false;
        }

        var bare = first.IsDigits;
        var multiplier = ordinal || plural ? default : EnglishText.Read(_text, end);
        if (multiplier.Word.Role == WordRole.Hundred && Accepts(multiplier.Word))
        {
            (end, hundreds, value, bare, beforeTens) = (multiplier.End, value * 100, 0, false, default);
            (ordinal, plural) = (multiplier.Word.IsOrdinal, multiplier.Word.IsPlural);
            if (!ordinal && !plural)
                ReadAfterHundred(ref end, ref value, hundreds, ref ordinal, ref plural, ref beforeTens, ref beforeAnd, joined);
            multiplier = ordinal || plural ? default : EnglishText.Read(_text, end);
        }

        if (multiplier.Word.Role == WordRole.Dozen)
        {
            (end, value, bare, beforeTens) = (multiplier.End, value * 12, false, default);
            multiplier = default;
        }

        var scale = 1d;
        while (multiplier.Word.Role == WordRole.Scale && Accepts(multiplier.Word) && scale < MostScale)
        {
            (end, scale, bare, beforeTens, beforeAnd) = (multiplier.End, scale * multiplier.Word.Value, false, default, default);
            (ordinal, plural) = (multiplier.Word.IsOrdinal, multiplier.Word.IsPlural);
            if (ordinal || plural)
                break;
            multiplier = EnglishText.Read(_text, end);
        }

        var group = (hundreds + value) * scale;
        if (group >= limit || !double.IsFinite(group) || end <= position)
            return false;

        Kind = bare ? first.Kind : double.IsInteger(group) && Kind == AmountKind.Integer ? AmountKind.Integer : AmountKind.Decimal;
        IsDigits = bare && !joined;
        BeforeTens = beforeTens.End == 0 ? default : (beforeTens.End, Value + hundreds + beforeTens.Value);
        BeforeAnd = beforeAnd;
        (Value, End, LastScale, EndsAsOrdinal, EndsAsPlural) = (Value + group, end, scale, ordinal, plural);
        return true;
    }

    /// <summary>"and fifty-four" behind a hundred; not "and 2 hundred", which is a number of its own.</summary>
    private readonly void ReadAfterHundred(ref int end, ref double value, double hundreds, ref bool ordinal, ref bool plural,
        ref (int End, double Value) beforeTens, ref (double Value, double Scale) beforeAnd, bool joined)
    {
        var start = EnglishText.SkipAnd(_text, end);
        var first = EnglishText.Read(_text, start);
        if (!TryReadBelowHundred(first, joined: true, out var tailEnd, out var tail, out var tailOrdinal, out var tailPlural, out var tens))
            return;
        if (!tailOrdinal && EnglishText.Read(_text, tailEnd).Word is { Role: WordRole.Hundred, IsOrdinal: false })
            return;

        beforeTens = tens.End == 0 ? default : (end, 0);
        beforeAnd = start > end && !joined ? (hundreds, 1) : beforeAnd;
        (end, value, ordinal, plural) = (tailEnd, tail, tailOrdinal, tailPlural);
    }

    private readonly bool TryReadBelowHundred(EnglishToken first, bool joined, out int end, out double value,
        out bool ordinal, out bool plural, out (int End, double Value) beforeTens)
    {
        (end, value, ordinal, plural, beforeTens) = (first.End, first.Value, first.Word.IsOrdinal, first.Word.IsPlural, default);
        if (first.IsDigits)
            return !joined || (first.Kind == AmountKind.Integer && value is >= 1 and < 1000);
        if (first.Word.Role is not (WordRole.Unit or WordRole.Teen or WordRole.Tens) || !Accepts(first.Word) || (joined && value == 0))
            return false;
        if (first.Word.Role != WordRole.Tens || ordinal)
            return true;

        var unit = EnglishText.Read(_text, end);
        if (unit.Word.Role == WordRole.Unit && unit.Value > 0 && Accepts(unit.Word))
            (end, value, ordinal, plural) = (unit.End, value + unit.Value, unit.Word.IsOrdinal, unit.Word.IsPlural);
        else
            beforeTens = (first.Start, 0);
        return true;
    }

    private readonly bool Accepts(NumberWord word) => _ordinals || !word.IsOrdinal;
}
