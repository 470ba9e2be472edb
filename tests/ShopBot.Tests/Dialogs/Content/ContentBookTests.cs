using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShopBot.Dialogs;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;

namespace ShopBot.Tests.Dialogs.Content;

public sealed class ContentBookTests : IDisposable
{
    private readonly ContentFolder _folder = ContentFolder.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_shops_own_words_replace_single_texts_and_leave_the_others()
    {
        _folder.Write("shops/eunchae/ordering/wording.zh-CN.yaml", "ask-name: 请问贵姓？");
        var content = DialogContent.Read(_folder.Root);

        Assert.Equal("请问贵姓？", content.For("eunchae").In(Languages.Chinese).Say(new OrderingTexts.AskName()));
        Assert.Equal("怎么称呼你？", content.For("laundry").In(Languages.Chinese).Say(new OrderingTexts.AskName()));
        Assert.Equal("留个手机号，有事好联系你。", content.For("eunchae").In(Languages.Chinese).Say(new OrderingTexts.AskPhone()));
        Assert.Equal("怎么称呼你？", content.For("a-new-shop").In(Languages.Chinese).Say(new OrderingTexts.AskName()));
    }

    [Fact]
    public void What_is_filled_in_is_never_read_as_a_placeholder()
    {
        var voice = DialogContent.Read(_folder.Root).For("laundry").In(Languages.English);

        Assert.Contains("{said} {product}", voice.Say(new OrderingTexts.PhoneUnusable("{said} {product}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shops_own_list_of_words_replaces_the_one_of_that_meaning()
    {
        _folder.Write("shops/eunchae/front-desk/words.yaml", "order: [上新, new in]");
        var commands = DialogContent.Read(_folder.Root).For("eunchae").Commands;

        Assert.Equal(Command.Order, commands.Find("上新"));
        Assert.Null(commands.Find("下单"));
        Assert.Equal(Command.Cancel, commands.Find("取消"));
    }

    [Fact]
    public void A_reload_takes_the_new_words_and_a_turn_under_way_keeps_the_old_ones()
    {
        var book = Open();
        var turn = book.Current.For("laundry").In(Languages.Chinese);
        _folder.Replace("ordering/wording.zh-CN.yaml", "ask-name:", "ask-name: 您贵姓？");

        Assert.Empty(book.Reload());

        Assert.Equal("怎么称呼你？", turn.Say(new OrderingTexts.AskName()));
        Assert.Equal("您贵姓？", book.Current.For("laundry").In(Languages.Chinese).Say(new OrderingTexts.AskName()));
    }

    [Fact]
    public void A_bad_reload_keeps_the_last_good_words_and_shows_what_is_wrong()
    {
        var book = Open();
        var line = _folder.Replace("ordering/wording.zh-CN.yaml", "ask-name:", "ask-name: 您{贵姓}？");

        var errors = book.Reload();

        Assert.Equal(line, Assert.Single(errors).Line);
        Assert.Equal(errors, book.Errors);
        Assert.Equal("怎么称呼你？", book.Current.For("laundry").In(Languages.Chinese).Say(new OrderingTexts.AskName()));
        _folder.Replace("ordering/wording.zh-CN.yaml", "ask-name:", "ask-name: 怎么称呼？");
        Assert.Empty(book.Reload());
        Assert.Empty(book.Errors);
    }

    [Fact]
    public void A_folder_that_does_not_fit_stops_the_start_with_a_line_for_each_thing_wrong()
    {
        _folder.Replace("ordering/wording.zh-CN.yaml", "ask-name:", "ask-nmae: 怎么称呼你？");

        var result = new DialogsOptionsCheck().Validate(null, new DialogsOptions { Path = _folder.Root });

        Assert.True(result.Failed);
        Assert.Equal(2, result.Failures!.Count());
        Assert.All(result.Failures!, f => Assert.Matches(@"^ordering/wording\.zh-CN\.yaml:\d+: ", f));
    }

    private ContentBook Open() => new(Options.Create(new DialogsOptions { Path = _folder.Root }), NullLogger<ContentBook>.Instance);
}
