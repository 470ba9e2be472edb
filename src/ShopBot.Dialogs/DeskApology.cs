using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Messaging.Turns;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs;

/// <summary>Says that a turn failed, in the shop's own language: whose state could not be read cannot be asked for theirs.</summary>
internal sealed class DeskApology(ContentBook content, ShopBook shops) : ITurnApology
{
    public Activity For(Activity incoming)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        var shop = shops[incoming.Conversation.TenantId];
        return (Activity)MessageFactory.Text(content.Current.For(shop.Id).In(shop.Culture).Say(new FrontDeskTexts.Broken()));
    }
}
