using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>How an order's way back shows beside its other facts.</summary>
internal static class ReturnView
{
    /// <summary>When it comes and where it may be left, one to a line; empty where nothing is agreed, or it is over.</summary>
    /// <param name="card">Null where the order has no way back.</param>
    public static IReadOnlyList<string> Facts(Voice voice, ReturnCard? card) => card switch
    {
        null or { State: ReturnState.Done } => [],
        { State: ReturnState.AtShop } => [voice.Say(new ReturnFactAtShop())],
        _ => [.. new[] { card.Window is { } window ? voice.Say(new ReturnFact(PickupWords.When(voice, window))) : null, Leave(voice, card) }.OfType<string>()],
    };

    /// <summary>Where it may be left when nobody is home; null where nowhere.</summary>
    public static string? Leave(Voice voice, ReturnCard card) => ReturnWords.Place(voice, card.Leave, card.LeaveWith) is { } place ? voice.Say(new LeaveFact(place)) : null;
}
