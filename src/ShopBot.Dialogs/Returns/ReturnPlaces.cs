using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>Takes where laundry may be left when nobody is home.</summary>
public sealed class ReturnPlaces(ReturnPurpose purpose, ReturnWindows windows, SettleReturn settle)
{
    /// <summary>Notes where an order may be left, and says what follows from it.</summary>
    /// <param name="with">The neighbour or the place; null for any locker.</param>
    public async Task LeaveAsync(Visit visit, int number, HandedTo place, string? with, CancellationToken ct)
    {
        var result = await settle.RunAsync(visit.Shop, visit.NextKey("leave-return"), visit.Visitor.CustomerId, number, new ReturnWish.Leave(place, with), ct);
        if (result is not SettleReturnResult.Settled settled)
        {
            await RefuseAsync(visit, number, result, ct);
            return;
        }
        var words = new List<string> { visit.Say(with is null ? new LockerNoted(number) : new PlaceNoted(number, with)) };
        var card = await purpose.FindAsync(visit, number, ct);
        if (card is { WasOut: true })
            words.Add(visit.Say(new CourierTold()));
        if (settled.State is not ReturnState.Asked || card is null)
        {
            await visit.SendAsync(Visit.Message(string.Join("\n", words)), ct);
            return;
        }
        // It is back at the shop, or was never out: a time is needed all the same.
        words.Add(visit.Say(card.WasOut ? new WhenThen() : new NotBookedYet(number)));
        var (_, lines) = await windows.LinesAsync(visit.Shop, visit.Visitor.CustomerId, card, visit.Voice, isMissed: false, ct);
        await visit.SendAsync(Visit.Message(string.Join("\n", words), lines), ct);
    }

    /// <summary>Says why nothing was noted, and offers a person.</summary>
    internal static Task RefuseAsync(Visit visit, int number, SettleReturnResult result, CancellationToken ct)
    {
        Text why = result is SettleReturnResult.NotNow now ? ReturnPurpose.NotNow(visit, number, now.State) : new NoSuchReturn(number);
        return visit.SendAsync(visit.Message(why, visit.Say(new FrontDeskTexts.MenuPerson())), ct);
    }
}
