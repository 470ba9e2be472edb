using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Intents;

namespace ShopBot.Tests.Dialogs.Intents;

public sealed class IntentContentTests : IDisposable
{
    private readonly ContentFolder _folder = ContentFolder.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_intent_has_sixty_examples_or_more_in_each_language()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Root, "intents"), "*-*.yaml").Where(f => !f.Contains("wording.", StringComparison.Ordinal)))
            Assert.True(File.ReadLines(file).Count(l => l.StartsWith("  - ", StringComparison.Ordinal)) >= 60, file);
    }

    [Fact]
    public void A_shops_own_examples_are_added_to_those_of_all_shops()
    {
        _folder.Write("shops/eunchae/intents/survey.zh-CN.yaml", "examples:", "  - 小红花在哪里领");
        var content = DialogContent.Read(_folder.Root);

        Assert.Equal(Intent.Survey, content.For("eunchae").Intents.Model.Read("小红花在哪里领").Best.Intent);
        Assert.DoesNotContain(content.For("laundry").Intents.Examples, e => e.Said == "小红花在哪里领");
    }

    [Fact]
    public void Content_without_a_new_example_is_not_learnt_again()
    {
        var model = DialogContent.Read(_folder.Root).For("laundry").Intents.Model;
        _folder.Replace("ordering/wording.zh-CN.yaml", "ask-name:", "ask-name: 您贵姓？");

        Assert.Same(model, DialogContent.Read(_folder.Root).For("laundry").Intents.Model);

        _folder.Add("intents/order.zh-CN.yaml", "  - 整两袋呗大哥");
        Assert.NotSame(model, DialogContent.Read(_folder.Root).For("laundry").Intents.Model);
    }

    [Fact]
    public void What_does_not_fit_is_named_with_file_and_line()
    {
        _folder.Write("intents/oder.zh-CN.yaml", "examples: [要两袋]")
            .Write("shops/laundry/intents/order.en-US.yaml", "examples:", "  - where is my order", "  - \" \"", "  - [a, b]")
            .Write("shops/laundry/intents/survey.en-US.yaml", "example:", "  - survey me");
        var line = _folder.Lines("intents/alike.yaml").Length + 1;
        _folder.Add("intents/alike.yaml", "again: [问卷]");
        File.Delete(Path.Combine(_folder.Root, "intents/thanks.en-US.yaml"));

        var errors = Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root)).Errors.Select(e => e.ToString()).ToList();

        Assert.Equal(7, errors.Count);
        Assert.Contains(errors, e => e.StartsWith($"intents/alike.yaml:{line}: '问卷' stands in 'again' and in 'survey' before.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("intents/oder.zh-CN.yaml:1: No file of this name is read. Did you mean 'order.zh-CN.yaml'?", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("intents/thanks.en-US.yaml:1: The file is missing.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("shops/laundry/intents/order.en-US.yaml:2: 'where is my order' stands here and for 'my-orders' before.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("shops/laundry/intents/order.en-US.yaml:3: An example says nothing.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("shops/laundry/intents/order.en-US.yaml:4: An example should be one text.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("shops/laundry/intents/survey.en-US.yaml:1: 'example' is nothing this file has.", StringComparison.Ordinal));
    }
}
