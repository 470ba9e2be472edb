using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Undoing;

namespace ShopBot.Testing.Shops;

/// <summary>The same rules for every shop, as a test sets them.</summary>
public sealed class SetRules : IShiftRules
{
    public ShiftRules Now { get; set; } = ShiftRules.Usual;

    public ShiftRules For(string shop) => Now;
}

public sealed partial class TestShop
{
    /// <summary>Reminded after 15 minutes, told to managers after 15 more, missed after 30, undone within 60 s; of collecting the customer hears at once.</summary>
    public static ShiftRules Strict { get; } = new(
        TimeSpan.FromHours(1), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1),
        new HashSet<OrderState> { OrderState.Collected }, FewMessages: 2);

    public Task<StartShiftResult> StartShiftAsync(BoundStaff staff) => Get<StartShift>().RunAsync(Id, NextKey(), staff.Actor, Never);

    public Task<EndShiftResult> EndShiftAsync(BoundStaff staff) => Get<EndShift>().RunAsync(Id, NextKey(), staff.Actor, Never);

    public Task<TakeFetchResult> TakeAsync(BoundStaff staff, int number, bool takeOver = false) =>
        Get<TakeFetch>().RunAsync(Id, NextKey(), staff.Actor, number, takeOver, Never);

    public Task<GiveBackFetchResult> GiveBackAsync(BoundStaff staff, int number) => Get<GiveBackFetch>().RunAsync(Id, NextKey(), staff.Actor, number, Never);

    public Task<ReportNobodyHomeResult> NobodyHomeAsync(BoundStaff staff, int number) =>
        Get<ReportNobodyHome>().RunAsync(Id, NextKey(), staff.Actor, number, Never);

    public Task<UndoMoveResult> UndoAsync(BoundStaff staff) => Get<UndoMove>().RunAsync(Id, NextKey(), staff.Actor, Never);

    public Task<MoveOrderResult> SealAsync(BoundStaff staff, int number, string seal = "E0231") =>
        MoveAsync(staff, number, OrderState.Collected, new MoveDetails(SealNumber: seal));

    /// <summary>Time goes by, and what is due happens.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await Get<DeadlineClock>().RunDueAsync(Id, Never);
    }
}
