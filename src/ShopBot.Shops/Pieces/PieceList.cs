namespace ShopBot.Shops.Pieces;

/// <summary>What a bag may hold and what each piece of it would cost by itself, as the shop's content says it. Amounts are in the shop's currency.</summary>
/// <param name="Bag">Code of the product that is a bag.</param>
public sealed record PieceList(string Bag, IReadOnlyList<PieceKind> Kinds, IReadOnlyList<NotInBag> NotInBag)
{
    /// <summary>The most of one kind that anybody means.</summary>
    public const int MostOfAKind = 200;

    public PieceKind? Find(string code) => Kinds.FirstOrDefault(k => k.Code == code);
}

/// <param name="Unit">What one is counted in: 件, 条; empty in English.</param>
/// <param name="Aliases">Other words for it.</param>
public sealed record PieceKind(string Code, Localised Name, string Unit, IReadOnlyList<string> Aliases, decimal Price);

/// <summary>Something that must not go into a bag.</summary>
/// <param name="Instead">What to do with it.</param>
/// <param name="IsOrdered">It is a product of its own: only what is said to be inside a bag is meant, not what is ordered besides.</param>
public sealed record NotInBag(Localised Name, IReadOnlyList<string> Aliases, Localised Instead, bool IsOrdered);
