using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class PromptTests
{
    [Fact]
    public async Task Asks_once_and_ends_with_the_answer()
    {
        var chat = Asking(new TextPrompt("p"), Question("Name?"));

        Assert.Equal(["Name?"], await chat.SayAsync("hi"));
        Assert.Equal(["got Ada"], await chat.SayAsync("Ada"));
    }

    [Fact]
    public async Task An_answer_that_will_not_do_is_asked_for_again()
    {
        var chat = Asking(new NumberPrompt<int>("p"), Question("How many?", retry: "A number, please."));
        await chat.SayAsync("hi");

        Assert.Equal(["A number, please."], await chat.SayAsync("many"));
        Assert.Equal(["A number, please."], await chat.SayAsync(""));
        Assert.Equal(["got 3"], await chat.SayAsync("three"));
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_question_comes_again()
    {
        var chat = Asking(new NumberPrompt<int>("p"), Question("How many?"));
        await chat.SayAsync("hi");

        Assert.Equal(["How many?"], await chat.SayAsync("many"));
    }

    [Fact]
    public async Task The_validator_counts_attempts_from_one_and_may_reply_itself()
    {
        var chat = Asking(new TextPrompt("p", async (prompt, ct) =>
        {
            if (prompt.Recognized.Value.Length > 3)
                return true;
            if (prompt.AttemptCount == 2)
                await prompt.Context.SendActivityAsync($"{prompt.AttemptCount} times too short", cancellationToken: ct);
            return false;
        }), Question("Name?", retry: "Longer."));
        await chat.SayAsync("hi");

        Assert.Equal(["Longer."], await chat.SayAsync("A"));
        Assert.Equal(["2 times too short"], await chat.SayAsync("Al"));
        Assert.Equal(["Longer."], await chat.SayAsync("Ada"));
        Assert.Equal(["got Alan"], await chat.SayAsync("Alan"));
    }

    [Fact]
    public async Task The_validator_sees_what_was_not_recognised_and_may_put_a_value()
    {
        var chat = Asking(new NumberPrompt<int>("p", (prompt, _) =>
        {
            if (!prompt.Recognized.Succeeded && prompt.Context.Activity.Text == "all")
                prompt.Recognized.Value = (int)prompt.Options.Validations;
            return Task.FromResult(prompt.Recognized.Succeeded || prompt.Recognized.Value > 0);
        }), new PromptOptions { Prompt = MessageFactory.Text("How many?"), Validations = 12 });
        await chat.SayAsync("hi");

        Assert.Equal(["got 12"], await chat.SayAsync("all"));
    }

    [Fact]
    public async Task What_is_no_message_is_no_attempt()
    {
        var chat = Asking(new TextPrompt("p", (prompt, _) => Task.FromResult(prompt.AttemptCount == 1)), Question("Name?"));
        await chat.SayAsync("hi");

        Assert.Empty(await chat.SayAsync(new Activity(ActivityTypes.Event)));
        Assert.Equal(["got Ada"], await chat.SayAsync("Ada"));
    }

    [Fact]
    public async Task After_an_interruption_the_question_comes_again()
    {
        var chat = Asking(new TextPrompt("p"), Question("Name?", retry: "Again?"), new WaterfallDialog("help",
        [
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync("This is help.", cancellationToken: ct);
                return Dialog.EndOfTurn;
            },
        ]));
        await chat.SayAsync("hi");

        Assert.Equal(["This is help."], await chat.DoAsync(dc => dc.BeginDialogAsync("help")));
        Assert.Equal(["Name?"], await chat.SayAsync("thanks"));
        Assert.Equal(["got Ada"], await chat.SayAsync("Ada"));
    }

    [Fact]
    public async Task A_question_without_input_hint_expects_input()
    {
        var chat = Asking(new TextPrompt("p"), new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "Name?" } });

        Assert.Equal(InputHints.ExpectingInput, Assert.Single(await chat.AnswersAsync(new Activity(ActivityTypes.Message) { Text = "hi" })).InputHint);
    }

    [Fact]
    public async Task A_prompt_needs_an_id_and_its_own_options()
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(null));
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(" "));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<byte>("p"));

        await new DialogChat(new TextPrompt("p")).DoAsync(async dc =>
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => dc.BeginDialogAsync("p", "no options"));
            return Dialog.EndOfTurn;
        });
    }

    [Theory]
    [InlineData("en-us", "I take two", "got 2")]
    [InlineData("en-us", "1,250", "got 1250")]
    [InlineData("zh-cn", "两袋", "got 2")]
    [InlineData("zh-CN", "三千五", "got 3500")]
    [InlineData("zh-TW", "兩百", "got 200")]
    [InlineData("en-us", "2.5", "?")]
    [InlineData("en-us", "99999999999", "?")]
    [InlineData("en-us", null, "?")]
    public async Task A_number_is_read_in_the_language_of_the_message(string locale, string? answer, string expected)
    {
        var chat = Asking(new NumberPrompt<int>("p"), Question("?"), locale);
        await chat.SayAsync("hi");

        Assert.Equal([expected], await chat.SayAsync(answer));
    }

    [Fact]
    public async Task A_number_comes_as_the_type_asked_for()
    {
        Assert.Equal("got 2.5", await AnswerAsync(new NumberPrompt<decimal>("p"), "2.5"));
        Assert.Equal("got 2.5", await AnswerAsync(new NumberPrompt<double>("p"), "2.5"));
        Assert.Equal("got 2.5", await AnswerAsync(new NumberPrompt<float>("p"), "2.5"));
        Assert.Equal("got 99999999999", await AnswerAsync(new NumberPrompt<long>("p"), "99999999999"));
    }

    [Fact]
    public async Task The_prompt_may_say_which_language_the_answer_is_in()
    {
        var chat = Asking(new NumberPrompt<int>("p"), new PromptOptions { Prompt = MessageFactory.Text("?"), RecognizeLanguage = "zh-cn" });
        await chat.SayAsync("hi");

        Assert.Equal(["got 2"], await chat.SayAsync("两袋"));
    }

    [Theory]
    [InlineData("en-us", "yes", "got True")]
    [InlineData("en-us", "2", "got False")]
    [InlineData("en-us", "the first", "got True")]
    [InlineData("en-us", "maybe", "Sure? (1) Yes or (2) No")]
    [InlineData("zh-cn", "好的", "got True")]
    [InlineData("zh-cn", "不用了", "got False")]
    [InlineData("zh-cn", "2", "got False")]
    [InlineData("zh-cn", "再说吧", "Sure? (1) 是 或 (2) 否")]
    public async Task A_yes_or_no_is_understood(string locale, string answer, string expected)
    {
        var chat = Asking(new ConfirmPrompt("p"), Question("Sure?"), locale);
        Assert.Equal([locale == "zh-cn" ? "Sure? (1) 是 或 (2) 否" : "Sure? (1) Yes or (2) No"], await chat.SayAsync("hi"));

        Assert.Equal([expected], await chat.SayAsync(answer));
    }

    [Fact]
    public async Task A_number_confirms_nothing_where_none_were_shown()
    {
        var chat = Asking(new ConfirmPrompt("p") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } }, Question("Sure?"));

        Assert.Equal(["Sure? Yes or No"], await chat.SayAsync("hi"));
        Assert.Equal(["Sure? Yes or No"], await chat.SayAsync("2"));
    }

    [Fact]
    public async Task Yes_and_no_may_be_other_words()
    {
        var chat = Asking(new ConfirmPrompt("p") { ConfirmChoices = Tuple.Create(new Choice("Ship it"), new Choice("Wait")) }, Question("Now?"));

        Assert.Equal(["Now? (1) Ship it or (2) Wait"], await chat.SayAsync("hi"));
        Assert.Equal(["got False"], await chat.SayAsync("wait"));
    }

    [Theory]
    [InlineData("en-us", "blue")]
    [InlineData("en-us", "the third one")]
    [InlineData("en-us", "3")]
    [InlineData("zh-cn", "第三个")]
    public async Task A_choice_is_picked(string locale, string answer)
    {
        var chat = Asking(new ChoicePrompt("p"), Colours(), locale);
        await chat.SayAsync("hi");

        Assert.Equal(["got blue at 2"], await chat.SayAsync(answer));
    }

    [Fact]
    public async Task Choices_are_shown_again_after_an_answer_that_is_none_of_them()
    {
        var options = Colours();
        options.RetryPrompt = MessageFactory.Text("One of these:");
        var chat = Asking(new ChoicePrompt("p"), options);

        Assert.Equal(["Which? (1) red, (2) green, or (3) blue"], await chat.SayAsync("hi"));
        Assert.Equal(["One of these: (1) red, (2) green, or (3) blue"], await chat.SayAsync("mauve"));
    }

    [Theory]
    [InlineData(ListStyle.None, "Which?")]
    [InlineData(ListStyle.Inline, "Which? (1) red，(2) green 或 (3) blue")]
    [InlineData(ListStyle.List, "Which?\n\n   1. red\n   2. green\n   3. blue")]
    public async Task The_options_say_how_choices_are_shown(ListStyle style, string expected)
    {
        var options = Colours();
        options.Style = style;

        Assert.Equal([expected], await Asking(new ChoicePrompt("p") { Style = ListStyle.HeroCard }, options, "zh-cn").SayAsync("hi"));
    }

    [Fact]
    public async Task Buttons_go_with_the_question_and_what_it_brought_stays()
    {
        var options = Colours();
        options.Prompt.Attachments = [new Attachment("image/png", "https://shop.example/red.png")];
        var message = new Activity(ActivityTypes.Message) { Text = "hi" };

        options.Style = ListStyle.SuggestedAction;
        var suggested = Assert.Single(await Asking(new ChoicePrompt("p"), options).AnswersAsync(message));
        Assert.Equal(("Which?", 3, 1), (suggested.Text, suggested.SuggestedActions.Actions.Count, suggested.Attachments.Count));

        options.Style = ListStyle.HeroCard;
        var card = Assert.Single(await Asking(new ChoicePrompt("p"), options).AnswersAsync(message));
        Assert.Equal(["image/png", HeroCard.ContentType], card.Attachments.Select(a => a.ContentType));
        Assert.Single(options.Prompt.Attachments);
    }

    [Fact]
    public async Task Pictures_are_waited_for()
    {
        var chat = Asking(new AttachmentPrompt("p"), Question("Photo?"));
        await chat.SayAsync("hi");

        Assert.Equal(["Photo?"], await chat.SayAsync("later"));
        var photo = new Activity(ActivityTypes.Message) { Attachments = [new Attachment("image/png", "a"), new Attachment("image/png", "b")] };
        Assert.Equal(["got 2 attachments"], await chat.SayAsync(photo));
    }

    private static async Task<string> AnswerAsync(Dialog prompt, string answer)
    {
        var chat = Asking(prompt, Question("?"));
        await chat.SayAsync("hi");
        return Assert.Single(await chat.SayAsync(answer));
    }

    private static DialogChat Asking(Dialog prompt, PromptOptions options, params Dialog[] others) => Asking(prompt, options, "en-us", others);

    /// <summary>A waterfall that prompts "p" and says what it got.</summary>
    private static DialogChat Asking(Dialog prompt, PromptOptions options, string locale, params Dialog[] others)
    {
        var root = new WaterfallDialog("root",
        [
            (step, ct) => step.PromptAsync("p", options, ct),
            async (step, ct) =>
            {
                var got = step.Result switch
                {
                    FoundChoice choice => $"{choice.Value} at {choice.Index}",
                    IList<Attachment> attachments => $"{attachments.Count} attachments",
                    var other => FormattableString.Invariant($"{other}"),
                };
                await step.Context.SendActivityAsync($"got {got}", cancellationToken: ct);
                return await step.EndDialogAsync(step.Result, ct);
            },
        ]);
        return new DialogChat([root, prompt, .. others]) { Locale = locale };
    }

    private static PromptOptions Colours() => new() { Prompt = MessageFactory.Text("Which?"), Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]) };

    private static PromptOptions Question(string text, string? retry = null) =>
        new() { Prompt = MessageFactory.Text(text), RetryPrompt = retry is null ? null : MessageFactory.Text(retry) };
}
