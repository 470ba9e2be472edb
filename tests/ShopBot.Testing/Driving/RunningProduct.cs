using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShopBot.Simulator.Clock;

namespace ShopBot.Testing.Driving;

/// <summary>The whole product with the simulator in it, on a port and a database of its own, in this process.</summary>
public sealed class RunningProduct : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder _folder;
    private readonly bool _keepsFolder;

    private RunningProduct(WebApplication app, TempFolder folder, bool keepsFolder, TurnGate turns)
    {
        (_app, _folder, _keepsFolder, Turns) = (app, folder, keepsFolder, turns);
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
        Control = new ControlClient(Http, Address);
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public ControlClient Control { get; }

    public TurnGate Turns { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="at">The clock stands there until it is moved; null = it runs with real time.</param>
    /// <param name="folder">Where the databases are; null = a new one that goes with the product.</param>
    /// <param name="settings">Further settings, such as <c>--Turns:Guard=00:00:01</c>; they beat the ones this makes.</param>
    public static async Task<RunningProduct> StartAsync(DateTimeOffset? at = null, TempFolder? folder = null, params string[] settings)
    {
        var own = folder ?? new TempFolder();
        var turns = new TurnGate();
        string[] args =
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Simulator:Enabled=true",
            $"--ConnectionStrings:Shop=Data Source={own.File("shop.db")}", "--ConnectionStrings:Redis=", "--Logging:LogLevel:Default=Warning", .. settings,
        ];
        var app = ShopBotHost.Build(args, builder =>
        {
            if (at is { } moment)
                builder.Services.AddSingleton(MovableClock.FrozenAt(moment));
            // The container is filled after this; here it is complete.
            builder.Host.ConfigureContainer<IServiceCollection>(services => PutBehind(turns, services));
        });
        try
        {
            await app.StartAsync();
            // The rest of the start happens once the server has its port: links, the demo's staff.
            await app.Services.GetRequiredService<StartHealth>().Done.WaitAsync(TimeSpan.FromMinutes(1));
            await app.Services.GetRequiredService<MenuKeeper>().FirstRound.WaitAsync(TimeSpan.FromMinutes(1));
            return new RunningProduct(app, own, keepsFolder: folder is not null, turns);
        }
        catch
        {
            await app.DisposeAsync();
            if (folder is null)
                own.Dispose();
            throw;
        }
    }

    public Phone Phone(string person, string account) => Control.Phone(person, account);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keepsFolder)
            _folder.Dispose();
    }

    private static void PutBehind(TurnGate gate, IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IBot));
        services.Add(new ServiceDescriptor(typeof(IBot), all => new TurnGate.GatedBot(Original(all, registered), gate), registered.Lifetime));
    }

    private static IBot Original(IServiceProvider all, ServiceDescriptor registered) => (IBot)(registered.ImplementationInstance
        ?? registered.ImplementationFactory?.Invoke(all)
        ?? ActivatorUtilities.CreateInstance(all, registered.ImplementationType!));
}
