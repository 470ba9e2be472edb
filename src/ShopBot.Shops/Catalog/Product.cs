namespace ShopBot.Shops.Catalog;

/// <summary>Something the shop sells.</summary>
public sealed class Product : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";

    /// <summary>Names it in content and orders; never changes. Letters, digits and dashes.</summary>
    public required string Code { get; init; }

    public Settings.Offer Kind { get; set; }
    public Localised Name { get; set; } = new("", "");
    public Localised Description { get; set; } = new("", "");

    /// <summary>What one of it is called: 支, 袋; piece, bag.</summary>
    public Localised Unit { get; set; } = new("", "");

    /// <summary>Other words customers use for it.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>How it may be handed over, as the shop prefers.</summary>
    public List<Ordering.Handover> Handovers { get; set; } = [];

    /// <summary>At most so many in one order; 1 or more.</summary>
    public int MostPerOrder { get; set; }

    /// <summary>Order in the list, from 0.</summary>
    public int Position { get; set; }

    /// <summary>No longer in the content; kept because orders name it.</summary>
    public bool IsWithdrawn { get; set; }

    public List<Variant> Variants { get; } = [];
}

/// <summary>A product in one size, shade or kind: what is actually ordered.</summary>
public sealed class Variant : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid ProductId { get; private set; }

    /// <summary>Unique within its product; never changes.</summary>
    public required string Code { get; init; }

    public Localised Name { get; set; } = new("", "");
    public List<string> Aliases { get; set; } = [];

    /// <summary>Minor units of the shop's currency; 0 or more.</summary>
    public long PriceInMinor { get; set; }

    /// <summary>What can still be ordered; never below 0. Null = no limit.</summary>
    public int? Stock { get; set; }

    public int Position { get; set; }
    public bool IsWithdrawn { get; set; }
}
