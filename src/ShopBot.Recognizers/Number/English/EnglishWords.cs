namespace Microsoft.Recognizers.Text.Number.English;

internal enum WordRole
{
    None,
    /// <summary>0 to 9.</summary>
    Unit,
    /// <summary>10 to 19.</summary>
    Teen,
    /// <summary>20, 30 … 90.</summary>
    Tens,
    Hundred,
    /// <summary>Thousand and up.</summary>
    Scale,
    Dozen,
}

/// <param name="IsOrdinal">"third", "hundredth".</param>
/// <param name="IsPlural">"thirds", "hundreds".</param>
internal readonly record struct NumberWord(WordRole Role, double Value, bool IsOrdinal = false, bool IsPlural = false);

/// <summary>The words English builds numbers from.</summary>
internal static class EnglishWords
{
    // Not frozen: freezing alone costs 10 ms of the first call, more than it ever saves.
    private static readonly Dictionary<string, NumberWord> Words = Build();
    private static readonly Dictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static NumberWord Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var found) ? found : default;

    private static Dictionary<string, NumberWord> Build()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.Ordinal);

        string[] units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        string[] unitPlaces = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
        string[] teens =
            ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var i = 0; i < 10; i++)
        {
            words[units[i]] = new(WordRole.Unit, i);
            AddPlace(unitPlaces[i], WordRole.Unit, i);
            words[teens[i]] = new(WordRole.Teen, 10 + i);
            AddPlace(i == 2 ? "twelfth" : teens[i] + "th", WordRole.Teen, 10 + i);
        }

        for (var i = 0; i < tens.Length; i++)
        {
            words[tens[i]] = new(WordRole.Tens, 20 + (10 * i));
            AddPlace(tens[i][..^1] + "ieth", WordRole.Tens, 20 + (10 * i));
        }

        (string Word, double Value)[] scales =
        [
            ("hundred", 1e2), ("thousand", 1e3), ("lakh", 1e5), ("million", 1e6), ("mln", 1e6), ("crore", 1e7),
            ("billion", 1e9), ("bln", 1e9), ("trillion", 1e12), ("tln", 1e12),
        ];
        foreach (var (word, value) in scales)
        {
            var role = value == 1e2 ? WordRole.Hundred : WordRole.Scale;
            words[word] = new(role, value);
            words[word + "s"] = new(role, value, IsPlural: true);
            AddPlace(word + "th", role, value);
        }

        foreach (var dozen in (string[])["dozen", "dozens", "doz", "dz", "dzs"])
            words[dozen] = new(WordRole.Dozen, 12);

        words["naught"] = words["nought"] = words["nil"] = words["zero"];
        AddPlace("nineth", WordRole.Unit, 9); // misspelt as often as not
        words["fourty"] = words["forty"];
        return words;

        void AddPlace(string word, WordRole role, double value)
        {
            words[word] = new(role, value, IsOrdinal: true);
            words[word + "s"] = new(role, value, IsOrdinal: true, IsPlural: true);
        }
    }
}
