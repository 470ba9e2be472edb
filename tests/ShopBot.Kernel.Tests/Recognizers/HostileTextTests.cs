using System.Diagnostics;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Choice;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;
using Microsoft.Recognizers.Text.Sequence;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class HostileTextTests
{
    private static readonly string[] Cultures = [Culture.English, Culture.Chinese];

    /// <summary>What a long text is made of; each once found, or could have found, a loop in a loop.</summary>
    private static readonly string[] Pieces =
    [
        "1", "1,", "1.", "1,234,", "1/", "-", "1 ", "1e", "1e9^", " ", "a", "a ", "one ", "hundred and ", "thousand ", "third ", "half ", "one and a ",
        "one over ", "minus ", "point one ", "the last ", "一", "一 ", "零 ", "两", "十", "万", "一万", "一又", "一分之", "负", "第", "第 ", "倒数第", "几", "一多",
        "百分之", "一点", "好", "不", "好 ", "not ", "👌🏼", "\uD83D", "\uDC4C", "\u202E", "\0", "½", "１，", "周一",
        "(", "(1)", "(12) ", "+1 ", "1-", "1.1/", "13800138000 ", "13800138000", "1234-5678 ", "x123", "1234-5678x123 ", "account ", "转", "分机",
        "$", "$1", "5 dollars and ", "u . s . ", "us ", "hong kong ", "元", "三块", "五毛", "半", "人民币", "5 ", "cents ", "c $", "M", "usd", "$5 b$", "5m ", "bn ", "1,.2", ".5",
    ];

    public static TheoryData<string> AllPieces => [.. Pieces];

    [Theory]
    [MemberData(nameof(AllPieces))]
    public void A_text_of_64_KB_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));
        var clock = Stopwatch.StartNew();
        foreach (var culture in Cultures)
            ReadAll(text, culture);

        // Quadratic would be minutes; this is some tenths of a second on an idle machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void Random_mixtures_throw_nothing_and_give_positions_inside_the_text()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            foreach (var culture in Cultures)
            {
                var behind = new Dictionary<string, int>();
                foreach (var found in ReadAll(text, culture))
                {
                    Assert.InRange(found.Start, 0, found.End);
                    Assert.InRange(found.End, found.Start, text.Length - 1);
                    Assert.Equal(found.End - found.Start + 1, found.Text.Length);
                    if (found.TypeName is not ("number" or "phonenumber" or "currency"))
                        continue;
                    Assert.True(found.Start > behind.GetValueOrDefault(found.TypeName, -1), $"{text}: {found.Text} overlaps.");
                    behind[found.TypeName] = found.End;
                }
            }
        }
    }

    [Theory]
    [InlineData("我要两袋，三千五百块", Culture.Chinese)]
    [InlineData("two bags and 3 shirts for 1,250 please", Culture.English)]
    public void A_usual_sentence_costs_little(string text, string culture)
    {
        NumberRecognizer.RecognizeNumber(text, culture);
        var before = GC.GetAllocatedBytesForCurrentThread();
        NumberRecognizer.RecognizeNumber(text, culture);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_096);
    }

    private static List<ModelResult> ReadAll(string text, string culture) =>
    [
        .. NumberRecognizer.RecognizeNumber(text, culture), .. NumberRecognizer.RecognizeOrdinal(text, culture), .. ChoiceRecognizer.RecognizeBoolean(text, culture),
        .. SequenceRecognizer.RecognizePhoneNumber(text, culture), .. NumberWithUnitRecognizer.RecognizeCurrency(text, culture),
    ];
}
