namespace ShopBot.Dialogs.Intents;

/// <summary>What a person wants with a message; examples of each stand in <c>dialogs/intents/{intent}.{language}.yaml</c>.</summary>
public enum Intent
{
    Order,

    /// <summary>Something is to be fetched or collected, without goods being named.</summary>
    Pickup,

    /// <summary>Where an order is and how far.</summary>
    MyOrders,
    Cancel,

    /// <summary>Another time, place or quantity than said before.</summary>
    Change,
    Complaint,

    /// <summary>Somebody from the shop instead of the bot.</summary>
    Person,
    Survey,

    /// <summary>No more offers and news.</summary>
    OptOut,
    OptIn,

    /// <summary>Hours, prices, how something works: what the FAQ answers.</summary>
    Question,
    Greeting,
    Thanks,

    /// <summary>Small talk, noise, and whatever is not the shop's business.</summary>
    Chat,
}
