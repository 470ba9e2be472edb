using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Pieces;
using static ShopBot.Dialogs.Pieces.PiecesTexts;

namespace ShopBot.Dialogs.Pieces;

/// <summary>What is in a bag, in words: for the summary of an order, and for orders that were placed.</summary>
internal static class PieceWords
{
    public static string Names(Voice voice, IEnumerable<CountedPiece> pieces) =>
        string.Join(voice.Say(new Between()), pieces.Select(p => voice.Say(new Piece(p.Name.In(voice), p.Count, voice.IsChinese ? p.Unit : ""))));

    /// <summary>The pieces of a draft that the shop's list has now.</summary>
    public static IReadOnlyList<CountedPiece> Of(OrderTalk talk) => talk.Visit.Content.Pieces is not { } list
        ? []
        : Counted(talk.Visit, list, code => talk.Draft.Pieces.Find(p => p.Code == code)?.Count ?? 0);

    /// <summary>In the order of the shop's list.</summary>
    public static IReadOnlyList<CountedPiece> Counted(Visit visit, PieceList list, Func<string, int> countOf) =>
        [.. list.Kinds.Where(k => countOf(k.Code) > 0).Select(k => new CountedPiece(k.Name, k.Unit, countOf(k.Code), Money.Of(k.Price, visit.Settings.Currency)))];

    /// <summary>Under the summary of an order with a bag: what is in it, what it would cost by the piece, and what must not go in.</summary>
    public static IEnumerable<string> Summary(OrderTalk talk)
    {
        var voice = talk.Visit.Voice;
        if (talk.Visit.Content.Pieces is not { } list || !HasBag(talk))
            yield break;
        var pieces = Of(talk);
        if (pieces.Count > 0)
        {
            yield return voice.Say(new InTheBag(Names(voice, pieces)));
            var byPiece = new Money(pieces.Sum(p => p.Count * p.Price.Minor), talk.Visit.Settings.Currency);
            var bag = byPiece with { Minor = BagCost(talk, list) };
            yield return voice.Say(byPiece.Minor > bag.Minor
                ? new SavedByBag(byPiece.ToString(), bag.ToString())
                : new CheaperByPiece(byPiece.ToString(), bag.ToString()));
        }
        yield return voice.Say(new NotInBagShort(string.Join(voice.Say(new Between()), list.NotInBag.Select(n => n.Name.In(voice)))));
    }

    public static string NotInBag(Voice voice, PieceList list) =>
        voice.Say(new NotInBagList(string.Join("\n", list.NotInBag.Select(n => voice.Say(new NotInBagLine(n.Name.In(voice), n.Instead.In(voice)))))));

    public static string Prices(Visit visit, PieceList list) => visit.Say(new HowToList(string.Join(visit.Say(new Between()), list.Kinds.Select(k =>
        visit.Say(new PriceOfPiece(k.Name.In(visit.Voice), Money.Of(k.Price, visit.Settings.Currency).ToString()))))));

    public static bool HasBag(OrderTalk talk) => talk.Visit.Content.Pieces is { } list && talk.Draft.Lines.Any(l => l.Product == list.Bag);

    private static long BagCost(OrderTalk talk, PieceList list) =>
        talk.Draft.Lines.Where(l => l.Product == list.Bag).Sum(l => talk.Shelf.Find(l) is var (_, variant) ? variant.Price.Minor * l.Quantity : 0);
}
