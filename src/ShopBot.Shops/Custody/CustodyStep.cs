namespace ShopBot.Shops.Custody;

/// <summary>What is to be written.</summary>
/// <param name="Seal">Null = all bags of the order.</param>
/// <param name="Pieces">Null where nobody counted.</param>
/// <param name="Place">Where, in words; null where the kind of step says it.</param>
/// <param name="Note">Anything else, such as the neighbour's name; null = nothing.</param>
public sealed record CustodyStep(CustodyKind Kind, string? Seal = null, int? Pieces = null, string? Place = null, string? Note = null);

/// <summary>What a move of an order says to its custody besides what the move itself does.</summary>
/// <param name="Kind">Instead of the usual one: a delivery may end at a neighbour's. Null = the usual one.</param>
/// <param name="Pieces">Counted at this step; null where nobody counted.</param>
/// <param name="Place">Where, in words, at most 100 characters; null = where it usually happens.</param>
/// <param name="Note">At most 100 characters; null = nothing.</param>
public sealed record CustodyDetails(CustodyKind? Kind = null, int? Pieces = null, string? Place = null, string? Note = null);
