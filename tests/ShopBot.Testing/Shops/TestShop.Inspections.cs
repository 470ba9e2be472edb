using ShopBot.Shops;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;

namespace ShopBot.Testing.Shops;

public sealed partial class TestShop
{
    /// <summary>A stain that is washed when nobody answers, and a silk dress that is not.</summary>
    public static readonly InspectionPlan AsksAbout = new(
        [
            new FindingKind("stain", new("污渍", "a stain"), new("可能洗不掉", "May stay"), ["污渍", "stain"], new Treatment(new("去渍", "stain removal"), 2000), MayWash: true, FindingAnswer.Wash),
            new FindingKind("silk", new("真丝", "silk"), new("不能水洗", "Not washable"), ["真丝", "silk"], Treatment: null, MayWash: false, FindingAnswer.Return),
        ],
        AnswerWithin: TimeSpan.FromHours(24), RemindBefore: TimeSpan.FromHours(3), MostPhotos: 3, MostFindings: 3, DearestInMinor: 50000, UnwashedInMinor: 0);

    /// <summary>A bag that was fetched and is about to be opened.</summary>
    /// <returns>The order's number.</returns>
    public async Task<int> CollectedAsync(MetCustomer customer, BoundStaff staff)
    {
        await StockAsync(new ProductBuilder("bag").Laundry());
        var number = (await PlaceAsync(customer, Line("bag"))).Number;
        await MoveAsync(staff, number, OrderState.Accepted);
        await MoveAsync(staff, number, OrderState.Collected, new MoveDetails(SealNumber: $"A-{number + 16}"));
        return number;
    }

    /// <summary>What staff would send after a preview made now.</summary>
    public FindingRequest Found(string kind = "stain", string letter = "A", long? price = 2000, InspectionPlan? plan = null) => new(
        (plan ?? AsksAbout).Kinds.Single(k => k.Code == kind), "领口有油渍", kind == "silk" ? null : price, ["media-1", "media-2"], letter,
        (plan ?? AsksAbout).AnswerBy(Clock.GetUtcNow(), Book[Id].OpeningHours, Book[Id].Zone));

    public Task<AskCustomerResult> AskAsync(BoundStaff staff, int number, FindingRequest? found = null, InspectionPlan? plan = null, OperationKey? key = null) =>
        Get<AskCustomer>().RunAsync(Id, key ?? NextKey(), staff.Actor, number, plan ?? AsksAbout, found ?? Found(), Never);

    public Task<AnswerFindingResult> AnswerAsync(MetCustomer customer, int number, FindingAnswer answer, string? letter = null, OperationKey? key = null) =>
        Get<AnswerFinding>().RunAsync(Id, key ?? NextKey(), customer.Actor, customer.Id, number, letter, answer, Never);

    public Task<AnswerFindingResult> SettleAsync(BoundStaff staff, int number, FindingAnswer answer, string? letter = null) =>
        Get<AnswerFinding>().SettleAsync(Id, NextKey(), staff.Actor, number, letter, answer, Never);

    public Task<WithdrawFindingResult> WithdrawAsync(BoundStaff staff, int number, string? letter = null) =>
        Get<WithdrawFinding>().RunAsync(Id, NextKey(), staff.Actor, number, letter, Never);

    /// <summary>The questions of an order that were not taken back.</summary>
    public async Task<IReadOnlyList<FindingCard>> FindingsAsync(int number) =>
        await Get<InspectionReader>().OfOrderAsync(Id, (await OrderAsync(number)).Id, Never);
}
