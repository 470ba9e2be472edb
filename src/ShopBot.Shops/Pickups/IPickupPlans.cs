namespace ShopBot.Shops.Pickups;

/// <summary>When each shop comes to fetch, for what happens without a conversation. The plans are content.</summary>
public interface IPickupPlans
{
    /// <summary>Null where a shop has no windows.</summary>
    PickupPlan? Of(string shop);
}

/// <summary>No shop has windows: where no content is read.</summary>
internal sealed class NoPickupPlans : IPickupPlans
{
    public PickupPlan? Of(string shop) => null;
}
