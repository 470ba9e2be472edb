using ShopBot.Messaging.Outbox;

namespace ShopBot.Shops;

/// <summary>A fact of one shop: <c>Dialogs/Notices</c> has the words for it.</summary>
public interface IShopFact : IOutboxPayload
{
    /// <summary>The shop's name in the settings; its customers' languages and its own wording are looked up there.</summary>
    string Shop { get; }
}
