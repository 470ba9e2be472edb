using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class PromptCultureModelsTests
{
    [Theory]
    [InlineData("zh-CN", "zh-cn")]
    [InlineData("zh-TW", "zh-cn")]
    [InlineData("zh", "zh-cn")]
    [InlineData("EN-gb", "en-us")]
    [InlineData("fr-ca", "fr-fr")]
    [InlineData("xx-YY", "xx-yy")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_culture_maps_to_the_nearest_of_its_language(string? culture, string? expected) =>
        Assert.Equal(expected, PromptCultureModels.MapToNearestLanguage(culture!));

    [Fact]
    public void Chinese_and_English_say_yes_and_no_well()
    {
        var (chinese, english) = (PromptCultureModels.Chinese, PromptCultureModels.English);

        Assert.Equal(("zh-cn", "是", "否", "，", " 或 "), (chinese.Locale, chinese.YesInLanguage, chinese.NoInLanguage, chinese.Separator, chinese.InlineOr));
        Assert.Equal(("Yes", "No", ", ", " or ", ", or "), (english.YesInLanguage, english.NoInLanguage, english.Separator, english.InlineOr, english.InlineOrMore));
        Assert.Equal(14, PromptCultureModels.GetSupportedCultures().DistinctBy(m => m.Locale).Count());
    }
}
