using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Intents;
using Xunit.Abstractions;

namespace ShopBot.Tests.Dialogs.Intents;

public sealed class IntentModelTests(ITestOutputHelper output)
{
    private const int Folds = 5;
    private const float Sure = 0.6f;

    private static readonly ShopIntents Content = DialogContent.Read(ContentFolder.Original).For("laundry").Intents;

    [Fact]
    public void Examples_the_model_never_saw_are_told_rightly_and_with_honest_confidence()
    {
        var told = Enumerable.Range(0, Folds).AsParallel().SelectMany(fold =>
        {
            var model = IntentModel.Learn([.. Content.Examples.Where((_, i) => i % Folds != fold)], Content.Gist);
            return Content.Examples.Where((_, i) => i % Folds == fold).Select(e => (Example: e, model.Read(e.Said).Best)).ToList();
        }).ToList();
        Print(told);

        var sure = told.Where(t => t.Best.Confidence >= Sure).ToList();
        Assert.InRange(ShareRight(told), 0.86, 1);
        Assert.InRange(ShareRight(sure), 0.92, 1);
        Assert.InRange(Math.Abs(ShareRight(sure) - sure.Average(t => t.Best.Confidence)), 0, 0.04);
    }

    [Theory]
    [InlineData("两袋明天", "三支后天")]
    [InlineData("要兩袋洗衣", "要两袋洗衣")]
    [InlineData("ＨＯＷ　ＭＵＣＨ is a bag?", "how much is a bag?")]
    [InlineData("call me on 13812345678", "call me on 021-62345678")]
    [InlineData("please cancel my lip tint", "please cancel my sheet mask")]
    public void What_changes_nothing_about_the_wish_changes_nothing(string one, string other) =>
        Assert.Equal(Content.Model.Read(one).Guesses, Content.Model.Read(other).Guesses);

    [Fact]
    public void The_same_examples_make_the_same_model_bit_for_bit()
    {
        var (one, other) = (IntentModel.Learn(Content.Examples, Content.Gist), IntentModel.Learn(Content.Examples, Content.Gist));

        foreach (var example in Content.Examples.Take(300))
            Assert.Equal(one.Read(example.Said).Guesses, other.Read(example.Said).Guesses);
    }

    [Theory]
    [InlineData("洗\ud800")]
    [InlineData("xqzv jkkw pqpq")]
    [InlineData("ᚠᚢᚦᚨᚱᚲ")]
    public void Of_what_is_like_no_example_nothing_is_sure(string said) => Assert.InRange(Content.Model.Read(said).Best.Confidence, 0, Sure);

    [Fact]
    public void Any_length_can_be_read() => Assert.Equal(1, Content.Model.Read(new string('洗', 100_000)).Guesses.Sum(g => g.Confidence), 3);

    private static double ShareRight(List<(IntentExample Example, IntentGuess Best)> told) =>
        told.Count(t => t.Best.Intent == t.Example.Intent) / (double)told.Count;

    private void Print(List<(IntentExample Example, IntentGuess Best)> told)
    {
        var intents = Enum.GetValues<Intent>();
        output.WriteLine($"{told.Count} examples, each told by a model that never saw it: {ShareRight(told):P1} right. Rows: meant; columns: told.");
        output.WriteLine($"{"",-10}" + string.Concat(intents.Select(i => $"{i,10}")));
        foreach (var meant in intents)
            output.WriteLine($"{meant,-10}" + string.Concat(intents.Select(i => $"{told.Count(t => t.Example.Intent == meant && t.Best.Intent == i),10}")));
        foreach (var tenth in told.GroupBy(t => Math.Min(9, (int)(t.Best.Confidence * 10))).OrderBy(g => g.Key))
            output.WriteLine($"confidence 0.{tenth.Key}: {tenth.Count(),5}, {ShareRight([.. tenth]):P0} right");
    }
}
