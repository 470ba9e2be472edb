using ShopBot.Dialogs.Custody;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;

namespace ShopBot.Web.Custody;

/// <summary>What the order's page shows of who had the bags.</summary>
/// <param name="EvidencePath">Where the file is downloaded; the path only.</param>
/// <param name="Matches">Whether the record still is the one whose code is in the chat; null where the page was opened without it.</param>
public sealed record CustodySection(
    CustodyPageTexts Texts, IReadOnlyList<CustodyLine> Lines, string? Code, bool? Matches, bool IsIntact, string Verdict, string EvidencePath)
{
    private static readonly TimeSpan PictureLinks = TimeSpan.FromHours(24);

    /// <param name="given">The code the page was opened with, as in the chat's link; null without one.</param>
    /// <returns>Null where nothing was written of the order's bags.</returns>
    public static CustodySection? Of(
        OrderDetails order, OrderCustody custody, CustodyPageTexts texts, CustodyWords words, IMedia media, Func<DateTimeOffset, string> when, string? given)
    {
        if (custody.Entries.Count == 0)
            return null;
        var standing = CustodySteps.Standing(custody.Entries).Select(e => e.Sequence).ToHashSet();
        var lines = custody.Entries.Select(e => new CustodyLine(
            words.Step(order.Shop, e.Kind, texts.Culture), e.Kind == CustodyKind.Undone || standing.Contains(e.Sequence) ? null : texts.Undone, e.Seal, Details(order.Shop, e, texts, words), e.At, when(e.At),
            [.. e.Photos.Select(p => media.LinkTo(p.MediaId, PictureLinks).AbsolutePath)])).ToList();
        var code = custody.SealedHead is { } head ? CustodyForm.Short(head) : null;
        return new CustodySection(
            texts, lines, code, given is null || code is null ? null : Figures(given) == Figures(code), custody.Verdict is CustodyVerdict.Intact,
            custody.Verdict is CustodyVerdict.Broken broken ? texts.Broken(broken.Sequence, broken.What) : texts.Intact(custody.Entries.Count), $"/o/{order.Token}/evidence");
    }

    private static string Details(string shop, CustodyRecord entry, CustodyPageTexts texts, CustodyWords words)
    {
        var who = entry.Who.IsErased ? texts.Erased : entry.Who.Value;
        var parts = new List<string?> { $"{who} · {words.Role(shop, entry.Role, texts.Culture)}", entry.Pieces is { } pieces ? texts.Pieces(pieces) : null };
        foreach (var text in (PersonalText[])[entry.Place, entry.Note])
            parts.Add(text.IsErased ? texts.Erased : text.Value);
        return string.Join(" · ", parts.OfType<string>());
    }

    // However it is typed: with dashes or without, in small letters.
    private static string Figures(string code) => new([.. code.Take(100).Where(char.IsAsciiHexDigit).Select(char.ToUpperInvariant)]);
}

/// <summary>One entry as the page shows it.</summary>
/// <param name="Mark">Said beside a step that does not count any more; null for one that does.</param>
/// <param name="Seal">Null = all bags.</param>
/// <param name="Details">Who, pieces, place and note.</param>
public sealed record CustodyLine(string Step, string? Mark, string? Seal, string Details, DateTimeOffset At, string When, IReadOnlyList<string> Pictures);
