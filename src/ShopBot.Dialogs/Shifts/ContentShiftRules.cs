using ShopBot.Dialogs.Content;
using ShopBot.Shops.Shifts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>The rules as the shop's content has them now.</summary>
internal sealed class ContentShiftRules(ContentBook content) : IShiftRules
{
    public ShiftRules For(string shop) => content.Current.For(shop).Shifts ?? ShiftRules.Usual;
}
