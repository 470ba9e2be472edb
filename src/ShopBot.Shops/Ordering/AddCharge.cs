using ShopBot.Shops.Prepaid;

namespace ShopBot.Shops.Ordering;

/// <summary>Puts a charge to an order inside the transaction of what it is for. Whoever adds it tells the customer.</summary>
internal static class AddCharge
{
    /// <summary>The order's total changes with it and never falls below 0: more than the order costs is not taken off.</summary>
    /// <remarks>An order paid from a prepaid card settles the difference with the card.</remarks>
    /// <param name="order">Tracked by the transaction's context.</param>
    /// <param name="amountInMinor">Below 0 it makes the order cheaper.</param>
    /// <param name="by">Name of the staff member; empty = the customer, or a rule of the shop.</param>
    /// <returns>What was added; its amount is what the total changed by.</returns>
    public static async Task<OrderCharge> ToAsync(
        ShopChange change, Order order, ChargeKind kind, Localised label, long amountInMinor, string by, CancellationToken ct, Guid? undoes = null)
    {
        var charge = new OrderCharge
        {
            Kind = kind,
            Label = label,
            AmountInMinor = Math.Max(amountInMinor, -order.TotalInMinor),
            At = change.Now,
            By = by,
            Undoes = undoes,
        };
        order.Charges.Add(charge);
        order.TotalInMinor += charge.AmountInMinor;
        await PrepaidPayment.SettleAsync(change, order, charge, ct);
        return charge;
    }
}
