using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Turns;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Notices;

/// <summary>What a person hears when a turn failed for good.</summary>
public sealed class TurnApology(ContentBook content, ShopBook shops) : ITurnApology
{
    public Activity For(Activity incoming)
    {
        var shop = incoming.Conversation.TenantId;
        // The turn notes the person's language before anything can fail; without it the shop's own has to do.
        var language = Languages.All.Contains(incoming.Locale) ? incoming.Locale : Languages.Closest(shops[shop].Culture);
        return Visit.Message(content.Current.For(shop).In(language).Say(new NoticesTexts.Apology()));
    }
}
