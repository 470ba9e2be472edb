using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>What staff are told of a hand-over, with the lines that settle what is open.</summary>
public sealed class HandoverReplies(ReturnReader returns, OrderReader orders)
{
    /// <summary>Why nothing was moved.</summary>
    /// <returns>Null where the reason has nothing to do with a return.</returns>
    public static (Text Words, string[] Lines)? Refusal(Voice voice, MoveOrderResult result) => result switch
    {
        MoveOrderResult.PiecesNeeded { Left: { } left } needed => (new AskPieces(needed.Number, left), [voice.Say(new DonePieces(needed.Number, left))]),
        MoveOrderResult.PiecesNeeded needed => (new AskPartPieces(needed.Number), []),
        MoveOrderResult.PiecesUnusable unusable => (new PiecesUnusable(unusable.Number, unusable.Most), []),
        MoveOrderResult.NotAPart part => (new NotAPart(part.Number, part.Left), [voice.Say(new DonePieces(part.Number, part.Left))]),
        MoveOrderResult.PiecesDiffer differ => (new PiecesDiffer(differ.Number, differ.Left, differ.Said),
            [
                voice.Say(new DonePieces(differ.Number, differ.Left)), voice.Say(new DoneSure(differ.Number, differ.Said)),
                .. differ.Said < differ.Left ? (string[])[voice.Say(new DonePart(differ.Number, differ.Said))] : [],
            ]),
        _ => null,
    };

    /// <summary>What came of a move that was made.</summary>
    /// <returns>Null where the usual words will do.</returns>
    public async Task<Text?> MovedAsync(Visit visit, MoveOrderResult.Moved moved, MoveDetails details, CancellationToken ct)
    {
        if (await orders.FindAsync(visit.Shop, moved.Number, ct) is not { } order || await returns.FindAsync(visit.Shop, order.Id, ct) is not { } card)
            return null;
        if (details.NotHome)
            return card.State == ReturnState.AtShop ? new NotHomeStays(moved.Number, card.Misses) : new NotHomeNoted(moved.Number, card.Misses);
        if (details.Handed is not { } handed)
            return null;
        var what = ReturnWords.What(visit.Voice, handed.Pieces);
        if (handed.IsPart)
            return new PartNoted(moved.Number, what, visit.Say(card.Left is { } left and > 0 ? new RestPieces(left) : new RestUncounted()));
        return ReturnWords.Place(visit.Voice, handed.To == HandedTo.Customer ? null : handed.To, handed.Where) is { } place
            ? new HandedNotedPlace(moved.Number, what, place)
            : new HandedNoted(moved.Number, what);
    }
}
