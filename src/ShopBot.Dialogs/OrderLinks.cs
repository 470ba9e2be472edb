using Microsoft.Extensions.Options;

namespace ShopBot.Dialogs;

/// <summary>Addresses of the pages that anybody who has the link may open.</summary>
public sealed class OrderLinks(IOptions<DialogsOptions> options)
{
    // Asked each time: without the setting it is known only once the server listens.
    public string For(string orderToken) => $"{options.Value.PublicUrl.TrimEnd('/')}/o/{orderToken}";
}
