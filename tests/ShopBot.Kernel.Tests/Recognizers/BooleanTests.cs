using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Choice;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class BooleanTests
{
    [Theory]
    [InlineData("好", true)]
    [InlineData("好的，谢谢", true)]
    [InlineData("是的呀", true)]
    [InlineData("可以可以", true)]
    [InlineData("没问题！", true)]
    [InlineData("嗯嗯", true)]
    [InlineData("OK", true)]
    [InlineData("👍🏽", true)]
    [InlineData("不", false)]
    [InlineData("不用了谢谢", false)]
    [InlineData("不可以", false)]
    [InlineData("算了吧", false)]
    [InlineData("no", false)]
    [InlineData("好不好", null)]
    [InlineData("我要两袋", null)]
    [InlineData("好不容易才到", null)]
    [InlineData("别的", null)]
    [InlineData("", null)]
    public void Chinese_answers_are_understood(string text, bool? expected) => Assert.Equal(expected, Answer(text, Culture.Chinese));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yeah, do it", true)]
    [InlineData("sure", true)]
    [InlineData("Nope.", false)]
    [InlineData("not ok", false)]
    [InlineData("nobody", null)]
    [InlineData("yesterday", null)]
    public void English_answers_are_understood(string text, bool? expected) => Assert.Equal(expected, Answer(text, Culture.English));

    [Fact]
    public void The_answer_keeps_its_capitals_and_place()
    {
        var found = Assert.Single(ChoiceRecognizer.RecognizeBoolean("Well, NO.", Culture.English));

        Assert.Equal(("NO", 6, 7), (found.Text, found.Start, found.End));
        Assert.Equal(0.7, (double)found.Resolution["score"], 9);
    }

    private static bool? Answer(string text, string culture) =>
        ChoiceRecognizer.RecognizeBoolean(text, culture) is [var found] ? (bool)found.Resolution["value"] : null;
}
