namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>What currencies are called in Chinese, simplified and traditional.</summary>
internal static class ChineseCurrencyNames
{
    /// <summary>Code or name in <see cref="CurrencyTable"/> | names. Those before ; may stand before the number and by themselves, the others only behind it.</summary>
    public const string Currencies = """
        CNY | 人民币, 人民幣 ; 元, 圆, 圓, 块, 塊, 块钱, 塊錢, 元钱, 元錢, 块人民币, 元整, 圆整, 圓整
        USD | 美元, 美金, 美圆, 美圓 ; 美刀
        EUR | 欧元, 歐元 ;
        JPY | 日元, 日圆, 日圓, 日币, 日幣 ; 円
        GBP | 英镑, 英鎊 ; 镑, 鎊
        HKD | 港元, 港币, 港幣, 港圆, 港圓 ; 港纸
        MOP | 澳门元, 澳门币, 澳門元, 澳門幣, 葡币 ;
        TWD | 新台币, 新臺幣, 新台幣, 台币, 台幣, 臺幣 ; 台元
        KRW | 韩元, 韓元, 韩币, 韓幣, 韩圆, 韓圓 ;
        KPW | 朝鲜元, 朝鲜圆, 朝鮮圓 ;
        AUD | 澳元, 澳大利亚元, 澳洲元, 澳币, 澳幣 ; 澳刀
        NZD | 新西兰元, 纽元, 紐元, 纽币, 新西蘭元 ;
        CAD | 加元, 加拿大元, 加币, 加幣 ; 加刀
        SGD | 新加坡元, 新元, 新币, 新幣, 坡币 ;
        CHF | 瑞士法郎, 瑞郎 ;
        SEK | 瑞典克朗 ;
        NOK | 挪威克朗 ;
        DKK | 丹麦克朗, 丹麥克朗 ;
        ISK | 冰岛克朗, 冰島克朗 ;
        CZK | 捷克克朗 ;
        RUB | 俄罗斯卢布, 卢布, 俄羅斯盧布, 盧布 ;
        BYN | 白俄罗斯卢布 ;
        THB | 泰铢, 泰銖, 泰国铢 ;
        VND | 越南盾 ;
        IDR | 印尼盾, 印度尼西亚盾, 印尼卢比, 印度尼西亚卢比 ;
        MYR | 马来西亚林吉特, 林吉特, 令吉, 马币, 馬幣, 马来西亚令吉 ;
        PHP | 菲律宾比索, 菲律賓比索 ;
        INR | 印度卢比, 印度盧比 ;
        PKR | 巴基斯坦卢比, 巴基斯坦盧比 ;
        LKR | 斯里兰卡卢比 ;
        NPR | 尼泊尔卢比 ;
        MUR | 毛里求斯卢比 ;
        SCR | 塞舌尔卢比 ;
        MVR | 马尔代夫拉菲亚, 拉菲亚 ;
        BDT | 孟加拉塔卡, 塔卡 ;
        MMK | 缅元, 缅甸元, 缅币, 緬元 ;
        KHR | 瑞尔, 柬埔寨瑞尔 ;
        LAK | 老挝基普, 基普 ;
        BND | 文莱元, 汶莱元 ;
        MNT | 图格里克, 蒙古图格里克 ;
        KZT | 坚戈, 哈萨克斯坦坚戈 ;
        UZS | 乌兹别克斯坦苏姆, 苏姆 ;
        KGS | 吉尔吉斯斯坦索姆, 索姆 ;
        TJS | 索莫尼 ;
        AED | 阿联酋迪拉姆, 阿拉伯联合酋长国迪拉姆 ;
        MAD | 摩洛哥迪拉姆 ;
        SAR | 沙特里亚尔, 沙特阿拉伯里亚尔 ;
        QAR | 卡塔尔里亚尔 ;
        OMR | 阿曼里亚尔 ;
        YER | 也门里亚尔 ;
        IRR | 伊朗里亚尔 ;
        IQD | 伊拉克第纳尔 ;
        JOD | 约旦第纳尔 ;
        KWD | 科威特第纳尔 ;
        BHD | 巴林第纳尔 ;
        LYD | 利比亚第纳尔 ;
        TND | 突尼斯第纳尔 ;
        DZD | 阿尔及利亚第纳尔 ;
        RSD | 塞尔维亚第纳尔 ;
        ILS | 谢克尔, 以色列谢克尔, 新谢克尔, 以色列新谢克尔 ;
        TRY | 土耳其里拉, 新土耳其里拉 ;
        EGP | 埃及镑, 埃及鎊 ;
        SYP | 叙利亚镑 ;
        LBP | 黎巴嫩镑 ;
        SDG | 苏丹镑 ;
        GIP | 直布罗陀镑 ;
        NGN | 奈拉, 尼日利亚奈拉 ;
        ZAR | 兰特, 南非兰特, 蘭特 ;
        KES | 肯尼亚先令 ;
        TZS | 坦桑尼亚先令 ;
        UGX | 乌干达先令 ;
        SOS | 索马里先令 ;
        ETB | 比尔, 埃塞俄比亚比尔 ;
        GHS | 塞地, 加纳塞地 ;
        AOA | 宽扎, 安哥拉宽扎 ;
        ZMW | 赞比亚克瓦查 ;
        MWK | 马拉维克瓦查 ;
        BWP | 普拉, 博茨瓦纳普拉 ;
        NAD | 纳米比亚元 ;
        BRL | 雷亚尔, 巴西雷亚尔, 巴西里亚尔, 巴西币 ;
        MXN | 墨西哥比索, 墨西哥披索 ;
        ARS | 阿根廷比索 ;
        CLP | 智利比索 ;
        COP | 哥伦比亚比索 ;
        CUP | 古巴比索 ;
        UYU | 乌拉圭比索 ;
        DOP | 多米尼加比索 ;
        PEN | 秘鲁索尔, 秘鲁新索尔, 新索尔 ;
        VES | 玻利瓦尔, 委内瑞拉玻利瓦尔 ;
        BOB | 玻利维亚诺 ;
        PYG | 瓜拉尼, 巴拉圭瓜拉尼 ;
        CRC | 哥斯达黎加科朗 ;
        JMD | 牙买加元 ;
        TTD | 特立尼达和多巴哥元 ;
        BSD | 巴哈马元 ;
        BBD | 巴巴多斯元 ;
        BMD | 百慕大元 ;
        BZD | 伯利兹元 ;
        KYD | 开曼元, 开曼群岛元 ;
        XCD | 东加勒比元 ;
        FJD | 斐济元 ;
        SBD | 所罗门群岛元 ;
        LRD | 利比里亚元 ;
        PLN | 兹罗提, 波兰兹罗提 ;
        HUF | 福林, 匈牙利福林 ;
        RON | 罗马尼亚列伊, 列伊 ;
        MDL | 摩尔多瓦列伊 ;
        BGN | 列弗, 保加利亚列弗, 列瓦 ;
        UAH | 格里夫纳, 乌克兰格里夫纳 ;
        HRK | 库纳, 克罗地亚库纳 ;
        GEL | 拉里, 格鲁吉亚拉里 ;
        AMD | 德拉姆, 亚美尼亚德拉姆 ;
        AZN | 阿塞拜疆马纳特 ;
        TMT | 土库曼斯坦马纳特 ;
        ALL | 阿尔巴尼亚列克, 列克 ;
        MKD | 马其顿第纳尔 ;
        AFN | 阿富汗尼, 阿富汗尼 ;
        XAF | 中非法郎 ;
        XOF | 西非法郎 ;
        RWF | 卢旺达法郎 ;
        BIF | 布隆迪法郎 ;
        CDF | 刚果法郎 ;
        Franc | 法郎 ;
        French franc | 法国法郎, 法國法郎 ;
        German mark | 德国马克, 德國馬克, 马克, 馬克 ;
        Italian lira | 意大利里拉 ;
        Rupee | 卢比, 盧比 ;
        Peso | 比索, 披索 ;
        Dinar | 第纳尔 ;
        Rial | 里亚尔 ;
        Lira | 里拉 ;
        Krone | 克朗 ;
        Shilling | 先令 ;
        Dirham | 迪拉姆 ;
        Kwacha | 克瓦查 ;
        Manat | 马纳特 ;
        Bitcoin | 比特币, 比特幣 ;
        """;

