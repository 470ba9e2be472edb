using Microsoft.Bot.Builder.Dialogs.Choices;

namespace ShopBot.Kernel.Tests.Dialogs.Choices;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("how now brown cow", "how now brown cow")]
    [InlineData("how-now.brown:cow?", "how now brown cow")]
    [InlineData("  ", "")]
    [InlineData("I want 2 Bags", "i want 2 bags")]
    [InlineData("food 💥👍😀", "food 💥 👍 😀")]
    [InlineData("我要2袋，谢谢！", "我 要 2 袋 谢 谢")]
    [InlineData("ＸＬ码", "xl 码")]
    [InlineData("café", "café")]
    [InlineData("a\uD83Db", "a\uD83Db")]
    public void A_text_is_cut_into_words(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokenizer.DefaultTokenizer(text).Select(t => t.Normalized)));

    [Fact]
    public void A_word_knows_its_place_and_how_it_was_written()
    {
        var word = Tokenizer.DefaultTokenizer("Oh, Well")[1];

        Assert.Equal((4, 7, "Well", "well"), (word.Start, word.End, word.Text, word.Normalized));
    }
}
