namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Reign names and the year that was the first of each.</summary>
internal static class ChineseEras
{
    private static readonly Dictionary<string, int> FirstYears = Read(
        "建武25 永平58 建初76 永元89 建安196 黄初220 青龙233 景初237 正始240 嘉平249 泰始265 太康280 永嘉307 开皇581 仁寿601 大业605 " +
        "武德618 贞观627 永徽650 显庆656 龙朔661 麟德664 乾封666 总章668 咸亨670 仪凤676 调露679 永隆680 开耀681 永淳682 弘道683 嗣圣684 光宅684 " +
        "垂拱685 天授690 延载694 证圣695 圣历698 久视700 神龙705 景龙707 景云710 先天712 开元713 天宝742 至德756 乾元758 宝应762 广德763 永泰765 大历766 " +
        "建中780 兴元784 贞元785 永贞805 元和806 长庆821 宝历825 开成836 会昌841 大中847 咸通860 乾符874 广明880 光启885 龙纪889 乾宁894 光化898 天复901 天祐904 " +
        "建隆960 乾德963 开宝968 太平兴国976 雍熙984 端拱988 淳化990 至道995 咸平998 景德1004 大中祥符1008 天禧1017 乾兴1022 天圣1023 明道1032 景祐1034 " +
        "宝元1038 康定1040 庆历1041 皇祐1049 至和1054 嘉祐1056 治平1064 熙宁1068 元丰1078 元祐1086 绍圣1094 元符1098 建中靖国1101 崇宁1102 大观1107 政和1111 " +
        "重和1118 宣和1119 靖康1126 建炎1127 绍兴1131 隆兴1163 乾道1165 淳熙1174 绍熙1190 庆元1195 嘉泰1201 开禧1205 嘉定1208 宝庆1225 绍定1228 端平1234 " +
        "嘉熙1237 淳祐1241 宝祐1253 开庆1259 景定1260 咸淳1265 德祐1275 景炎1276 祥兴1278 中统1260 至元1264 元贞1295 大德1297 至大1308 皇庆1312 延祐1314 " +
        "至治1321 泰定1324 天历1328 至顺1330 元统1333 至正1341 洪武1368 建文1399 永乐1403 洪熙1425 宣德1426 正统1436 景泰1450 天顺1457 成化1465 弘治1488 " +
        "正德1506 嘉靖1522 隆庆1567 万历1573 泰昌1620 天启1621 崇祯1628 顺治1644 康熙1662 雍正1723 乾隆1736 嘉庆1796 道光1821 咸丰1851 同治1862 光绪1875 " +
        "宣统1909 民国1912");

    public static IEnumerable<string> Names => FirstYears.Keys;

    public static int FirstYear(string name) => FirstYears[name];

    private static Dictionary<string, int> Read(string table)
    {
        var years = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in table.Split(' '))
        {
            var digits = entry.AsSpan().IndexOfAnyInRange('0', '9');
            years[entry[..digits]] = int.Parse(entry.AsSpan(digits), System.Globalization.CultureInfo.InvariantCulture);
        }

        return years;
    }
}
