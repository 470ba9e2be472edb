namespace ShopBot.Shops.Pieces;

/// <summary>What the customer said is in the bag. It binds nobody: what the laundry counts is in the custody.</summary>
public sealed class OrderPiece : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid OrderId { get; private set; }
    public required Localised Name { get; init; }

    /// <summary>In Chinese; empty = none.</summary>
    public required string Unit { get; init; }

    /// <summary>1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Of one of it, washed by itself.</summary>
    public required long PriceInMinor { get; init; }

    public required int Position { get; init; }
}

/// <summary>A kind of piece in a bag, and how many.</summary>
public sealed record CountedPiece(Localised Name, string Unit, int Count, Money Price);
