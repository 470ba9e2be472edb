using System.Text.Json.Serialization;

namespace ShopBot.Shops.Returns;

/// <summary>To the customer: when shall clean laundry come back? They were asked before and said nothing, or "later".</summary>
public sealed record ReturnAsked(string Shop, Guid OrderId) : IShopFact
{
    public static string Kind => "return-asked.v1";
}

/// <summary>To the customer: the window they chose begins soon.</summary>
public sealed record ReturnSoon(string Shop, Guid OrderId) : IShopFact
{
    public static string Kind => "return-soon.v1";
}

[JsonConverter(typeof(JsonStringEnumConverter<ReturnNews>))]
public enum ReturnNews
{
    /// <summary>The customer was asked and reminded and says nothing.</summary>
    Silent,

    /// <summary>Nobody was home so often that it stays at the shop.</summary>
    StaysAtShop,

    /// <summary>The customer said where to leave it.</summary>
    LeaveIt,

    /// <summary>Another number of pieces was handed over than was counted.</summary>
    PiecesDiffer,

    /// <summary>The booked window is over and nobody has set out.</summary>
    Overdue,
}

/// <summary>To staff: something about a return.</summary>
/// <param name="HandoverId">For <see cref="ReturnNews.PiecesDiffer"/>.</param>
public sealed record ReturnNeedsStaff(string Shop, Guid OrderId, ReturnNews News, Guid? HandoverId = null) : IShopFact
{
    public static string Kind => "return-needs-staff.v1";
}
