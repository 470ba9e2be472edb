namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Days that have a name in Chinese; those of the moon calendar are computed.</summary>
internal static class ChineseHolidays
{
    private static readonly Dictionary<string, Holiday> Table = Build();

    public static IEnumerable<string> Names => Table.Keys;

    public static Holiday Find(string name) => Table[name];

    private static Dictionary<string, Holiday> Build()
    {
        var table = new Dictionary<string, Holiday>(StringComparer.Ordinal);
        Add("元旦 元旦节 元旦節 新年", Holiday.Fixed(1, 1));
        Add("情人节 情人節", Holiday.Fixed(2, 14));
        Add("妇女节 婦女節 三八节 三八妇女节", Holiday.Fixed(3, 8));
        Add("植树节 植樹節", Holiday.Fixed(3, 12));
        Add("愚人节 愚人節", Holiday.Fixed(4, 1));
        Add("劳动节 勞動節 五一 五一节 五一劳动节 国际劳动节", Holiday.Fixed(5, 1));
        Add("青年节 青年節 五四青年节", Holiday.Fixed(5, 4));
        Add("儿童节 兒童節 六一 六一儿童节", Holiday.Fixed(6, 1));
        Add("建党节 建黨節", Holiday.Fixed(7, 1));
        Add("建军节 建軍節 八一建军节", Holiday.Fixed(8, 1));
        Add("教师节 教師節", Holiday.Fixed(9, 10));
        Add("国庆节 國慶節 国庆日 國慶日 国庆 國慶 十一国庆节", Holiday.Fixed(10, 1));
        Add("万圣节 萬聖節", Holiday.Fixed(10, 31));
        Add("光棍节 光棍節 双十一 雙十一", Holiday.Fixed(11, 11));
        Add("双十二 雙十二", Holiday.Fixed(12, 12));
        Add("平安夜 圣诞前夜", Holiday.Fixed(12, 24));
        Add("圣诞节 聖誕節 圣诞日 圣诞", Holiday.Fixed(12, 25));
        Add("母亲节 母親節", Holiday.Floating(5, 7, 2));
        Add("父亲节 父親節", Holiday.Floating(6, 7, 3));
        Add("感恩节 感恩節", Holiday.Floating(11, 4, 4));
        Add("黑色星期五", Holiday.Floating(11, 4, 4, days: 1));
        Add("复活节 復活節", Holiday.Easter(0));
        Add("清明节 清明節 清明", Holiday.Term(Qingming));

        Add("春节 春節 农历新年 大年初一", Holiday.Lunar(1, 1));
        Add("元宵节 元宵節 元宵 灯节", Holiday.Lunar(1, 15));
        Add("龙抬头", Holiday.Lunar(2, 2));
        Add("端午节 端午節 端午", Holiday.Lunar(5, 5));
        Add("七夕节 七夕節 七夕", Holiday.Lunar(7, 7));
        Add("中元节 中元節 鬼节", Holiday.Lunar(7, 15));
        Add("中秋节 中秋節 中秋", Holiday.Lunar(8, 15));
        Add("重阳节 重陽節 重阳", Holiday.Lunar(9, 9));
        Add("腊八节 臘八節 腊八", Holiday.Lunar(12, 8));
        Add("除夕 除夕夜 大年夜 年三十", Holiday.LunarNewYearsEve());
        return table;

        void Add(string names, Holiday holiday)
        {
            foreach (var name in names.Split(' '))
                table[name] = holiday;
        }
    }

    /// <summary>The sun at 15°: 4, 5 or 6 April; the usual formula, good from 1900 to 2099.</summary>
    private static int Qingming(int year)
    {
        var ofCentury = year % 100;
        var constant = year >= 2000 ? 4.81 : 5.59;
        return (int)((ofCentury * 0.2422) + constant) - (ofCentury / 4);
    }
}
