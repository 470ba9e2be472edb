using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Undoing;

namespace ShopBot.Shops.Shifts;

internal static class ShiftsFeature
{
    /// <summary>Staff at work: who is there, who fetches what, and taking back.</summary>
    public static IServiceCollection AddShifts(this IServiceCollection services)
    {
        // Where content is read, it has the rules.
        services.TryAddSingleton<IShiftRules, UsualShiftRules>();
        services.AddSingleton<StartShift>().AddSingleton<EndShift>().AddSingleton<ShiftReader>().AddSingleton<NoteDigest>().AddSingleton<IDeadline, ShiftEnd>();
        services.AddSingleton<FetchBook>().AddSingleton<IOrderFollower>(given => given.GetRequiredService<FetchBook>())
            .AddSingleton<TakeFetch>().AddSingleton<GiveBackFetch>().AddSingleton<ReportNobodyHome>().AddSingleton<RoundReader>()
            .AddSingleton<IDeadline, UntakenFetch>().AddSingleton<IDeadline, IgnoredFetch>().AddSingleton<IDeadline, MissedFetch>();
        return services.AddSingleton<UndoMove>();
    }
}
