using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class DateTimeTests
{
    /// <summary>A Monday morning.</summary>
    private static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0);

    [Theory]
    [InlineData("两袋，后天下午三点半", "后天下午三点半: 2026-03-04 15:30:00")]
    [InlineData("两件衬衫明天下午取", "明天下午: 2026-03-03 12:00:00~2026-03-03 16:00:00")]
    [InlineData("改到后天", "后天: 2026-03-04")]
    [InlineData("明儿两 点半", "明儿两 点半: 2026-03-03 02:30:00 2026-03-03 14:30:00")]
    [InlineData("下個禮拜三", "下個禮拜三: 2026-03-11")]
    [InlineData("周五前要", "周五前: ~2026-02-27 ~2026-03-06")]
    [InlineData("今晚7点以后", "今晚7点以后: 2026-03-02 19:00:00~")]
    [InlineData("明天3-5点", "明天3-5点: 2026-03-03 03:00:00~2026-03-03 05:00:00 2026-03-03 15:00:00~2026-03-03 17:00:00")]
    [InlineData("差五分三点", "差五分三点: 02:55:00 14:55:00")]
    [InlineData("晚上12点", "晚上12点: 00:00:00")]
    [InlineData("半小时后", "半小时后: 2026-03-02 10:30:00")]
    [InlineData("一个半小时", "一个半小时: 5400")]
    [InlineData("本月底", "本月底: 2026-03-16~2026-04-01")]
    public void Chinese_in_a_shop(string text, string expected) => Assert.Equal(expected, Read(text, Culture.Chinese));

    [Theory]
    [InlineData("2 bags tomorrow 3pm please", "tomorrow 3pm: 2026-03-03 15:00:00")]
    [InlineData("next Friday after 5", "next friday after 5: 2026-03-13 05:00:00~ 2026-03-13 17:00:00~")]
    [InlineData("2 shirts by friday 5pm", "by friday 5pm: ~2026-02-27 17:00:00 ~2026-03-06 17:00:00")]
    [InlineData("sometime between 9am and noon", "between 9am and noon: 09:00:00~12:00:00")]
    [InlineData("tomorrow morning at 8:30", "tomorrow morning at 8:30: 2026-03-03 08:30:00")]
    [InlineData("half past eight pm", "half past eight pm: 20:30:00")]
    [InlineData("in half an hour", "in half an hour: 2026-03-02 10:30:00")]
    [InlineData("2026-03-16T12:23:59", "2026-03-16t12:23:59: 2026-03-16 12:23:59")]
    [InlineData("from 4 to 22 this month", "from 4 to 22 this month: 2026-03-04~2026-03-22")]
    [InlineData("2 days ago at 5pm", "2 days ago at 5pm: 2026-02-28 17:00:00")]
    public void English_in_a_shop(string text, string expected) => Assert.Equal(expected, Read(text, Culture.English));

    [Theory]
    [InlineData("除夕", "2026-02-16 2027-02-05")]
    [InlineData("今年春节", "2026-02-17")]
    [InlineData("中秋节", "2025-10-06 2026-09-25")]
    [InlineData("2025年中秋", "2025-10-06")] // behind the leap month of that year
    [InlineData("端午", "2025-05-31 2026-06-19")]
    [InlineData("清明节", "2025-04-04 2026-04-05")]
    [InlineData("母亲节", "2025-05-11 2026-05-10")]
    [InlineData("国庆节", "2025-10-01 2026-10-01")]
    public void Festivals_have_the_days_of_their_calendar(string text, string days) => Assert.Equal($"{text}: {days}", Read(text, Culture.Chinese));

    [Theory]
    [InlineData("有一点脏", Culture.Chinese)]
    [InlineData("快一点", Culture.Chinese)]
    [InlineData("早餐", Culture.Chinese)]
    [InlineData("两三天", Culture.Chinese)]
    [InlineData("《明日之后》", Culture.Chinese)]
    [InlineData("138-0013-8000", Culture.Chinese)]
    [InlineData("It may be", Culture.English)]
    [InlineData("5 shirts, 2 bags", Culture.English)]
    [InlineData("a second bag", Culture.English)]
    [InlineData("192.168.1.20", Culture.English)]
    [InlineData("", Culture.English)]
    public void What_only_looks_like_a_date_is_none(string text, string culture) => Assert.Equal("", Read(text, culture));

    [Fact]
    public void A_repetition_has_a_timex_and_no_day()
    {
        var value = Assert.Single(Values(Assert.Single(DateTimeRecognizer.RecognizeDateTime("每周一下午八点", Culture.Chinese, refTime: Now))));

        Assert.Equal(("XXXX-WXX-1T20", "set", "not resolved"), (value["timex"], value["type"], value["value"]));
    }

    [Fact]
    public void Without_a_time_of_asking_now_counts()
    {
        var value = Assert.Single(Values(Assert.Single(DateTimeRecognizer.RecognizeDateTime("今天", Culture.Chinese))));

        Assert.InRange(DateTime.Parse(value["value"], System.Globalization.CultureInfo.InvariantCulture), DateTime.Today.AddDays(-1), DateTime.Today);
    }

    private static string Read(string text, string culture) => string.Join("; ", DateTimeRecognizer.RecognizeDateTime(text, culture, refTime: Now)
        .Select(found => $"{found.Text}: {string.Join(" ", Values(found).Select(value =>
            value.TryGetValue("value", out var point) ? point : $"{value.GetValueOrDefault("start")}~{value.GetValueOrDefault("end")}"))}"));

    private static List<Dictionary<string, string>> Values(ModelResult found) => (List<Dictionary<string, string>>)found.Resolution["values"];
}
