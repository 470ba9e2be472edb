using ShopBot.Dialogs.Content;

namespace ShopBot.Tests.Dialogs.Wording;

public sealed class WordingCheckTests : IDisposable
{
    private const string Chinese = "ordering/wording.zh-CN.yaml";
    private readonly ContentFolder _folder = ContentFolder.Copy();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_words_of_the_checkout_are_complete_in_both_languages() =>
        DialogContent.Read(ContentFolder.Original);

    [Fact]
    public void A_missing_text_is_named_with_what_it_may_hold()
    {
        _folder.Replace(Chinese, "quantity-left:", null);

        var error = Assert.Single(Errors());

        Assert.Equal(Chinese, error.File);
        Assert.Equal(_folder.Lines(Chinese).Length + 1, error.Line);
        Assert.Contains("'quantity-left' is missing", error.What, StringComparison.Ordinal);
        Assert.Contains("{item} {left} {unit}", error.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_text_is_shown_with_its_line_and_the_name_meant()
    {
        var line = _folder.Replace(Chinese, "ask-name:", "ask-nmae: 怎么称呼你？");

        var errors = Errors();

        Assert.Contains(errors, e => e.Line == line && e.What.Contains("'ask-nmae'", StringComparison.Ordinal) && e.Mend.Contains("'ask-name'", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.What.Contains("'ask-name' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_placeholder_is_shown_with_its_line_and_those_there_are()
    {
        var line = _folder.Replace(Chinese, "product-sold-out:", "product-sold-out: \"{produkt}卖完了\"");

        var error = Assert.Single(Errors());

        Assert.Equal(line, error.Line);
        Assert.Contains("{produkt}", error.What, StringComparison.Ordinal);
        Assert.Contains("'product'", error.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Inside_a_block_the_line_of_the_placeholder_is_named()
    {
        var start = _folder.Replace(Chinese, "  合计 {total}", "  合计 {sum}");

        var error = Assert.Single(Errors());

        Assert.Equal(start, error.Line);
    }

    [Fact]
    public void A_lone_bracket_and_an_empty_text_are_refused()
    {
        var bracket = _folder.Replace(Chinese, "same-as-last:", "same-as-last: \"和上次{一样\"");
        var empty = _folder.Replace(Chinese, "not-same-as-last:", "not-same-as-last:");

        Assert.Equal([bracket, empty], Errors().Select(e => e.Line));
    }

    [Fact]
    public void Broken_yaml_is_shown_with_its_line()
    {
        var line = _folder.Replace(Chinese, "ask-name:", "ask-name: \"怎么称呼你");

        var error = Assert.Single(Errors());

        Assert.Equal(Chinese, error.File);
        Assert.InRange(error.Line, line, line + 2);
        Assert.Contains("YAML", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_written_twice_is_shown()
    {
        _folder.Add(Chinese, "ask-name: 你叫什么？");

        var error = Assert.Single(Errors());

        Assert.Equal(_folder.Lines(Chinese).Length, error.Line);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_named()
    {
        File.WriteAllBytes(Path.Combine(_folder.Root, Chinese), [0x61, 0x3A, 0x20, 0xC4, 0xE3]);

        Assert.Contains("UTF-8", Assert.Single(Errors()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_missing_folder_are_named()
    {
        File.Delete(Path.Combine(_folder.Root, Chinese));

        Assert.Equal(Chinese, Assert.Single(Errors()).File);
        var nowhere = Assert.Throws<ContentException>(() => DialogContent.Read(Path.Combine(_folder.Root, "nowhere")));
        Assert.Contains("Dialogs:Path", Assert.Single(nowhere.Errors).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_nobody_would_read_is_an_error()
    {
        _folder.Write("shops/laundry/orderring/wording.zh-CN.yaml", "ask-name: 称呼？");
        _folder.Write("shops/laundry/ordering/wording.zh.yaml", "ask-name: 称呼？");

        var errors = Errors();

        Assert.Equal(2, errors.Count);
        Assert.Contains(errors, e => e.Mend.Contains("'ordering'", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Mend.Contains("'wording.zh-CN.yaml'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_would_mean_two_things_is_an_error()
    {
        var line = _folder.Replace("front-desk/words.yaml", "back:", "back: [返回, 取消]");

        var error = Assert.Single(Errors());

        Assert.Equal(line, error.Line);
        Assert.Contains("'cancel'", error.What, StringComparison.Ordinal);
    }

    private IReadOnlyList<ContentError> Errors() => Assert.Throws<ContentException>(() => DialogContent.Read(_folder.Root)).Errors;
}
