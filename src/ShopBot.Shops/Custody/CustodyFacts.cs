using System.Text.Json.Serialization;

namespace ShopBot.Shops.Custody;

[JsonConverter(typeof(JsonStringEnumConverter<CustodyProblem>))]
public enum CustodyProblem
{
    /// <summary>The seal read at the laundry is on no bag of an open order.</summary>
    UnknownSeal,

    /// <summary>The seal read at the laundry is not one of the order's.</summary>
    WrongSeal,

    /// <summary>A bag has fewer pieces than when it was counted before.</summary>
    PiecesMissing,
}

/// <summary>To managers: something about a bag is not as it should be.</summary>
/// <param name="Order">Number; null where no order is known.</param>
/// <param name="Seal">As it was read.</param>
/// <param name="Before">Pieces counted before; null where it is not about pieces.</param>
/// <param name="Now">Pieces counted now.</param>
/// <param name="By">Name of the member of staff who found it.</param>
public sealed record CustodyAlarm(string Shop, CustodyProblem Problem, int? Order, string Seal, int? Before, int? Now, string By) : IShopFact
{
    public static string Kind => "custody-alarm.v1";
}
