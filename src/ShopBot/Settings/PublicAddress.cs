using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ShopBot.Dialogs;
using ShopBot.Messaging.Media;

namespace ShopBot.Settings;

/// <summary>How this program is reached: the setting PublicUrl or, on the operator's own machine, where it listens.</summary>
internal sealed class PublicAddress(ShopBotSettings settings, IServer server, IOptions<MediaOptions> media, IOptions<DialogsOptions> dialogs)
{
    /// <summary>Known once the server listens. No slash at the end.</summary>
    public string Listening => server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');

    public string Public => (settings.PublicUrl?.ToString() ?? Listening).TrimEnd('/');

    /// <summary>Tells the features that write links; before the first message, after the server has its port.</summary>
    public void Publish()
    {
        media.Value.PublicUrl = Public;
        dialogs.Value.PublicUrl = Public;
    }
}
