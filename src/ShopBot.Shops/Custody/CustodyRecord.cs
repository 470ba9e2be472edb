using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Custody;

/// <summary>An entry as it is read, checked and handed out.</summary>
public sealed record CustodyRecord(
    Guid OrderId, int Sequence, CustodyKind Kind, DateTimeOffset At, StaffRole Role, string? Seal, int? Pieces, IReadOnlyList<CustodyPicture> Photos,
    PersonalText Who, PersonalText Place, PersonalText Note, string Form, string Hash)
{
    internal static CustodyRecord Of(CustodyEntry entry, IEnumerable<CustodyPhoto> photos) => new(
        entry.OrderId, entry.Sequence, entry.Kind, entry.At, entry.Role, entry.Seal, entry.Pieces,
        [.. photos.OrderBy(p => p.Id).Select(p => new CustodyPicture(p.MediaId, p.Sha256))], entry.Who, entry.Place, entry.Note, entry.Form, entry.Hash);
}

/// <param name="MediaId">Ours.</param>
/// <param name="Sha256">Of the picture's bytes, 64 hex digits in lower case.</param>
public sealed record CustodyPicture(string MediaId, string Sha256);
