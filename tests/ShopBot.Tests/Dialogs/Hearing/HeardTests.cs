using ShopBot.Dialogs.Hearing;

namespace ShopBot.Tests.Dialogs.Hearing;

public sealed class HeardTests
{
    [Theory]
    [InlineData("  两袋 ", "两袋")]
    [InlineData("👗好", "👗好")]
    [InlineData("a\u202eb\u0000c\u200b", "abc")]
    [InlineData("一\r\n二", "一\n二")]
    [InlineData(null, "")]
    public void What_is_kept_is_fit_to_be_stored(string? typed, string expected) => Assert.Equal(expected, Heard.Clean(typed));

    [Theory]
    [InlineData("Ｈｅｌｐ！！", "help")]
    [InlineData("我的 订单。", "我的 订单")]
    [InlineData("…OK👌", "ok")]
    [InlineData("？？", "")]
    [InlineData("１２", "12")]
    public void Words_are_compared_without_width_case_and_signs(string clean, string expected) => Assert.Equal(expected, Heard.Key(clean));

    // As a fact: halves of letters do not survive in an attribute.
    [Fact]
    public void Halves_of_letters_are_dropped() => Assert.Equal("a👗", Heard.Clean("\ud800a\udc00👗\ud83d"));

    [Fact]
    public void A_quotation_never_cuts_a_letter_in_two() => Assert.Equal("ab…", Heard.Quote("ab👗cdef", 3));
}
