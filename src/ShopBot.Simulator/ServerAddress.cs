using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ShopBot.Simulator;

/// <summary>Where this server can be reached from itself.</summary>
internal sealed class ServerAddress(SimulatorOptions options, IServer server)
{
    /// <summary>Null until the server listens.</summary>
    public Uri? Base => options.BaseAddress?.Invoke() ?? Listening();

    /// <returns>Null where the path is relative and the server does not listen yet.</returns>
    public Uri? Absolute(string urlOrPath)
    {
        if (Uri.TryCreate(urlOrPath, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
            return absolute;
        return Base is { } root ? new Uri(root, urlOrPath) : null;
    }

    private Uri? Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses
            .OrderBy(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        // Kestrel lists what it was told to bind, which may be a wildcard nobody can connect to.
        return address is null ? null : new Uri(address.Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal));
    }
}
