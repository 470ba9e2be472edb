using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Recognizers.Text;

namespace ShopBot.Kernel.Tests.Dialogs.Choices;

public sealed class ChoiceRecognizersTests
{
    private static readonly List<string> Colours = ["red", "green", "blue"];

    [Theory]
    [InlineData("green", "en-us", "green")]
    [InlineData("the second one", "en-us", "green")]
    [InlineData("2", "en-us", "green")]
    [InlineData("number three", "en-us", "blue")]
    [InlineData("第二个", "zh-cn", "green")]
    [InlineData("二", "zh-cn", "green")]
    [InlineData("１", "zh-cn", "red")]
    [InlineData("我要第三个", "zh-cn", "blue")]
    [InlineData("the first and third", "en-us", "red blue")]
    [InlineData("4", "en-us", "")]
    [InlineData("0", "en-us", "")]
    [InlineData("-1", "en-us", "")]
    [InlineData("1.5", "en-us", "")]
    [InlineData("999999999999", "en-us", "")]
    [InlineData("the last one", "en-us", "blue")]
    [InlineData("the last but one", "en-us", "green")]
    [InlineData("最后一个", "zh-cn", "blue")]
    [InlineData("最後那個", "zh-cn", "blue")]
    [InlineData("倒数第二个", "zh-cn", "green")]
    [InlineData("倒数第九个", "zh-cn", "")]
    [InlineData("the next one", "en-us", "")]
    [InlineData("hello", "en-us", "")]
    public void A_choice_is_picked_by_words_place_or_number(string utterance, string culture, string expected) =>
        Assert.Equal(expected, Values(ChoiceRecognizers.RecognizeChoices(utterance, Colours, new FindChoicesOptions { Locale = culture })));

    [Fact]
    public void Words_win_over_places_and_places_over_numbers()
    {
        List<string> books = ["the first division book", "another"];

        Assert.Equal("the first division book", Values(ChoiceRecognizers.RecognizeChoices("the first division book", books)));
        Assert.Equal("red", Values(ChoiceRecognizers.RecognizeChoices("the first of 3", Colours)));
    }

    [Fact]
    public void Numbers_and_places_can_be_switched_off()
    {
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("2", Colours, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("the second", Colours, new FindChoicesOptions { RecognizeOrdinals = false, Locale = Culture.English }));
    }

    [Fact]
    public void A_choice_picked_by_number_scores_one_and_names_no_synonym()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("I take 3", Colours));

        Assert.Equal((2, 1f, null, "3", 7), (found.Resolution.Index, found.Resolution.Score, found.Resolution.Synonym, found.Text, found.Start));
    }

    private static string Values(List<ModelResult<FoundChoice>> found) => string.Join(' ', found.Select(f => f.Resolution.Value));
}
