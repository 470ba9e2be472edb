using System.Text.RegularExpressions;

namespace ShopBot.Dialogs.Sentences;

/// <summary>Chinese addresses: behind "送到", "地址是", or by their shape alone.</summary>
internal static partial class ChinesePlaces
{
    /// <param name="open">A folded text with <see cref="SentenceText.Gone"/> where no address may be.</param>
    public static (int From, int To)? Find(string open)
    {
        if (!open.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
            return null;
        (int From, int To)? shaped = null, vague = null;
        foreach (var piece in Pieces().EnumerateMatches(open))
        {
            var (from, to) = (piece.Index, piece.Index + piece.Length);
            if (Behind(open, from, to) is { } told)
            {
                if (!Vague().IsMatch(open.AsSpan(told.From, told.To - told.From)))
                    return Continued(open, told);
                vague ??= told;
                continue;
            }
            if (shaped is null && Trimmed(open, from, to) is var (start, end) && IsShaped(open.AsSpan(start, end - start)))
                shaped = (start, end);
        }
        return shaped is { } found ? Continued(open, found) : vague;
    }

    /// <summary>What stands behind words that announce an address.</summary>
    private static (int From, int To)? Behind(string open, int from, int to)
    {
        if (Address().Match(open, from, to - from) is { Success: true } named && Told(open, named.Index + named.Length, to, isAddress: true) is { } address)
            return address;
        // "今天能送到不 我住…": the cue whose place looks like one, else the first with any.
        (int From, int To)? first = null;
        foreach (Match cue in Bringing().Matches(open[from..to]))
        {
            if (Told(open, from + cue.Index + cue.Length, to, isAddress: false) is not { } told)
                continue;
            if (IsShaped(open.AsSpan(told.From, told.To - told.From)))
                return told;
            first ??= told;
        }
        if (first is not null)
            return first;
        if (Being().Match(open[from..to]) is { Success: true } being && Trimmed(open, from + being.Index + being.Length, to) is var (start, end)
            && LooksLikePlace(open.AsSpan(start, end - start)))
            return (start, end);
        return Fetching().Match(open[from..to]) is { Success: true } fetching && fetching.Groups["place"] is var place
            ? Told(open, from + place.Index, from + place.Index + place.Length, isAddress: false) : null;
    }

    private static (int From, int To)? Told(string open, int from, int to, bool isAddress)
    {
        var (begin, end) = Trimmed(open, from, to);
        var place = open.AsSpan(begin, end - begin);
        return end - begin >= 2 && !NoPlace().IsMatch(place) && (isAddress || !Asking().IsMatch(open.AsSpan(from, to - from))) ? (begin, end) : null;
    }

    private static bool LooksLikePlace(ReadOnlySpan<char> words) =>
        words.Length >= 3 && !Asking().IsMatch(words) && (Road().IsMatch(words) || Number().IsMatch(words) || Compound().IsMatch(words));

    private static bool IsShaped(ReadOnlySpan<char> words)
    {
        if (words.Length < 4 || Asking().IsMatch(words))
            return false;
        var (road, number, region, compound) = (Road().IsMatch(words), Number().Count(words), Region().IsMatch(words), Compound().IsMatch(words));
        return (road && (number > 0 || region)) || compound || (number > 1 && Door().IsMatch(words)) || (region && number > 0);
    }

    // "…路100号，3栋502": pieces that can only belong to the address before them.
    private static (int From, int To) Continued(string open, (int From, int To) place)
    {
        while (Rest().Match(open, place.To) is { Success: true } rest && rest.Index == place.To && place.To < open.Length)
        {
            var (from, to) = Trimmed(open, rest.Groups["more"].Index, rest.Index + rest.Length);
            if (to <= from || from != rest.Groups["more"].Index)
                break;
            place.To = to;
        }
        return place;
    }

    private static (int From, int To) Trimmed(string open, int from, int to)
    {
        from += Leading().Match(open[from..to]).Length;
        while (from < to && Trailing().Match(open[from..to]) is { Success: true, Length: > 0 } tail)
            to -= tail.Length;
        while (from < to && open[to - 1] == ' ')
            to--;
        return WithoutStrangers(open, from, to);
    }

    // Blanks may stand inside an address, and between it and what has nothing to do with it.
    private static (int From, int To) WithoutStrangers(string open, int from, int to)
    {
        var blank = open.IndexOf(' ', from, to - from);
        if (blank > from && Stranger().IsMatch(open.AsSpan(from, blank - from)))
            return Trimmed(open, blank + 1, to);
        blank = to > from ? open.LastIndexOf(' ', to - 1, to - from) : -1;
        return blank > from && Stranger().IsMatch(open.AsSpan(blank + 1, to - blank - 1)) ? Trimmed(open, from, blank) : (from, to);
    }

    [GeneratedRegex(@"[^|,，。！？!?;；\n~…]+")]
    private static partial Regex Pieces();

    [GeneratedRegex("^(以后|之后|以前|之前|左右|前后?|后|半|不|吗|公司|单位|家里?|这次|.*(过来|[来拿取送收][拿取送收]|一下|可以|能不能|谢谢|麻烦|不用|不要|别|了|吗|想|请|辛苦|差别).*|.*[我你]|[我你他她](?!.*在).{0,4})$")]
    private static partial Regex Stranger();

    [GeneratedRegex("[室栋幢座弄层房#]|单元|号楼|楼")]
    private static partial Regex Door();

    // "我在…", where only what looks like an address is one: people are at work, too.
    [GeneratedRegex("(我们?|我人|人|现在|[他她]家|我[爸妈]家?|老家|奶奶家|外婆家)(现在|就|都)*在(?!哪)|(^| )在(?=.*(路|街|弄|号|室|栋|楼))")]
    private static partial Regex Being();

    [GeneratedRegex("((收货|取件|送货|收件|送件|上门|家庭|新)?地址|地点|住址)(也?(换成|换到|改成|改为|改到|变成|更新为|就?是|为|在|写|换|改|用)|[:：=]| )*(?!不|吗|错)")]
    private static partial Regex Address();

    [GeneratedRegex("(送货|送|寄|发货|发|快递|配送|邮寄|邮|带|改送|改寄|闪送|跑腿)(到|去|往|至|来|我们?(?=公司|单位|家|学校|宿舍|办公室))(?!店|你|门店|了|不|没|吗)|(我|家|人|公司)?住在?|(?<=[我家司])住|(?<!放)(我|我们)家(就)?在|公司(就)?在|酒店(就)?在")]
    private static partial Regex Bringing();

    [GeneratedRegex("(?<!不用)(到|去|来|在|从)(?<place>[^到去来在从]{2,40}?)(来|去|上门|这边|这里|那边)?(取|收|拿|接)(?!决|费|款)")]
    private static partial Regex Fetching();

    [GeneratedRegex("^(([他她]家在|给我|(我们?|咱们?)?(公司|单位|家里|办公室|学校)(地址)?(在|是| (?=[^ ]{4}))|[写填搞弄发说]错了|我们|我|你们|你|您|请|麻烦|帮我|帮忙|帮|可以|能|就|是|在|到|来|去|送|取件|取|拿|寄|的|给|把|都|先|那个|那|嗯+|呃+|额|然后|要|洗|上门|并|还有|地点|位置|收货|下单|好的|好|位于|还是|还在|地址|错了|应该是|改成|换成|改到|:|：|、| |-)+(?!福士|伊份|广营)|)")]
    private static partial Regex Leading();

    [GeneratedRegex("(给我们?|见|联系?电话|电话|手机号?|号码|联系人|上门取件|上门取|上门收|上门|取件|取货|取衣服|取衣|取一下|取|收件|收货|收衣服|收一下|收|来拿|拿一下|拿|来取|就行了?|就可以了?|可以[吗么]?|行[吗么]|好[吗么]|好了|吧|哦|噢|啊|呀|呢|哈|啦|喔|了|谢谢你?|感谢|多谢|麻烦了|麻烦|辛苦了?|这里|那边|这边|的|来|去|、|-| |:)$")]
    private static partial Regex Trailing();

    [GeneratedRegex("^(个人|想.*|.*(出差|了)|人|店|店里|门店|你们?店?里?|你们那|我|我们|我这|我这里|这里|这边|那里|那边|哪里|哪|哪儿|时候?|时间|了|的|上门|货|他|她|家|门口|您|.{0,4}店里?|自己.*|.{0,6}(时候|就行|可以|方便).*)$")]
    private static partial Regex NoPlace();

    // "送到公司，南京西路100号": the address itself follows.
    [GeneratedRegex("^(我们?|咱们?)?(公司|家里?|单位|办公室|学校|宿舍|住处|老地方)(里|楼下|门口)?$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"[吗么?？]$|哪|多少|怎么|([一-龥])不\1|能不能|可不可以|是不是|有没有|要不要|什么|几点|为什么|多久|多远|不了|范围|不到|没收|没到|没送")]
    private static partial Regex Asking();

    [GeneratedRegex("[路街弄巷]|大道|胡同|[东南西北中]道")]
    private static partial Regex Road();

    [GeneratedRegex("([0-9]{1,5}|[a-z]|[一二三四五六七八九十]{1,3})(-[0-9]{1,4})?( ?房间|号楼?|弄|室|栋|幢|座|单元|楼|层|房|#|期)|(?<=[号栋幢座元楼#-])[0-9]{2,4}")]
    private static partial Regex Number();

    [GeneratedRegex("(?<![超城门夜菜])[市区县镇乡村](?!面|分|别)|省")]
    private static partial Regex Region();

    [GeneratedRegex("小区|大厦|公寓|公园|机场|体育[场馆中]|[东南西北正后侧][0-9]?门|[0-9a-z]号口|里弄|号院|(香格里拉|希尔顿|万豪|喜来登|君悦|洲际)|广场|花园|家园|[名雅嘉馨佳丽景御]苑|新村|大楼|写字楼|宿舍|宾馆|饭店|酒店(?!用)|医院|大学|学院|[中小]学(?!生)|科技园|产业园|创意园|工业园|软件园|商务中心|购物中心|国际中心|金融中心|地铁站|火车站|华府|[湾山水天]城$|国际(?=[0-9a-z])")]
    private static partial Regex Compound();

    [GeneratedRegex(@"[,，、 ]{0,2}(?<more>[^|,，。！？!?;；\n 、]{0,8}?([0-9]{1,4}|[a-z]|[一二三四五六七八九十]{1,2})(号楼?|室|栋|幢|座|单元|楼|层|房|门|弄)([0-9a-z号楼室栋幢座单元层房-]*)(前台|大堂|门口)?|[,，、 ]{0,2}(?<more>[0-9]{3,4}(室|房)?(?![0-9:点月日号袋双支盒个件条份]))(?=$|[,，。！？!?;； |]))")]
    private static partial Regex Rest();
}
