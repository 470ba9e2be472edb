using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Undoing;

/// <summary>To the customer: what they were just told of their order was a slip.</summary>
/// <param name="Undone">What they were told it had become.</param>
public sealed record MoveTakenBack(string Shop, Guid OrderId, OrderState Undone) : IShopFact
{
    public static string Kind => "move-taken-back.v1";

    // They are up and waiting for us.
    AtNight IOutboxPayload.AtNight => AtNight.Comes;
}