    /// <summary>Name in <see cref="CurrencyTable"/> | names.</summary>
    public const string Parts = """
        Cent | 美分, 欧分, 歐分, 仙, 澳分, 加分
        Jiao | 角, 毛, 角钱, 毛钱, 角錢, 毛錢
        Fen | 分, 分钱, 分錢
        Pence | 便士
        Sen | 日本銭, 日本钱, 銭
        Kopek | 戈比
        Paisa | 派士
        Centime | 生丁
        """;

    /// <summary>Characters that are money behind a number and much else: 两块肥皂, 五角大楼, 三分之二, 一毛不拔.</summary>
    public static bool MeansSomethingElse(ReadOnlySpan<char> word, char after) => word switch
    {
        "块" or "塊" => !(EndsThere(after) || "半左多上以起一二三四五六七八九零两".Contains(after, StringComparison.Ordinal)),
        "元" or "圆" or "圓" => after is '旦' or '素' or '月' or '首' or '宵' or '气' or '老' or '帅' or '器' or '件' or '凶' or '形' or '桌' or '珠' or '规' or '圈' or '桥',
        "角" => after is '大' or '星' or '形' or '度' or '落' or '色' or '尺' or '铁' or '钢' or '恋' or '的',
        "毛" => after is '巾' or '衣' or '线' or '笔' or '病' or '孩' or '不' or '发' or '皮' or '毯' or '呢' or '料',
        "分" => after is '之' or '钟' or '鐘',
        "镑" or "鎊" or "仙" => !EndsThere(after),
        _ => false,
    };

    /// <summary>Whether a digit or 半 behind 块 ends the amount: 三块五, 三块五吧, but 三块五香豆腐干.</summary>
    public static bool EndsThere(char after) =>
        !(Utterance.IsHan(after) || char.IsLetterOrDigit(after)) || "的吧吗嗎呢啊呀了哦哈就和与".Contains(after, StringComparison.Ordinal);
}
