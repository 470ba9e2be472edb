using ShopBot.Shops.Ordering;
using ShopBot.Shops.Prepaid;

namespace ShopBot.Testing.Shops;

public sealed partial class TestShop
{
    /// <summary>More than any test puts on a card; minor units.</summary>
    public const long MostOnCard = 1_000_000;

    public Task<TopUpPrepaidResult> TopUpAsync(BoundStaff staff, MetCustomer customer, long amount) =>
        Get<TopUpPrepaid>().RunAsync(Id, NextKey(), staff.Actor, customer.Id, amount, MostOnCard, Never);

    public Task<TopUpPrepaidResult> CorrectAsync(BoundStaff staff, MetCustomer customer, long amount, string reason = "错了") =>
        Get<TopUpPrepaid>().CorrectAsync(Id, NextKey(), staff.Actor, customer.Id, amount, reason, MostOnCard, Never);

    /// <summary>Minor units.</summary>
    public async Task<long> BalanceAsync(MetCustomer customer) => (await Get<PrepaidReader>().BalanceAsync(Id, customer.Id, Never)).Minor;

    /// <summary>As <see cref="Request"/>, paid from the card.</summary>
    public static OrderRequest PaidByCard(MetCustomer customer, params LineRequest[] lines) =>
        Request(customer, lines.Length > 0 ? lines : [Line()]) with { Payment = PaymentWay.Prepaid };
}
