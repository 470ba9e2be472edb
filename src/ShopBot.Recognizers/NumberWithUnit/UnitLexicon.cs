namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>All ways to write a currency in one language, read once from the tables.</summary>
internal sealed class UnitLexicon
{
    private static readonly Lazy<UnitLexicon> English = new(() => new UnitLexicon(isChinese: false));
    private static readonly Lazy<UnitLexicon> Chinese = new(() => new UnitLexicon(isChinese: true));

    // Plain dictionaries: a frozen one takes longer to build than a shop's day of look-ups saves.
    private readonly Dictionary<string, UnitWord> _words = new(4096, StringComparer.Ordinal);
    private readonly Dictionary<string, UnitWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Length of the longest unit that begins with this word of an alphabet, or with this sign or Han character.</summary>
    private readonly Dictionary<string, int> _longest = new(1024, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longestLookup;

    private UnitLexicon(bool isChinese)
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestLookup = _longest.GetAlternateLookup<ReadOnlySpan<char>>();
        var units = ReadCurrencies();
        var parts = ReadParts();
        if (isChinese)
            ReadChinese(units, parts);
    }

    public static UnitLexicon For(bool isChinese) => (isChinese ? Chinese : English).Value;

    /// <summary>Length of the longest unit that begins so; 0 when none does.</summary>
    /// <param name="first">A whole word of an alphabet, or one sign or Han character.</param>
    public int LongestFrom(ReadOnlySpan<char> first) => _longestLookup.TryGetValue(first, out var length) ? length : 0;

    public UnitWord? Find(ReadOnlySpan<char> words) => _lookup.TryGetValue(words, out var word) ? word : null;

    private Dictionary<string, CurrencyUnit> ReadCurrencies()
    {
        var notAlone = new HashSet<string>(CurrencyTable.NotAlone.Split(' '), StringComparer.Ordinal);
        var units = new Dictionary<string, CurrencyUnit>(StringComparer.Ordinal);
        var partNames = ReadPartNames();
        foreach (var row in CurrencyTable.Currencies.Split('\n'))
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            var (code, name) = (cells[0] == "-" ? null : cells[0], cells[1]);
            var unit = new CurrencyUnit(name, code, Array.ConvertAll(Words(cells[4]), p => ReadPart(p, partNames)));
            units[code ?? name] = unit;

            var phrases = cells[2].Split(';', StringSplitOptions.TrimEntries);
            for (var i = 0; i < phrases.Length; i += 2)
            {
                foreach (var adjective in Words(phrases[i]))
                {
                    foreach (var noun in Words(phrases[i + 1]))
                    {
                        var word = adjective == "*" ? noun : $"{adjective} {noun}";
                        Add(word, new(unit, notAlone.Contains(word) ? WordUse.After : WordUse.Alone | (noun == "rmb" ? WordUse.Before : 0)));
                    }
                }
            }

            Add(name.ToLowerInvariant(), new(unit, WordUse.Alone));
            foreach (var sign in Words(cells[3]))
                Add(sign, new(unit, WordUse.Before));
            if (code is not null)
                AddCode(code, unit);
        }

        return units;
    }

    private void AddCode(string code, CurrencyUnit unit)
    {
        var small = code.ToLowerInvariant();
        if (CurrencyTable.WordlikeCodes.Contains(code, StringComparison.Ordinal))
        {
            Add(small, new(unit, WordUse.InCapitals));
            return;
        }

        Add(small, new(unit, WordUse.Before | WordUse.AloneInCapitals));
        Add("m" + small, new(unit, WordUse.Before, 1e6));
        Add("k" + small, new(unit, WordUse.Before, 1e3));
    }

    private Dictionary<string, CurrencyUnit> ReadParts()
    {
        var parts = new Dictionary<string, CurrencyUnit>(StringComparer.Ordinal);
        foreach (var row in CurrencyTable.Parts.Split('\n'))
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            parts[cells[0]] = new(cells[0], null, []);
            foreach (var word in Words(cells[1]))
                Add(word, new(parts[cells[0]], WordUse.After));
        }

        return parts;
    }

    private void ReadChinese(Dictionary<string, CurrencyUnit> units, Dictionary<string, CurrencyUnit> parts)
    {
        foreach (var row in ChineseCurrencyNames.Currencies.Split('\n'))
        {
            var cells = row.Split('|', ';');
            var unit = units[cells[0].Trim()];
            foreach (var word in Words(cells[1]))
                Add(word, new(unit, WordUse.Before | WordUse.Alone));
            foreach (var word in Words(cells[2]))
                Add(word, new(unit, WordUse.After));
        }

        foreach (var row in ChineseCurrencyNames.Parts.Split('\n'))
        {
            var cells = row.Split('|');
            foreach (var word in Words(cells[1]))
                Add(word, new(parts[cells[0].Trim()], WordUse.After));
        }
    }

    private static CurrencyPart ReadPart(string part, Dictionary<string, string> names)
    {
        var cells = part.Split(':');
        var name = names.GetValueOrDefault(cells[0], cells[0]);
        return new(name, cells.Length > 1 ? int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) : 100);
    }

    /// <summary>Key of a part to its name.</summary>
    private static Dictionary<string, string> ReadPartNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in CurrencyTable.Parts.Split('\n'))
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            names[Words(cells[1])[0]] = cells[0];
        }

        return names;
    }

    private static string[] Words(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first meaning of a word stays.</summary>
    private void Add(string word, UnitWord meaning)
    {
        if (!_words.TryAdd(word, meaning))
            return;
        var first = word.AsSpan(0, Math.Max(1, UnitScanner.LettersAtStart(word)));
        _longestLookup[first] = Math.Max(LongestFrom(first), word.Length);
    }
}
