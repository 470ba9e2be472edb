using ShopBot.Testing.Months;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>A week of both demo shops: people follow, order, tap, scan, leave, refuse and return; tokens are stolen; one account's quota is small.</summary>
public sealed class ShopWeekTests
{
    [Fact]
    public async Task Nothing_the_platform_refused_could_have_been_foreseen_from_what_it_had_told()
    {
        var report = await ShopMonth.RunAsync(new MonthPlan(People: 100, Days: 7) { Activity = 0.25, SmallQuota = 2, HoursAtOnce = 7 });

        Assert.True(!report.Ledger.Foreseeable.Any() && report.Ledger.BadAnswers == 0, report.ToString());
        Assert.True(report.Completed > 0 && report.Thefts > 0, report.ToString());
    }
}
