using System.Text.Json.Serialization;

namespace ShopBot.Shops.Custody;

/// <summary>What happened to a bag. README.md in this folder draws what follows what.</summary>
/// <remarks>Stored by name and hashed by name: a name never changes.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CustodyKind>))]
public enum CustodyKind
{
    /// <summary>Closed with its seal before the customer's eyes.</summary>
    Sealed,

    /// <summary>The courier gave it to the laundry.</summary>
    HandedOver,

    /// <summary>The laundry took it in and read the seal's number.</summary>
    Received,

    /// <summary>The seal was broken and the pieces counted.</summary>
    Opened,

    Inspected,

    /// <summary>Put into the wash.</summary>
    Washing,

    Washed,

    /// <summary>Counted and packed to go back.</summary>
    Packed,

    /// <summary>With the courier on the way back.</summary>
    OutForDelivery,

    Delivered,

    /// <summary>Goes back as it came.</summary>
    ReturnedUnwashed,

    LeftWithNeighbour,
    LeftInLocker,

    /// <summary>Nobody was there; it is at the laundry again.</summary>
    BroughtBack,

    /// <summary>The last step of the same bag was a mistake and does not count; it stays written.</summary>
    Undone,
}
