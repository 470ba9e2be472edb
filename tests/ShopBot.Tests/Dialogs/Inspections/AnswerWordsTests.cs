using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Inspections;

namespace ShopBot.Tests.Dialogs.Inspections;

public sealed class AnswerWordsTests
{
    private static readonly ShopContent Laundry = DialogContent.Read(ContentFolder.Original).For("laundry");

    [Theory]
    [InlineData("照常洗 12", FindingAnswer.Wash, 12, null)]
    [InlineData("照常洗12", FindingAnswer.Wash, 12, null)]
    [InlineData("照常洗订单12号", FindingAnswer.Wash, 12, null)]
    [InlineData("１２ 照常洗！", FindingAnswer.Wash, 12, null)]
    [InlineData("那就照常洗吧 12", FindingAnswer.Wash, 12, null)]
    [InlineData("去渍（+¥20） 12", FindingAnswer.Treat, 12, null)]
    [InlineData("去渍（+¥20） 12B", FindingAnswer.Treat, 12, "B")]
    [InlineData("补扣子（+¥5） 7c", FindingAnswer.Treat, 7, "C")]
    [InlineData("不洗退回 12b", FindingAnswer.Return, 12, "B")]
    [InlineData("12B 退回", FindingAnswer.Return, 12, "B")]
    [InlineData("找人聊聊 12", FindingAnswer.Person, 12, null)]
    [InlineData("wash it anyway 12", FindingAnswer.Wash, 12, null)]
    [InlineData("Wash it anyway, please", FindingAnswer.Wash, null, null)]
    [InlineData("stain removal (+¥20) 12B", FindingAnswer.Treat, 12, "B")]
    [InlineData("12 wash it", FindingAnswer.Wash, 12, null)]
    [InlineData("order 12: return it unwashed", FindingAnswer.Return, 12, null)]
    [InlineData("talk to a person 12", FindingAnswer.Person, 12, null)]
    [InlineData("去渍（+¥20）", FindingAnswer.Treat, null, null)]
    [InlineData("就这样洗", FindingAnswer.Wash, null, null)]
    public void An_answer_is_known_by_its_words(string said, FindingAnswer answer, int? number, string? letter)
    {
        var read = Laundry.Inspections!.Answers.Read(Heard.Key(Heard.Clean(said)));

        Assert.Equal((answer, number, letter), read is null ? default : (read.Answer, read.Number, read.Letter));
    }

    [Theory]
    [InlineData("去渍多少钱")]
    [InlineData("我不想照常洗")]
    [InlineData("洗 12 件衣服")]
    [InlineData("要两袋")]
    [InlineData("12")]
    [InlineData("退货")]
    [InlineData("don't wash anything else than the 12 shirts")]
    [InlineData("照常洗 999999999999999")]
    [InlineData("")]
    public void What_is_no_answer_is_none(string said) => Assert.Null(Laundry.Inspections!.Answers.Read(Heard.Key(Heard.Clean(said))));

    [Fact]
    public void Nothing_a_phone_can_send_is_too_much()
    {
        foreach (var said in (string[])[new string('洗', 5000), "照常洗 " + new string('1', 5000), "((((((((12", "照常洗 -1", "\uD83D\uDE00 12", "照常洗 12 12 12"])
            _ = Laundry.Inspections!.Answers.Read(Heard.Key(Heard.Clean(said)));
    }
}
