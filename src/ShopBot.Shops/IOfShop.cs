namespace ShopBot.Shops;

/// <summary>A row that belongs to one shop; the wall of <see cref="ShopDb"/> stands on it.</summary>
public interface IOfShop
{
    /// <summary>Name of the shop in the settings; filled in when the row is saved.</summary>
    string ShopId { get; }
}
