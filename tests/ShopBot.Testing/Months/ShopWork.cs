using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Months;

/// <summary>What is ordered at one shop, and what becomes of an order there.</summary>
/// <param name="Ordering">What a customer says up to the summary.</param>
/// <param name="Steps">What staff write, with the order's number.</param>
/// <param name="Morning">What staff write first thing in the day; null = nothing.</param>
internal sealed record ShopWork(string Account, IReadOnlyList<string> Ordering, IReadOnlyList<string> Steps, string? Morning)
{
    public static readonly ShopWork Laundry = new("laundry", LaundryOrder.UpToTheSummary,
        ["接 {0}", "封 {0} E{0:0000}", "洗 {0}", "备好 {0}", "送 {0}", "完成 {0}"], Morning: null);

    public static readonly ShopWork Goods = new("eunchae", ["要一盒面膜", "到店自取", "李小姐", "13800138000", "取货时付", "没有"],
        ["接 {0}", "备好 {0}", "完成 {0}"], Morning: "库存 面膜 500");
}
