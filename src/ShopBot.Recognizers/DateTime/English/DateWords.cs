namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>The words English speaks of days and times in.</summary>
internal static class DateWords
{
    public static readonly DayPart Morning = new("MO", 8, 12), Afternoon = new("AF", 12, 16), Evening = new("EV", 16, 20), Night = new("NI", 20, 24),
        NightTime = new("NT", 0, 8), Lunch = new("MEL", 11, 13), Breakfast = new("MEB", 8, 12), Dinner = new("MED", 16, 20), Brunch = new("MER", 8, 12),
        Daytime = new("DT", 8, 18), BusinessHours = new("BH", 8, 18);

    private static readonly Dictionary<string, Entry> Words = Build();
    private static readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Token Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var entry) ? entry.Token : default;

    private static Dictionary<string, Entry> Build()
    {
        var words = new Dictionary<string, Entry>(320, StringComparer.Ordinal);

        string[] months =
        [
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct",
            "november nov", "december dec",
        ];
        for (var i = 0; i < months.Length; i++)
            Add(months[i], new Token { Role = Role.Month, Month = i + 1 });

        string[] weekdays =
        [
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun",
        ];
        for (var i = 0; i < weekdays.Length; i++)
            Add(weekdays[i], new Token { Role = Role.Weekday, Weekday = i + 1 });
        for (var i = 0; i < weekdays.Length; i++)
            Add(weekdays[i].Split(' ')[0] + "s", new Token { Role = Role.Weekday | Role.Set, Weekday = i + 1 });

        AddUnit("second seconds sec secs", Unit.Second);
        AddUnit("minute minutes min mins", Unit.Minute);
        AddUnit("hour hours hr hrs", Unit.Hour);
        AddUnit("day days", Unit.Day);
        AddUnit("week weeks wk wks", Unit.Week);
        AddUnit("fortnight fortnights", Unit.Fortnight);
        AddUnit("weekend weekends", Unit.Weekend);
        AddUnit("month months mo mos", Unit.Month);
        AddUnit("quarter quarters", Unit.Quarter);
        AddUnit("year years yr yrs", Unit.Year);
        AddUnit("decade decades", Unit.Decade);
        AddUnit("century centuries", Unit.Century);

        Add("next following upcoming coming subsequent", new Token { Role = Role.Shift, Shift = 1 });
        Add("last previous past preceding", new Token { Role = Role.Shift, Shift = -1 });
        Add("this current", new Token { Role = Role.Shift, Shift = 0 });

        Add("today otd", new Token { Role = Role.DayWord, Shift = 0 });
        Add("tomorrow tmr tmrw tomorow tommorow tommorrow", new Token { Role = Role.DayWord, Shift = 1 });
        Add("yesterday", new Token { Role = Role.DayWord, Shift = -1 });
        Add("tonight tonite", new Token { Role = Role.DayWord | Role.Part, Shift = 0, Part = Night });

        Add("morning mornings", new Token { Role = Role.Part, Part = Morning });
        Add("afternoon afternoons", new Token { Role = Role.Part, Part = Afternoon });
        Add("evening evenings", new Token { Role = Role.Part, Part = Evening });
        Add("night nights", new Token { Role = Role.Part, Part = Night });
        Add("nighttime", new Token { Role = Role.Part, Part = NightTime });
        Add("lunchtime lunch", new Token { Role = Role.Part, Part = Lunch });
        Add("breakfast", new Token { Role = Role.Part, Part = Breakfast });
        Add("dinner dinnertime", new Token { Role = Role.Part, Part = Dinner });
        Add("brunch", new Token { Role = Role.Part, Part = Brunch });
        Add("daytime", new Token { Role = Role.Part, Part = Daytime });

        Add("noon noonish midday", new Token { Role = Role.Clock, Number = 12 });
        Add("midmorning", new Token { Role = Role.Clock, Number = 10 });
        Add("midafternoon", new Token { Role = Role.Clock, Number = 14 });
        Add("midnight", new Token { Role = Role.Clock, Number = 0 });
        Add("am", new Token { Role = Role.Half, Number = 0 });
        Add("pm", new Token { Role = Role.Half, Number = 12 });

        Add("spring", new Token { Role = Role.Season, Name = "SP" });
        Add("summer", new Token { Role = Role.Season, Name = "SU" });
        Add("autumn fall", new Token { Role = Role.Season, Name = "FA" });
        Add("winter", new Token { Role = Role.Season, Name = "WI" });

        Add("daily everyday", new Token { Role = Role.Set, Name = "P1D" });
        Add("weekly", new Token { Role = Role.Set, Name = "P1W" });
        Add("biweekly fortnightly", new Token { Role = Role.Set, Name = "P2W" });
        Add("monthly", new Token { Role = Role.Set, Name = "P1M" });
        Add("bimonthly", new Token { Role = Role.Set, Name = "P2M" });
        Add("quarterly", new Token { Role = Role.Set, Name = "P3M" });
        Add("semiannual semiannually", new Token { Role = Role.Set, Name = "P0.5Y" });
        Add("annual annually yearly", new Token { Role = Role.Set, Name = "P1Y" });
        Add("hourly", new Token { Role = Role.Set, Name = "PT1H" });

        string[] decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (var i = 0; i < decades.Length; i++)
            Add(decades[i], new Token { Role = Role.Lead, Unit = Unit.Decade, Number = 1920 + (10 * i) });

        Add("workweek", new Token { Role = Role.Lead });
        foreach (var lead in (string[])
                 [
                     "from between before after since until till by in within every each the at on early earlier late later mid middle end beginning start starting",
                     "more less around approximately about as any anytime now right all a an few several some half prior semi bi whole rest week fiscal calendar school",
                     "fy cy sy q h date earliest latest eod eom eoy to same year once less over under no beginning start commencing my during later circa",
                     "asap business working than only up couple",
                 ])
            Add(lead, new Token { Role = Role.Lead });

        foreach (var name in EnglishHolidays.FirstWords)
            Add(name, new Token { Role = Role.Holiday });
        return words;

        void AddUnit(string names, Unit unit) => Add(names, new Token { Role = Role.Unit, Unit = unit });

        void Add(string names, Token token)
        {
            foreach (var name in names.Split(' '))
            {
                if (words.TryGetValue(name, out var known))
                    known.Token.Role |= token.Role;
                else
                    words[name] = new Entry { Token = token };
            }
        }
    }

    /// <summary>A dictionary of references starts faster than one of large structs: its code is compiled already.</summary>
    private sealed class Entry
    {
        public Token Token;
    }
}
