using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Pieces;

namespace ShopBot.Dialogs.Ordering;

/// <summary>What a message says beside the order itself: add-ons, and what is in the bag.</summary>
/// <param name="Without">The message without them, for whoever reads the rest.</param>
internal sealed record SaidBeside(SaidAddOns AddOns, SaidPieces Pieces, bool AsksForList, string Without)
{
    public bool IsEmpty => AddOns.IsEmpty && Pieces.IsEmpty && !AsksForList;

    /// <summary>Whether nothing else was said.</summary>
    public bool IsAll => !IsEmpty && (AsksForList || !Without.Any(char.IsLetterOrDigit));

    public static SaidBeside Read(Visit visit)
    {
        var content = visit.Content;
        if (content.Pieces is not null && content.Voices.Any(v => Heard.Key(v.Say(new PiecesTexts.ListWord())) == visit.Key))
            return new SaidBeside(SaidAddOns.Read("", content.Prices), SaidPieces.Read("", null), AsksForList: true, "");
        var pieces = SaidPieces.Read(visit.Said, content.Pieces);
        var addOns = SaidAddOns.Read(pieces.Without, content.Prices);
        return new SaidBeside(addOns, pieces, AsksForList: false, addOns.Without);
    }

    public void Take(OrderTalk talk)
    {
        AddOnTaker.Take(talk, AddOns);
        PieceTaker.Take(talk, Pieces);
        if (AsksForList && talk.Visit.Content.Pieces is { } list)
            talk.Visit.First(PieceWords.Prices(talk.Visit, list));
    }
}
