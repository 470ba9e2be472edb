using ShopBot.Dialogs.Content;
using ShopBot.Shops.Pickups;

namespace ShopBot.Dialogs.Pickups;

/// <summary>The plans as the content has them now.</summary>
internal sealed class PickupPlans(ContentBook content) : IPickupPlans
{
    public PickupPlan? Of(string shop) => content.Current.For(shop).Pickups;
}
