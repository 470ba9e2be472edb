using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs.Choices;

public sealed class FindTests
{
    private static readonly List<string> Colours = ["red", "green", "blue"];
    private static readonly List<string> Similar = ["option A", "option B", "option C"];
    private static readonly List<string> Laundry = ["衬衫", "白衬衫", "羽绒服", "洗鞋"];

    [Theory]
    [InlineData("the red one please", "red")]
    [InlineData("RED", "red")]
    [InlineData("ｒｅｄ", "red")]
    [InlineData("the red and blue ones", "red blue")]
    [InlineData("blue, then red", "blue red")]
    [InlineData("reddish", "")]
    [InlineData("", "")]
    public void Choices_are_found_by_their_words(string utterance, string expected) => Assert.Equal(expected, Values(Find.FindChoices(utterance, Colours)));

    [Theory]
    [InlineData("衬衫", "衬衫")]
    [InlineData("我要白衬衫", "白衬衫")]
    [InlineData("两件羽绒服，谢谢", "羽绒服")]
    [InlineData("洗鞋和羽绒服", "洗鞋 羽绒服")]
    [InlineData("毛衣", "")]
    public void Chinese_choices_are_found_inside_a_sentence(string utterance, string expected) => Assert.Equal(expected, Values(Find.FindChoices(utterance, Laundry)));

    [Fact]
    public void Every_word_of_a_choice_must_be_said_unless_partial_matches_are_allowed()
    {
        Assert.Empty(Find.FindChoices("option", Similar));
        Assert.Equal("option A", Values(Find.FindChoices("option", Similar, new FindChoicesOptions { AllowPartialMatches = true })));
        Assert.Equal("option B", Values(Find.FindChoices("b", Similar, new FindChoicesOptions { AllowPartialMatches = true })));
        Assert.Equal("羽绒服", Values(Find.FindChoices("羽绒", Laundry, new FindChoicesOptions { AllowPartialMatches = true })));
    }

    [Fact]
    public void The_better_of_two_partial_matches_wins()
    {
        var found = Assert.Single(Find.FindChoices("option B please", Similar, new FindChoicesOptions { AllowPartialMatches = true }));

        Assert.Equal(("option B", 1, 1f), (found.Resolution.Value, found.Resolution.Index, found.Resolution.Score));
    }

    [Fact]
    public void Words_in_between_lower_the_score_and_too_many_break_the_match()
    {
        List<string> value = ["second last"];

        Assert.Equal(2f / 3f, Assert.Single(Find.FindChoices("second to last", value)).Resolution.Score, 5);
        Assert.Empty(Find.FindChoices("second from the very last", value));
        Assert.Single(Find.FindChoices("second from the very last", value, new FindChoicesOptions { MaxTokenDistance = 3 }));
        Assert.Empty(Find.FindChoices("last of the second", value));
    }

    [Fact]
    public void Titles_and_synonyms_stand_for_their_choice()
    {
        List<Choice> choices =
        [
            new("bag") { Synonyms = ["sack", "袋"] },
            new("box") { Action = new CardAction { Type = ActionTypes.ImBack, Title = "carton", Value = "box" } },
        ];

        var sack = Assert.Single(Find.FindChoices("a sack", choices)).Resolution;
        Assert.Equal(("bag", 0, "sack"), (sack.Value, sack.Index, sack.Synonym));
        Assert.Equal("bag", Values(Find.FindChoices("两袋", choices)));
        Assert.Equal("box", Values(Find.FindChoices("the carton", choices)));
        Assert.Empty(Find.FindChoices("the carton", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("bag", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void A_find_tells_where_it_was()
    {
        var found = Assert.Single(Find.FindChoices("the RED one", Colours));

        Assert.Equal((4, 6, "RED", "choice"), (found.Start, found.End, found.Text, found.TypeName));
    }

    [Fact]
    public void The_same_value_is_found_once_and_no_word_counts_twice()
    {
        Assert.Equal("red", Values(Find.FindChoices("red red red", Colours)));
        Assert.Equal("白衬衫 衬衫", Values(Find.FindChoices("白衬衫和衬衫", Laundry)));
    }

    [Fact]
    public void A_tokenizer_of_ones_own_is_used()
    {
        var options = new FindChoicesOptions { Tokenizer = static (text, _) => [new Token { Start = 0, End = text.Length - 1, Text = text, Normalized = text }] };

        Assert.Empty(Find.FindChoices("the red one", Colours, options));
        Assert.Single(Find.FindChoices("red", Colours, options));
    }

    [Fact]
    public void Without_choices_it_says_so()
    {
        Assert.Throws<ArgumentNullException>(() => Find.FindChoices("red", (List<string>)null!));
        Assert.Throws<ArgumentNullException>(() => Find.FindChoices("red", (List<Choice>)null!));
        Assert.Throws<ArgumentNullException>(() => Find.FindValues("red", null!));
        Assert.Empty(Find.FindChoices(null!, Colours));
    }

    [Fact]
    public void A_huge_utterance_is_searched_in_linear_time()
    {
        var utterance = string.Concat(Enumerable.Repeat("a ", 32_768));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Find.FindChoices(utterance, ["x y a", "a b", "a"], new FindChoicesOptions { AllowPartialMatches = true });

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static string Values(List<ModelResult<FoundChoice>> found) => string.Join(' ', found.Select(f => f.Resolution.Value));
}
