namespace ShopBot.Testing.Months;

/// <summary>How long a simulated stretch of shop life is, and how lively.</summary>
/// <param name="People">Customers of both demo shops together.</param>
/// <param name="Seed">The same seed makes the same people do the same things.</param>
public sealed record MonthPlan(int People, int Days, int Seed = 1)
{
    /// <summary>Chance that a customer does something on a day.</summary>
    public double Activity { get; init; } = 0.12;

    /// <summary>Customer-service messages a day of the account whose quota is small.</summary>
    public int SmallQuota { get; init; } = 20;

    /// <summary>Orders the staff of a shop move on in an hour.</summary>
    public int MovesPerHour { get; init; } = Math.Max(6, People / 80);

    /// <summary>Hours of the shop's day that are lived at once.</summary>
    public int HoursAtOnce { get; init; } = 1;

    /// <summary>People who act at the same time.</summary>
    public int AtOnce { get; init; } = 8;
}
