namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Days that have a name in English.</summary>
internal static class EnglishHolidays
{
    private const int Monday = 1, Tuesday = 2, Thursday = 4, Friday = 5, Sunday = 7, Last = 5;

    /// <summary>Written as tokens apart by one blank.</summary>
    private static readonly (string Names, Holiday Holiday)[] Table =
    [
        ("new year eve|new years eve|nye", Holiday.Fixed(12, 31)),
        ("new year day|new years day|new years|new year", Holiday.Fixed(1, 1)),
        ("christmas eve|xmas eve", Holiday.Fixed(12, 24)),
        ("christmas day|christmas|xmas day|xmas", Holiday.Fixed(12, 25)),
        ("boxing day", Holiday.Fixed(12, 26)),
        ("valentine day|valentines day|valentine|valentines", Holiday.Fixed(2, 14)),
        ("halloween|all hallow day", Holiday.Fixed(10, 31)),
        ("all saint day|all saints day", Holiday.Fixed(11, 1)),
        ("all soul day|all souls day", Holiday.Fixed(11, 2)),
        ("guy fawkes day|guy fawkes night|bonfire night", Holiday.Fixed(11, 5)),
        ("veterans day|veteran day", Holiday.Fixed(11, 11)),
        ("singles day|single day", Holiday.Fixed(11, 11)),
        ("independence day", Holiday.Fixed(7, 4)),
        ("juneteenth|freedom day|jubilee day", Holiday.Fixed(6, 19)),
        ("groundhog day|ground hog day", Holiday.Fixed(2, 2)),
        ("st patrick day|saint patrick day|st patricks day|st . patrick day", Holiday.Fixed(3, 17)),
        ("st george day", Holiday.Fixed(4, 23)),
        ("april fools day|april fool day|april fools|all fool day", Holiday.Fixed(4, 1)),
        ("earth day", Holiday.Fixed(4, 22)),
        ("may day|mayday|international workers day|international worker day", Holiday.Fixed(5, 1)),
        ("cinco de mayo", Holiday.Fixed(5, 5)),
        ("baptiste day|st . jean baptiste day", Holiday.Fixed(6, 24)),
        ("bastille day", Holiday.Fixed(7, 14)),
        ("international women day|women day|womens day|international womens day", Holiday.Fixed(3, 8)),
        ("children day|childrens day", Holiday.Fixed(6, 1)),
        ("teacher day|teachers day", Holiday.Fixed(9, 10)),
        ("arbor day", Holiday.Floating(4, Friday, Last)),
        ("inauguration day", Holiday.Fixed(1, 20)),
        ("martin luther king day|mlk day|martin luther king jr day", Holiday.Floating(1, Monday, 3)),
        ("washington birthday|president day|presidents day", Holiday.Floating(2, Monday, 3)),
        ("mother day|mothers day|mothering sunday", Holiday.Floating(5, Sunday, 2)),
        ("father day|fathers day", Holiday.Floating(6, Sunday, 3)),
        ("memorial day", Holiday.Floating(5, Monday, Last)),
        ("labor day|labour day", Holiday.Floating(9, Monday, 1)),
        ("columbus day|indigenous people day", Holiday.Floating(10, Monday, 2)),
        ("canberra day", Holiday.Floating(3, Monday, 1)),
        ("thanksgiving day|thanksgiving|thanks giving day", Holiday.Floating(11, Thursday, 4)),
        ("black friday", Holiday.Floating(11, Thursday, 4, days: 1)),
        ("cyber monday", Holiday.Floating(11, Thursday, 4, days: 4)),
        ("shrove tuesday|pancake day|pancake tuesday|mardi gras|fat tuesday", Holiday.Easter(-47)),
        ("ash wednesday", Holiday.Easter(-46)),
        ("palm sunday", Holiday.Easter(-7)),
        ("maundy thursday", Holiday.Easter(-3)),
        ("good friday", Holiday.Easter(-2)),
        ("easter saturday|holy saturday", Holiday.Easter(-1)),
        ("easter monday", Holiday.Easter(1)),
        ("easter sunday|easter day|easter", Holiday.Easter(0)),
        ("ascension day|ascension", Holiday.Easter(39)),
        ("whit sunday|pentecost", Holiday.Easter(49)),
        ("whit monday", Holiday.Easter(50)),
        ("corpus christi", Holiday.Easter(60)),
        ("trinity sunday", Holiday.Easter(56)),
        ("chinese new year|lunar new year|spring festival", Holiday.Lunar(1, 1)),
        ("lantern festival", Holiday.Lunar(1, 15)),
        ("dragon boat festival", Holiday.Lunar(5, 5)),
        ("mid autumn festival|mid - autumn festival|moon festival", Holiday.Lunar(8, 15)),
        ("ramadan", Holiday.Islamic(9, 1)),
        ("eid al - fitr|eid al fitr|eid ul fitr", Holiday.Islamic(10, 1)),
        ("eid al - adha|eid al adha|eid ul adha", Holiday.Islamic(12, 10)),
        ("islamic new year", Holiday.Islamic(1, 1)),
    ];

    private static readonly Dictionary<string, List<Row>> ByFirstWord = Build();
    private static readonly Dictionary<string, List<Row>>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> FirstWords => ByFirstWord.Keys;

    public static Holiday? Find(TokenList tokens, int start, out int end)
    {
        end = start;
        if (!Lookup.TryGetValue(tokens.WordAt(start), out var rows))
            return null;
        foreach (var row in rows)
        {
            var words = row.Words;
            var i = 0;
            while (i < words.Length && tokens.Is(start + i, words[i]))
                i++;
            if (i < words.Length)
                continue;
            end = start + i;
            return row.Holiday;
        }

        return null;
    }

    /// <summary>Under the first word, the longest name first.</summary>
    private static Dictionary<string, List<Row>> Build()
    {
        var byFirst = new Dictionary<string, List<Row>>(64, StringComparer.Ordinal);
        foreach (var (names, holiday) in Table)
        {
            foreach (var name in names.Split('|'))
            {
                var words = name.Split(' ');
                if (!byFirst.TryGetValue(words[0], out var rows))
                    byFirst[words[0]] = rows = [];
                var place = 0;
                while (place < rows.Count && rows[place].Words.Length >= words.Length)
                    place++;
                rows.Insert(place, new(words, holiday));
            }
        }

        return byFirst;
    }

    private sealed record Row(string[] Words, Holiday Holiday);
}
