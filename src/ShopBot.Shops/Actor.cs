using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops;

/// <summary>Who asks for a change. They have the bot's answer, so no fact is sent to them.</summary>
/// <param name="Contact">Where they speak from.</param>
public sealed record Actor(ContactPoint Contact);
