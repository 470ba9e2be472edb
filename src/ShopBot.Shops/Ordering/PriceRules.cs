namespace ShopBot.Shops.Ordering;

/// <summary>What a shop offers besides its products and what it takes off, as its content says it. Amounts are in the shop's currency.</summary>
public sealed record PriceRules(IReadOnlyList<AddOn> AddOns, IReadOnlyList<DiscountRule> Discounts)
{
    public static PriceRules None { get; } = new([], []);

    /// <summary>What an order costs besides its lines. Nothing is taken off that it does not cost.</summary>
    /// <param name="addOns">Codes of those that were chosen; what does not go with the order is left out.</param>
    /// <param name="today">The day of ordering at the shop.</param>
    public IReadOnlyList<PriceLine> For(IReadOnlyList<PricedGoods> goods, IReadOnlyCollection<string> addOns, DateOnly today, bool isFirstOrder, string currency)
    {
        var lines = AddOns.Where(a => addOns.Contains(a.Code) && a.GoesWith(goods.Select(g => g.Product)))
            .Select(a => new PriceLine(ChargeKind.AddOn, a.Name, Money.Of(a.Price, currency).Minor * a.Times(goods))).ToList();
        var left = goods.Sum(g => g.CostInMinor) + lines.Sum(l => l.AmountInMinor);
        foreach (var rule in Discounts.Where(d => d.IsOn(today) && d.Fits(goods, isFirstOrder)))
        {
            var amount = Math.Min(Money.Of(rule.Amount, currency).Minor, left);
            left -= amount;
            if (amount > 0)
                lines.Add(new PriceLine(ChargeKind.Discount, rule.Name, -amount));
        }
        return lines;
    }

    /// <summary>Whether it matters today whether an order is the customer's first.</summary>
    public bool AskForFirst(DateOnly today) => Discounts.Any(d => d.For == DiscountFor.FirstOrder && d.IsOn(today));
}

/// <summary>Something that can be ordered besides: express, on hangers.</summary>
/// <param name="Aliases">Other words customers use for it.</param>
/// <param name="Price">0 or more.</param>
/// <param name="IsPerPiece">Charged for every piece it goes with, not once.</param>
/// <param name="Products">Codes of the products it goes with; empty = all.</param>
public sealed record AddOn(string Code, Localised Name, IReadOnlyList<string> Aliases, decimal Price, bool IsPerPiece, IReadOnlyList<string> Products)
{
    public bool GoesWith(IEnumerable<string> products) => Products.Count == 0 || products.Any(Products.Contains);

    internal int Times(IReadOnlyList<PricedGoods> goods) =>
        IsPerPiece ? goods.Where(g => Products.Count == 0 || Products.Contains(g.Product)).Sum(g => g.Quantity) : 1;
}

/// <summary>What a discount is given for.</summary>
public enum DiscountFor
{
    /// <summary>The customer has no other order that was not cancelled, neither by this account nor by this phone.</summary>
    FirstOrder,

    /// <summary>Two pieces or more of the product; taken off once.</summary>
    SecondPiece,
}

/// <param name="Product">Code; null = any product.</param>
/// <param name="From">Day at the shop, inclusive; null = since ever.</param>
/// <param name="Until">Day at the shop, inclusive; null = for good.</param>
public sealed record DiscountRule(Localised Name, decimal Amount, DiscountFor For, string? Product, DateOnly? From, DateOnly? Until)
{
    internal bool IsOn(DateOnly day) => (From ?? day) <= day && day <= (Until ?? day);

    internal bool Fits(IReadOnlyList<PricedGoods> goods, bool isFirstOrder)
    {
        var pieces = goods.Where(g => Product is null || g.Product == Product).Sum(g => g.Quantity);
        return For == DiscountFor.SecondPiece ? pieces >= 2 : isFirstOrder && pieces > 0;
    }
}

/// <param name="Product">Code.</param>
/// <param name="CostInMinor">Of all pieces together.</param>
public readonly record struct PricedGoods(string Product, int Quantity, long CostInMinor);

/// <param name="AmountInMinor">Below 0 it makes the order cheaper; 0 for what costs nothing.</param>
public sealed record PriceLine(ChargeKind Kind, Localised Label, long AmountInMinor);
