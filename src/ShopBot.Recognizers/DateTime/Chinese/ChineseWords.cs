namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>The words Chinese speaks of days and times in, plain and traditional.</summary>
internal static class ChineseWords
{
    public static readonly DayPart Morning = new("MO", 8, 12), Noon = new("MI", 11, 13), Afternoon = new("AF", 12, 16), Evening = new("EV", 16, 20),
        Night = new("NI", 20, 24), Dawn = new("DA", 4, 8);

    private static readonly Dictionary<char, List<Token>> ByFirst = Build();

    /// <summary>The longest word of the table that begins here; its <see cref="Token.Name"/> is the word.</summary>
    public static Token? Find(string text, int start)
    {
        if (!ByFirst.TryGetValue(text[start], out var words))
            return null;
        foreach (var word in words)
        {
            if (string.CompareOrdinal(text, start, word.Name, 0, word.Name!.Length) == 0)
                return word;
        }

        return null;
    }

    /// <summary>The longest word first; of words that are alike, the first counts.</summary>
    private static Dictionary<char, List<Token>> ByFirstCharacter(List<Token> words)
    {
        var byFirst = new Dictionary<char, List<Token>>(160);
        foreach (var word in words)
        {
            if (!byFirst.TryGetValue(word.Name![0], out var alike))
                byFirst[word.Name[0]] = alike = new(4);
            var place = 0;
            while (place < alike.Count && alike[place].Name!.Length >= word.Name.Length)
                place++;
            alike.Insert(place, word);
        }

        return byFirst;
    }

