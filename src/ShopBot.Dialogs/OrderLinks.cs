using Microsoft.Extensions.Options;

namespace ShopBot.Dialogs;

/// <summary>Addresses of the pages that anybody who has the link may open.</summary>
public sealed class OrderLinks(IOptions<DialogsOptions> options)
{
    private readonly string _root = options.Value.PublicUrl.TrimEnd('/');

    public string For(string orderToken) => $"{_root}/o/{orderToken}";
}
