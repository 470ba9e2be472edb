using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Inspections;

namespace ShopBot.Tests.Dialogs.Inspections;

public sealed class InspectionsContentTests : IDisposable
{
    private const string Good = """
        answer-hours: 24
        remind-hours: 3
        pictures: 3
        findings: 6
        dearest: 500
        unwashed: 0
        kinds:
          - code: stain
            name: { zh-CN: 污渍, en-US: a stain }
            words: [污渍, stain]
            explanation: { zh-CN: 可能洗不掉, en-US: It may stay }
            treatment: { name: { zh-CN: 去渍, en-US: stain removal }, price: 20 }
            otherwise: wash
          - code: silk
            name: { zh-CN: 真丝, en-US: silk }
            words: [真丝]
            explanation: { zh-CN: 不能水洗, en-US: Not washable }
            wash: no
            otherwise: return
        """;

    private readonly ContentFolder _folder = ContentFolder.Copy();

    [Fact]
    public void What_a_shop_asks_about_is_read_and_its_words_are_words_of_its_staff()
    {
        _folder.Write("shops/laundry/inspections.yaml", Good);
        var content = DialogContent.Read(_folder.Root);
        var laundry = content.For("laundry");

        Assert.Null(content.For("eunchae").Inspections);
        Assert.Equal(StaffWord.Finding, laundry.StaffWords.Find("真丝"));
        Assert.Null(content.For("eunchae").StaffWords.Find("真丝"));
        var (stain, silk) = (laundry.Inspections!.Plan.Kinds[0], laundry.Inspections.Plan.Kinds[1]);
        Assert.Equal((true, 2000, FindingAnswer.Wash), (stain.MayWash, stain.Treatment!.PriceInMinor, stain.Otherwise));
        Assert.Equal((false, null, FindingAnswer.Return), (silk.MayWash, silk.Treatment, silk.Otherwise));
    }

    [Theory]
    [InlineData("remind-hours: 3", "remind-hours: 24", ":2:", "is not less than 'answer-hours'")]
    [InlineData("pictures: 3", "pictures: 9", ":3:", "'9' will not do")]
    [InlineData("price: 20", "price: -5", ":12:", "'-5' is no price")]
    [InlineData("otherwise: wash", "otherwise: treat", ":13:", "nobody is put to it who says nothing")]
    [InlineData("otherwise: return", "otherwise: wash", ":19:", "rules out")]
    [InlineData("wash: no", "wash: never", ":18:", "Write yes or no")]
    [InlineData("words: [真丝]", "words: [洗]", ":16:", "which means something else to staff")]
    [InlineData("words: [真丝]", "words: [stain]", ":16:", "stands for another kind too")]
    [InlineData("code: silk", "code: stain", ":14:", "'stain' is there twice")]
    [InlineData("dearest: 500", "dearest: viel", ":5:", "is no price")]
    [InlineData("kinds:", "kind:", ":7:", "Did you mean 'kinds'?")]
    public void What_does_not_fit_is_said_with_file_and_line(string good, string bad, string line, string what)
    {
        _folder.Write("shops/laundry/inspections.yaml", Good.Replace(good, bad, StringComparison.Ordinal));

        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root));

        Assert.Contains(wrong.Errors, e => e.ToString().StartsWith("shops/laundry/inspections.yaml" + line, StringComparison.Ordinal)
            && e.ToString().Contains(what, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
