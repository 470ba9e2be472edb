namespace ShopBot.Shops.Returns;

/// <summary>What staff say of laundry they hand over.</summary>
/// <param name="Where">The neighbour, or the number of the locker; null for the customer.</param>
/// <param name="Code">Opens the locker; null where it has none.</param>
/// <param name="Pieces">Handed over now; null = not said.</param>
/// <param name="Of">How many there were of it; null = not said.</param>
/// <param name="IsPart">More is to come, on another day.</param>
/// <param name="IsSure">Said again after being asked: another number than was counted is meant.</param>
/// <param name="Photos">Pictures that go out with the notice; null = none.</param>
public sealed record HandedOver(
    HandedTo To = HandedTo.Customer, string? Where = null, string? Code = null, int? Pieces = null, int? Of = null, bool IsPart = false, bool IsSure = false,
    IReadOnlyList<HandedPhoto>? Photos = null);

/// <param name="MediaId">Ours.</param>
/// <param name="Sha256">As <see cref="Custody.CustodyPhotos.HashAsync"/> gave it.</param>
public sealed record HandedPhoto(string MediaId, string? Sha256);
