using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;

namespace ShopBot.Testing.Shops;

/// <summary>The same rules for every shop, as a test sets them; null = nothing is brought back in windows.</summary>
public sealed class SetReturns : IReturnRules
{
    public ReturnRules? Now { get; set; }

    public ReturnRules? For(string shop) => Now;
}

public sealed partial class TestShop
{
    /// <summary>Reminded after a day, told to staff a day later, asked again after two; kept at the shop after two trips for nothing.</summary>
    public static ReturnRules TwoTrips { get; } = new(
        TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.FromHours(48), Attempts: 2, TimeSpan.FromHours(1), MostPieces: 300);

    /// <summary>An order that is washed and waits for its way back.</summary>
    public async Task<int> CleanAsync(MetCustomer customer, BoundStaff staff, int bags = 1, string seal = "E0231")
    {
        Returns.Now = TwoTrips;
        var number = await SealAsync(customer, staff, seal, bags);
        await MoveAsync(staff, number, OrderState.Washing);
        await MoveAsync(staff, number, OrderState.Ready);
        return number;
    }

    public Task<BookReturnResult> BookReturnAsync(MetCustomer customer, int number, PickupWindow to) => Get<BookReturn>().RunAsync(
        Id, NextKey(), new ReturnRequest(customer.Id, number, to, DateTimeOffset.MaxValue, UsualMoves), Never);

    public Task<SettleReturnResult> SettleReturnAsync(MetCustomer customer, int number, ReturnWish wish) =>
        Get<SettleReturn>().RunAsync(Id, NextKey(), customer.Id, number, wish, Never);

    /// <exception cref="InvalidOperationException">It does not come back by the shop, or is not clean.</exception>
    public async Task<ReturnCard> ReturnAsync(int number) =>
        await Get<ReturnReader>().FindAsync(Id, (await OrderAsync(number)).Id, Never) ?? throw new InvalidOperationException($"Order {number} has no return.");
}
