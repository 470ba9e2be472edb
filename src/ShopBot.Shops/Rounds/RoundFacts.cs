using ShopBot.Messaging.Outbox;

namespace ShopBot.Shops.Rounds;

/// <summary>To who had taken an order: a colleague has it now.</summary>
/// <param name="By">The colleague's name.</param>
/// <param name="IsCollected">True where the colleague has already collected it.</param>
public sealed record FetchTakenOver(string Shop, Guid OrderId, string By, bool IsCollected) : IShopFact
{
    public static string Kind => "fetch-taken-over.v1";
}

/// <summary>To staff: who had taken an order does not come after all.</summary>
public sealed record FetchGivenBack(string Shop, Guid OrderId, string By) : IShopFact
{
    public static string Kind => "fetch-given-back.v1";
}

/// <summary>To who had taken an order: a colleague has cancelled it.</summary>
/// <param name="By">The colleague's name.</param>
public sealed record FetchOff(string Shop, Guid OrderId, string By) : IShopFact
{
    public static string Kind => "fetch-off.v1";
}

/// <summary>To staff: an order waits for somebody to take it.</summary>
/// <param name="Since">UTC; since when.</param>
public sealed record FetchWaiting(string Shop, Guid OrderId, DateTimeOffset Since) : IShopFact
{
    public static string Kind => "fetch-waiting.v1";
}

/// <summary>To managers: nobody took it, although those on shift were reminded.</summary>
public sealed record FetchIgnored(string Shop, Guid OrderId, DateTimeOffset Since) : IShopFact
{
    public static string Kind => "fetch-ignored.v1";
}

/// <summary>To managers: the window is over, and nobody has said that they were there.</summary>
/// <param name="By">Who had taken it; null = nobody had.</param>
public sealed record CourierMissing(string Shop, Guid OrderId, string? By) : IShopFact
{
    public static string Kind => "courier-missing.v1";
}

/// <summary>To the customer: nobody came in their window, and we are sorry.</summary>
public sealed record PickupMissed(string Shop, Guid OrderId) : IShopFact
{
    public static string Kind => "pickup-missed.v1";

    // They are up and waiting for us.
    AtNight IOutboxPayload.AtNight => AtNight.Comes;
}

/// <summary>To the customer: the courier stood at the door and nobody was there.</summary>
/// <param name="Times">How often by now; 1 or more.</param>
public sealed record NobodyHome(string Shop, Guid OrderId, int Times) : IShopFact
{
    public static string Kind => "nobody-home.v1";

    // They are up and waiting for us.
    AtNight IOutboxPayload.AtNight => AtNight.Comes;
}

/// <summary>To managers: a customer was not there again, somebody has to decide.</summary>
/// <param name="By">Who stood at the door.</param>
public sealed record NobodyHomeAgain(string Shop, Guid OrderId, int Times, string By) : IShopFact
{
    public static string Kind => "nobody-home-again.v1";
}
