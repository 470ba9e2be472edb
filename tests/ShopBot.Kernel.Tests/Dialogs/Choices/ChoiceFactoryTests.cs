using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs.Choices;

public sealed class ChoiceFactoryTests
{
    private static readonly IList<Choice> Three = ChoiceFactory.ToChoices(["red", "green", "blue"]);

    [Fact]
    public void In_the_sentence_choices_are_numbered_and_joined()
    {
        Assert.Equal("Pick: (1) red, (2) green, or (3) blue", ChoiceFactory.Inline(Three, "Pick:").Text);
        Assert.Equal("Pick: (1) red or (2) green", ChoiceFactory.Inline([.. Three.Take(2)], "Pick:").Text);
        Assert.Equal("选： (1) red，(2) green 或 (3) blue", ChoiceFactory.Inline(Three, "选：", options: new ChoiceFactoryOptions("，", " 或 ", " 或 ", true)).Text);
        Assert.Equal("Pick: red, green, or blue", ChoiceFactory.Inline(Three, "Pick:", options: new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
        Assert.Equal(InputHints.ExpectingInput, ChoiceFactory.Inline(Three).InputHint);
    }

    [Fact]
    public void No_choices_at_all_are_no_error()
    {
        Assert.Equal("Pick:", ChoiceFactory.Inline(null!, "Pick:").Text.Trim());
        Assert.Equal("Pick:", ChoiceFactory.List((IList<Choice>)null!, "Pick:").Text.Trim());
        Assert.Empty(ChoiceFactory.SuggestedAction((IList<Choice>)null!, "Pick:").SuggestedActions.Actions);
        Assert.Empty(((HeroCard)ChoiceFactory.HeroCard(null!, "Pick:").Attachments[0].Content).Buttons);
        Assert.Equal("Pick:", ChoiceFactory.ForChannel(Channels.Sms, null!, "Pick:").Text.Trim());
        Assert.Empty(ChoiceFactory.ToChoices(null!));
    }

    [Fact]
    public void As_a_list_choices_stand_one_a_line()
    {
        Assert.Equal("Pick:\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Three, "Pick:").Text);
        Assert.Equal("Pick:\n\n   - red\n   - green\n   - blue", ChoiceFactory.List(Three, "Pick:", options: new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    [Fact]
    public void Buttons_say_the_value_unless_the_choice_brings_its_own()
    {
        List<Choice> choices = [new("red"), new("b") { Action = new CardAction { Type = ActionTypes.PostBack, Title = "Blue!", Value = "b" } }];

        var actions = ChoiceFactory.SuggestedAction(choices, "Pick").SuggestedActions.Actions;

        Assert.Equal([(ActionTypes.ImBack, "red", "red"), (ActionTypes.PostBack, "Blue!", "b")], actions.Select(a => (a.Type, a.Title, (string)a.Value)));
        var card = Assert.IsType<HeroCard>(Assert.Single(ChoiceFactory.HeroCard(choices, "Pick").Attachments).Content);
        Assert.Equal(("Pick", 2), (card.Text, card.Buttons.Count));
    }

    [Theory]
    [InlineData(Channels.Emulator, 3, "suggested")]
    [InlineData(Channels.Line, 13, "suggested")]
    [InlineData(Channels.Line, 14, "card")]
    [InlineData(Channels.Slack, 3, "card")]
    [InlineData("wechat", 3, "inline")]
    [InlineData("wechat", 4, "list")]
    [InlineData("weibo", 2, "inline")]
    [InlineData(Channels.Test, 4, "list")]
    [InlineData(null, 2, "inline")]
    public void The_channel_and_the_count_decide_the_style(string? channel, int count, string expected)
    {
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(i => $"c{i}")]);

        var message = ChoiceFactory.ForChannel(channel!, choices, "Pick");

        var style = message.SuggestedActions is not null ? "suggested" : message.Attachments.Count > 0 ? "card" : message.Text.Contains('\n') ? "list" : "inline";
        Assert.Equal(expected, style);
    }

    [Fact]
    public void Titles_too_long_for_a_button_make_a_list() =>
        Assert.Contains("\n   1. ", ChoiceFactory.ForChannel(Channels.Emulator, [new Choice("a title of more than twenty letters"), new Choice("b")], "Pick").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(Channels.Line, 13, true)]
    [InlineData(Channels.Line, 14, false)]
    [InlineData(Channels.Emulator, 100, true)]
    [InlineData("wechat", 1, false)]
    [InlineData("weibo", 1, false)]
    [InlineData(Channels.Test, 1, false)]
    public void A_channel_that_is_not_known_has_no_buttons(string channel, int count, bool expected) =>
        Assert.Equal(expected, Channel.SupportsSuggestedActions(channel, count));
}
