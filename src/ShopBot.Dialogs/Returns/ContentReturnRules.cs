using ShopBot.Dialogs.Content;
using ShopBot.Shops.Returns;

namespace ShopBot.Dialogs.Returns;

/// <summary>The rules as the content says them now.</summary>
internal sealed class ContentReturnRules(ContentBook content) : IReturnRules
{
    public ReturnRules? For(string shop) => content.Current.For(shop).Returns;
}
