namespace Microsoft.Recognizers.Text.Number.Chinese;

/// <summary>Halves: 半袋, 半打, 一半, 一个半, 两斤半, 一打半; not those of a time (三点半, 半夜) or of a word (半价, 半糖, 多半).</summary>
internal static class ChineseHalves
{
    /// <summary>What can be had by halves.</summary>
    private const string Measures = "个個斤袋瓶箱桶盒份杯碗盘盤包升吨噸只隻条條张張块塊片壶壺锅鍋笼籠";

    /// <summary>Behind 半, these begin a word of their own.</summary>
    private const string WordsWithHalf = "价價糖甜冰熟路夜天成自手边邊折袖生干乾身截新旧舊径徑岛島圆圓场場";

    private const string WordsBeforeHalf = "大多下上过過每夜前后後对對";

    /// <summary>Reads 半袋 (0.5; the measure is none of it), 半打 (6) and 一半 (0.5).</summary>
    public static bool TryRead(in Utterance text, int start, out Amount amount)
    {
        amount = default;
        if (text[start] == '一' && text[start + 1] == '半' && !WordsWithHalf.Contains(text[start + 2], StringComparison.Ordinal) && !IsDigit(text[start - 1]))
        {
            amount = new(start, start + 2, 0.5, AmountKind.Fraction);
            return true;
        }

        if (text[start] != '半' || WordsBeforeHalf.Contains(text[start - 1], StringComparison.Ordinal) || Measures.Contains(text[start - 1], StringComparison.Ordinal))
            return false;
        if (ChineseNumerals.IsDozen(text, start + 1))
            amount = new(start, start + 2, 6, AmountKind.Integer);
        else if (Measures.Contains(text[start + 1], StringComparison.Ordinal))
            amount = new(start, start + 1, 0.5, AmountKind.Fraction);
        return amount.End > 0;
    }

    /// <summary>Reads on from the number of 一个半 and 两斤半 (with the measure) and from the dozens of 一打半.</summary>
    public static Amount Extend(in Utterance text, in Amount whole)
    {
        if (!double.IsInteger(whole.Value))
            return whole;
        var isDozens = text[whole.End - 1] == '打';
        var half = isDozens ? whole.End : whole.End + 1;
        if (text[half] != '半' || WordsWithHalf.Contains(text[half + 1], StringComparison.Ordinal) || (!isDozens && !Measures.Contains(text[whole.End], StringComparison.Ordinal)))
            return whole;
        return whole with { End = half + 1, Value = whole.Value + (isDozens ? 6 : 0.5), Kind = isDozens ? AmountKind.Integer : AmountKind.Decimal };
    }

    private static bool IsDigit(char c) => ChineseNumerals.Digit(c) >= 0 || ChineseNumerals.SmallUnit(c) > 0 || Utterance.IsDigit(c);
}
