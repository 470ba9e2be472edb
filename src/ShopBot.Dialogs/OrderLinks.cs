using Microsoft.Extensions.Options;
using ShopBot.Shops.Custody;

namespace ShopBot.Dialogs;

/// <summary>Addresses of the pages that anybody who has the link may open.</summary>
public sealed class OrderLinks(IOptions<DialogsOptions> options)
{
    // Asked each time: without the setting it is known only once the server listens.
    public string For(string orderToken) => $"{options.Value.PublicUrl.TrimEnd('/')}/o/{orderToken}";

    /// <summary>As <see cref="For(string)"/>; the page also says whether the record of the bags still is the one with this head.</summary>
    /// <param name="head">Hash of the chain when the bags were sealed.</param>
    public string For(string orderToken, string head) => $"{For(orderToken)}?head={CustodyForm.Short(head)}";
}
