using System.Diagnostics;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class HostileDateTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0);
    private static readonly string[] Cultures = [Culture.English, Culture.Chinese];

    /// <summary>What a long text is made of; each begins something, or goes on with it, or breaks it off.</summary>
    private static readonly string[] Pieces =
    [
        "1", "1/", "1-", "1.", "1:", "12:00 ", "2018-", "2018年", "1月", "3日", "从", "到", "至", "周", "周一", "上", "下", "个", "的", "每", "前", "后", "半", "点", "两", "十",
        "three ", "first ", "last ", "next ", "this ", "the ", "of ", "from ", "between ", "and ", "to ", "before ", "after ", "more than ", "every ", "monday ", "may ",
        "2018 ", "in ", "at ", "5 ", "pm ", "hours ", "and 3 days ", "week ", "year ", "tomorrow ", "tonight ", "morning ", "end of ", "early ", "easter ", "quarter ",
        "天", "小时", "年", "月", "明天", "下午", "第一", "之前", "中秋节", "康熙", "世纪", "《", "》", "99999999999", "9999", "\uD83D", "\uDC4C", "\u202E", "\0", "１", "：", ",", "(", "=", ">",
        "31 february ", "25:61 ", "2月30日", "a ", "half ", "one ", "hundred ", "'", "o'", "'s", "1999999 years ago ", "in 99999999 weeks ", "99999999天前",
    ];

    /// <summary>Those that go on with themselves.</summary>
    public static TheoryData<string> Chains =>
    [
        "1", "1/", "1-", "1:", "12:00 ", "1月", "3日", "上", "第一", "半", "周一到", "明天下午", "从", "three ", "first ", "next ", "the ", "from ", "2018 to ", "and 3 days ",
        "monday ", "more than ", "tomorrow at 5 - ", "end of ", "last 3 weeks of ", "《", "\uD83D", "\0",
    ];

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_text_of_64_KB_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));
        var clock = Stopwatch.StartNew();
        foreach (var culture in Cultures)
            DateTimeRecognizer.RecognizeDateTime(text, culture, refTime: Now);

        // Quadratic would be minutes; this is some tenths of a second on an idle machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{piece}: {clock.Elapsed}");
    }

    [Fact]
    public void Random_mixtures_throw_nothing_and_give_positions_inside_the_text()
    {
        var random = new Random(20260302);
        DateTime[] moments = [Now, DateTime.MinValue, DateTime.MaxValue, new(2024, 2, 29), new(1, 1, 31), new(9999, 12, 1)];
        for (var round = 0; round < 6_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            foreach (var culture in Cultures)
            {
                var behind = -1;
                foreach (var found in DateTimeRecognizer.RecognizeDateTime(text, culture, refTime: moments[round % moments.Length]))
                {
                    Assert.True(found.Start > behind, $"{text}: {found.Text} overlaps.");
                    Assert.InRange(found.End, found.Start, text.Length - 1);
                    Assert.Equal(found.End - found.Start + 1, found.Text.Length);
                    Assert.NotEmpty((List<Dictionary<string, string>>)found.Resolution["values"]);
                    behind = found.End;
                }
            }
        }
    }

    [Theory]
    [InlineData("31 february 2026 at 25:61", Culture.English)]
    [InlineData("25:61", Culture.English)]
    [InlineData("25点61分", Culture.Chinese)]
    [InlineData("2月31日25:61", Culture.Chinese)]
    public void What_no_calendar_has_gets_no_date(string text, string culture) =>
        Assert.All(DateTimeRecognizer.RecognizeDateTime(text, culture, refTime: Now), found =>
            Assert.All((List<Dictionary<string, string>>)found.Resolution["values"], value =>
                Assert.True(value.TryGetValue("value", out var shown) && shown == "not resolved", found.Text)));

    [Theory]
    [InlineData("两袋，后天下午三点半", Culture.Chinese)]
    [InlineData("2 bags next Friday after 5pm please", Culture.English)]
    public void A_usual_sentence_costs_little(string text, string culture)
    {
        DateTimeRecognizer.RecognizeDateTime(text, culture, refTime: Now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DateTimeRecognizer.RecognizeDateTime(text, culture, refTime: Now);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_384);
    }
}
