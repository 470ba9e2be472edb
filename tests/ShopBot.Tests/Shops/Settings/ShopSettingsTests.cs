using ShopBot.Shops.Settings;

namespace ShopBot.Tests.Shops.Settings;

public sealed class ShopSettingsTests
{
    [Theory]
    [InlineData("eunchae", "Asia/Shanghai", "CNY", "zh-CN")]
    [InlineData("shop-2", "Europe/Berlin", "EUR", "en-US")]
    public void A_shop_written_as_the_readme_says_has_no_problem(string id, string zone, string currency, string culture) =>
        Assert.Empty(new ShopSettings { Id = id, Name = "恩彩", TimeZone = zone, Currency = currency, Culture = culture, Offers = { Offer.Goods, Offer.Laundry } }.Problems());

    [Fact]
    public void A_shop_needs_only_its_name_and_what_it_offers() =>
        Assert.Equal(["Shops:new:Name", "Shops:new:Offers"], new ShopSettings { Id = "new" }.Problems().Select(p => p.Setting));

    [Theory]
    [InlineData("Shops:Eunchae", "Eunchae")]
    [InlineData("Shops:eun chae", "eun chae")]
    [InlineData("Shops:恩彩", "恩彩")]
    [InlineData("Shops:a/../b", "a/../b")]
    [InlineData("Shops:", "")]
    public void A_name_that_cannot_stand_in_an_address_is_a_problem(string setting, string id) =>
        Assert.Equal(setting, Assert.Single(Good(id).Problems()).Setting);

    [Fact]
    public void A_name_has_forty_letters_at_most()
    {
        Assert.Empty(Good(new string('a', 40)).Problems());
        Assert.Single(Good(new string('a', 41)).Problems());
    }

    [Theory]
    [InlineData("Beijing")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public void A_time_zone_nobody_knows_is_a_problem(string zone)
    {
        var shop = Good();
        shop.TimeZone = zone;

        Assert.Equal("Shops:eunchae:TimeZone", Assert.Single(shop.Problems()).Setting);
    }

    [Theory]
    [InlineData("yuan")]
    [InlineData("cny")]
    [InlineData("¥")]
    [InlineData("ＣＮＹ")]
    [InlineData("")]
    public void A_currency_that_is_no_code_is_a_problem(string currency)
    {
        var shop = Good();
        shop.Currency = currency;

        Assert.Equal("Shops:eunchae:Currency", Assert.Single(shop.Problems()).Setting);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("de-DE")]
    [InlineData("ZH-cn")]
    [InlineData("")]
    public void A_language_the_bot_does_not_speak_is_a_problem(string culture)
    {
        var shop = Good();
        shop.Culture = culture;

        Assert.Equal("Shops:eunchae:Culture", Assert.Single(shop.Problems()).Setting);
    }

    [Theory]
    [InlineData]
    [InlineData((Offer)7)]
    [InlineData(Offer.Goods, Offer.Goods)]
    public void Offers_are_one_or_more_of_those_there_are(params Offer[] offers)
    {
        var shop = Good();
        shop.Offers.Clear();
        foreach (var offer in offers)
            shop.Offers.Add(offer);

        Assert.Equal("Shops:eunchae:Offers", Assert.Single(shop.Problems()).Setting);
    }

    [Fact]
    public void All_problems_are_said_at_once_and_each_with_its_mend()
    {
        var problems = new ShopSettings { Id = "B A D", Name = " ", TimeZone = "x", Currency = "x", Culture = "x", Offers = { Offer.Goods, Offer.Goods } }.Problems().ToList();

        Assert.Equal(6, problems.Count);
        Assert.All(problems, p => Assert.True(p.Wrong.Length > 0 && p.Write.Length > 0));
    }

    [Fact]
    public void The_book_knows_its_shops_by_their_exact_names()
    {
        var book = new ShopBook([Good("eunchae"), Good("laundry")]);

        Assert.True(book.Contains("laundry"));
        Assert.False(book.Contains("Laundry"));
        Assert.Equal("eunchae", book["eunchae"].Id);
        Assert.Contains("'nowhere'", Assert.Throws<KeyNotFoundException>(() => book["nowhere"]).Message, StringComparison.Ordinal);
    }

    private static ShopSettings Good(string id = "eunchae") => new() { Id = id, Name = "恩彩", Offers = { Offer.Goods } };
}
