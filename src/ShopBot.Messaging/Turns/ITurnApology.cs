using Microsoft.Bot.Schema;

namespace ShopBot.Messaging.Turns;

/// <summary>What a person hears when a turn failed for good: that nothing was done, and to try again.</summary>
public interface ITurnApology
{
    Activity For(Activity incoming);
}
