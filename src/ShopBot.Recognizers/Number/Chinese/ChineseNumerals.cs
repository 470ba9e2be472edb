namespace Microsoft.Recognizers.Text.Number.Chinese;

/// <summary>The characters Chinese builds numbers from, plain, formal and traditional, and where they are none.</summary>
internal static class ChineseNumerals
{
    /// <summary>What is counted, and what follows a number in a sentence.</summary>
    private const string OneIsNumberBefore =
        "个個位名件条條只隻张張本份袋包箱桶瓶盒罐杯碗盘盤斤两兩克吨噸升打双雙对對套把支枝根块塊片种種次回遍趟天日年月周週号號點点时時分秒层層楼樓间間" +
        "家台臺辆輛部架头頭匹朵棵颗顆粒串束卷册冊页頁幅首篇封句段章节節课課门門所座栋棟幢道扇盏盞顶頂床身副组組批群队隊堆捆扎元角毛圈的是不这這那和与" +
        "與加减減乘除至或又枚株单單笔筆项項款锅鍋勺碟筐篮籃排行列期届轮輪艘壶壺口滴剂劑针針码碼尺寸米里厘毫亩畝顿頓餐场場户戶缸";

    /// <summary>The formal digits that are everyday words as well stand for their number only behind these.</summary>
    private const string FormalIsNumberAfter = "是为為共要第";

    /// <summary>Words whose first character is a digit and which are no numbers.</summary>
    private static readonly string[] WordsWithDigits =
    [
        "二维", "二維", "二手", "二胡", "二货", "三明治", "三文", "三角", "三星", "三亚", "三國", "三国", "四川", "四处", "四處", "四周", "四肢", "四季", "四海",
        "五官", "五金", "五香", "五花", "五谷", "六神", "七夕", "七喜", "七匹狼", "八卦", "八角", "八宝", "九州", "九寨", "两岸", "兩岸", "两广", "十足", "十全", "十堰",
    ];

    /// <summary>0 to 9, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' or '弌' or '幺' => 1,
        '二' or '贰' or '貳' or '弍' or '两' or '兩' or '俩' or '倆' => 2,
        '三' or '叁' or '參' or '叄' or '仨' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' or '陸' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>10, 100, 1000, or 0.</summary>
    public static int SmallUnit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    /// <summary>1e4, 1e8, 1e12, or 0.</summary>
    public static double LargeUnit(char c) => c switch
    {
        '万' or '萬' => 1e4,
        '亿' or '億' => 1e8,
        '兆' => 1e12,
        _ => 0,
    };

    /// <summary>廿 and 卅 are two characters in one: 20 and 30.</summary>
    public static int Tens(char c) => c switch { '廿' => 2, '卅' => 3, _ => 0 };

    /// <summary>"A few more": 十几万, 五百余万. They say nothing about the value.</summary>
    public static bool IsAndSome(char c) => c is '几' or '幾' or '多' or '余' or '餘';

    public static bool IsNegative(char c) => c is '负' or '負';

    /// <summary>两 counts things, so no digit of a row and none after the point.</summary>
    public static bool IsCounting(char c) => c is '两' or '兩' or '俩' or '倆' or '仨';

    /// <summary>打 as a dozen, not as a verb (打折, 打包, 打电话).</summary>
    public static bool IsDozen(in Utterance text, int position) =>
        text[position] == '打' && text[position + 1] is not ('折' or '包' or '印' or '扫' or '掃' or '电' or '電' or '算' or '开' or '開');

    /// <summary>Whether one character standing by itself means its number here: 一 does in 一袋, not in 一起.</summary>
    public static bool IsNumberByItself(in Utterance text, int position)
    {
        var (c, before, after) = (text[position], text[position - 1], text[position + 1]);
        if (before is '周' or '週' or '期' or '拜' || after == '%')
            return false; // a day of the week, a share

        switch (c)
        {
            case '一':
                var inWord = before is '统' or '統' or '唯' or '单' or '單' or '同' or '万' or '萬' || (before == '之' && text[position - 2] != '分');
                return !inWord && EndsOrCounts(after);
            case '伍' or '陆' or '陸' or '肆' or '拾':
                return (!Utterance.IsHan(before) || FormalIsNumberAfter.Contains(before, StringComparison.Ordinal)) && EndsOrCounts(after);
            case '零' or '幺':
                return !Utterance.IsHan(before) && !IsText(after);
            case '十' when after == '分':
                return text[position + 2] is '钟' or '鐘' or '之';
        }

        foreach (var word in WordsWithDigits)
        {
            if (word[0] == c && text.StartsWith(position, word))
                return false;
        }

        return true;
    }

    private static bool EndsOrCounts(char after) => !IsText(after) || OneIsNumberBefore.Contains(after, StringComparison.Ordinal);

    private static bool IsText(char c) => Utterance.IsHan(c) || Utterance.IsWordLetter(c);
}
