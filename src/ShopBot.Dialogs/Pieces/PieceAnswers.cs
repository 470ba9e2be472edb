using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Pieces;
using static ShopBot.Dialogs.Pieces.PiecesTexts;

namespace ShopBot.Dialogs.Pieces;

/// <summary>What is in the bag of an order that was placed: "清单 12 5件衬衫3条裤子", "list 12 5 shirts".</summary>
public sealed class PieceAnswers(ListPieces listPieces) : ICustomerAnswers
{
    public async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        if (visit.Content.Pieces is not { } list || NumberIn(visit) is not { } number || dialogs.ActiveDialog is not null)
            return false;
        var said = SaidPieces.Read(visit.Said[(visit.Said.IndexOf(number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + 1)..], list);
        foreach (var thing in said.Forbidden)
            visit.First(new MustNotGoIn(thing.Name.In(visit.Voice), thing.Instead.In(visit.Voice)));
        var pieces = PieceWords.Counted(visit, list, code => said.Counts.FirstOrDefault(c => c.Kind.Code == code).Count);
        await visit.SendAsync(pieces.Count == 0 ? new NothingUnderstood(number) : await ListAsync(visit, number, pieces, ct), ct);
        return true;
    }

    private async Task<Text> ListAsync(Visit visit, int number, IReadOnlyList<CountedPiece> pieces, CancellationToken ct) =>
        await listPieces.RunAsync(visit.Shop, visit.NextKey("list-pieces"), visit.Visitor.CustomerId, number, pieces, ct) switch
        {
            ListPiecesResult.Listed => new Listed(number, PieceWords.Names(visit.Voice, pieces)),
            ListPiecesResult.TooLate => new TooLateToList(number),
            _ => new NoSuchOrder(number),
        };

    // The word, a blank or none, the order's number, a blank, and what is in the bag.
    private static int? NumberIn(Visit visit)
    {
        foreach (var voice in visit.Content.Voices)
        {
            var word = Heard.Key(voice.Say(new ListWord()));
            if (!visit.Key.StartsWith(word, StringComparison.Ordinal))
                continue;
            var rest = visit.Key[word.Length..].TrimStart(' ', '#');
            var blank = rest.IndexOf(' ', StringComparison.Ordinal);
            if (blank is > 0 and <= 9 && int.TryParse(rest[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
        }
        return null;
    }
}
