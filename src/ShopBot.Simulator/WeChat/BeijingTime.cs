namespace ShopBot.Simulator.WeChat;

/// <summary>The platform's days and months end at midnight in Beijing.</summary>
internal static class BeijingTime
{
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime.AddHours(8));

    public static (int Year, int Month) MonthOf(DateTimeOffset moment) => (DayOf(moment).Year, DayOf(moment).Month);
}