    private static Dictionary<char, List<Token>> Build()
    {
        var words = new List<Token>(420);

        const string Weekdays = "一二三四五六日";
        foreach (var prefix in (string[])["周", "週", "星期", "礼拜", "禮拜"])
        {
            for (var i = 0; i < 7; i++)
                words.Add(new Token { Role = Role.Weekday, Weekday = i + 1, Name = prefix + Weekdays[i] });
            words.Add(new Token { Role = Role.Weekday, Weekday = 7, Name = prefix + "天" });
            words.Add(new Token { Role = Role.Unit, Unit = Unit.Week, Name = prefix });
            words.Add(new Token { Role = Role.Unit, Unit = Unit.Weekend, Name = prefix + "末" });
        }

        AddUnit("秒 秒钟 秒鐘", Unit.Second);
        AddUnit("分钟 分鐘 分", Unit.Minute);
        AddUnit("小时 小時 钟头 鐘頭", Unit.Hour);
        AddUnit("天", Unit.Day);
        AddUnit("工作日", Unit.BusinessDay);
        AddUnit("月 月份", Unit.Month);
        AddUnit("季度", Unit.Quarter);
        AddUnit("年", Unit.Year);
        AddUnit("年代", Unit.Decade);
        AddUnit("世纪 世紀", Unit.Century);

        AddDay("今天 今日 今儿 今兒 今", 0);
        AddDay("明天 明日 明儿 明兒", 1);
        AddDay("昨天 昨日 昨儿 昨兒", -1);
        AddDay("后天 後天 后日 後日 后儿", 2);
        AddDay("大后天 大後天", 3);
        AddDay("前天 前日 前儿", -2);
        AddDay("大前天", -3);
        AddDay("当天 當天 当日 當日", 0);

        AddPartOfDay("今晨 今早", 0, Morning);
        AddPartOfDay("今晚 今夜", 0, Evening);
        AddPartOfDay("明晨 明早", 1, Morning);
        AddPartOfDay("明晚", 1, Evening);
        AddPartOfDay("昨晚 昨夜", -1, Evening);

        AddPart("早上 早晨 早间 早間 早 上午 清早 大早上 一大早 一早 午前", Morning);
        AddPart("清晨 凌晨 黎明", Dawn);
        AddPart("中午 正午 午间 午間 晌午", Noon);
        AddPart("下午 午后 午後", Afternoon);
        AddPart("傍晚 晚上 晚间 晚間 晚 夜晚 夜里 夜裡", Evening);
        AddPart("半夜 深夜 夜间 夜間", Night);
        words.Add(new Token { Role = Role.Clock, Number = 0, Name = "午夜" });

        Add(Role.Season, "春天 春季", month: 0, code: 1);
        Add(Role.Season, "夏天 夏季", month: 0, code: 2);
        Add(Role.Season, "秋天 秋季", month: 0, code: 3);
        Add(Role.Season, "冬天 冬季", month: 0, code: 4);

        // Months of the moon calendar that have a name of their own.
        words.Add(new Token { Role = Role.Month, Month = 1, Name = "正月" });
        words.Add(new Token { Role = Role.Month, Month = 11, Name = "冬月" });
        words.Add(new Token { Role = Role.Month, Month = 12, Name = "腊月" });
        words.Add(new Token { Role = Role.Month, Month = 12, Name = "臘月" });

        foreach (var (name, shift) in ((string, int)[])[("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2), ("後年", 2), ("前年", -2), ("大后年", 3), ("大前年", -3)])
            words.Add(new Token { Role = Role.Shift, Unit = Unit.Year, Shift = shift, Name = name });

        foreach (var name in (string[])["现在", "現在", "此刻", "马上", "馬上", "立刻", "立即", "刚刚", "剛剛", "刚才", "剛才"])
            words.Add(new Token { Role = Role.Lead, Name = name });

        foreach (var lead in (string[])
                 [
                     "上", "下", "这", "這", "本", "当", "當", "前", "从", "從", "自", "自从", "由", "每", "各", "每个", "每個", "半", "过去", "過去", "未来", "未來", "将来",
                     "接下来", "接下來", "最近", "今后", "之后", "之後", "还剩", "還剩", "还有", "截止", "截至", "截止到", "截止至", "直到", "大约", "大約", "约", "約", "差不多",
                     "上半年", "下半年", "上半月", "下半月", "上半周", "下半周", "上半週", "下半週", "第", "大年", "农历", "農曆", "阴历", "陰曆", "几", "幾", "数", "數", "初", "后", "後", "晚于", "早于",
                     "不晚于", "不早于", "头", "差",
                 ])
            words.Add(new Token { Role = Role.Lead, Name = lead });
        foreach (var link in (string[])
                 [
                     "个", "個", "的", "到", "至", "和", "与", "與", "及", "或", "之间", "之間", "以前", "以后", "以後", "之前", "以来", "以來", "开始", "開始", "起", "为止", "為止", "止",
                     "又", "余", "餘", "多", "点", "點", "时", "時", "点钟", "點鐘", "点整", "號", "号", "日", "刻", "刻钟", "刻鐘", "最后", "最後", "左右", "内", "內", "里", "隔", "于", "在", "元", "前后", "整", "过", "第一个", "以内", "之内", "上旬", "中旬", "下旬",
                 ])
            words.Add(new Token { Role = Role.Link, Name = link });

        foreach (var name in ChineseEras.Names)
            words.Add(new Token { Role = Role.Era, Name = name });
        foreach (var name in ChineseHolidays.Names)
            words.Add(new Token { Role = Role.Holiday, Name = name });

        return ByFirstCharacter(words);

        void AddUnit(string names, Unit unit) => AddAll(names, new Token { Role = Role.Unit, Unit = unit });

        void AddDay(string names, int shift) => AddAll(names, new Token { Role = Role.DayWord, Shift = shift });

        void AddPartOfDay(string names, int shift, DayPart part) => AddAll(names, new Token { Role = Role.DayWord | Role.Part, Shift = shift, Part = part });

        void AddPart(string names, DayPart part) => AddAll(names, new Token { Role = Role.Part, Part = part });

        void Add(Role role, string names, int month, int code) => AddAll(names, new Token { Role = role, Month = month, Number = code });

        void AddAll(string names, Token token)
        {
            foreach (var name in names.Split(' '))
                words.Add(token with { Name = name });
        }
    }
}
