using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using static ShopBot.Dialogs.Pieces.PiecesTexts;

namespace ShopBot.Dialogs.Pieces;

/// <summary>Puts what is in the bag into the draft, and says at once what must not go in.</summary>
internal static class PieceTaker
{
    public static void Take(OrderTalk talk, SaidPieces said)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        foreach (var (kind, count) in said.Counts)
        {
            draft.Pieces.RemoveAll(p => p.Code == kind.Code);
            if (count > 0)
                draft.Pieces.Add(new DraftPiece { Code = kind.Code, Count = count });
        }
        foreach (var thing in said.Forbidden)
            visit.First(new MustNotGoIn(thing.Name.In(visit.Voice), thing.Instead.In(visit.Voice)));
    }
}
