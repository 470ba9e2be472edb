using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using ShopBot.Simulator;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Testing.Driving;

/// <summary>The platform in a server of its own, so that it goes on when the product is killed.</summary>
public sealed class SimulatedWeChat : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly SimulatedAccount _account;

    private SimulatedWeChat(WebApplication app, SimulatedAccount account, int productPort)
    {
        (_app, _account, ProductPort) = (app, account, productPort);
        Control = new ControlClient(_http, new Uri(app.Urls.First()));
    }

    public ControlClient Control { get; }

    /// <summary>Where this platform delivers to, and the product has to listen.</summary>
    public int ProductPort { get; }

    /// <summary>One account of a shop, and the people who follow it.</summary>
    public static async Task<SimulatedWeChat> StartAsync(string account, params string[] people)
    {
        var port = ProductProcess.FreePort();
        var settings = new SimulatedAccount { Name = account, CallbackUrl = $"http://127.0.0.1:{port}/channels/wechat/{account}" };
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSimulator(world =>
        {
            world.Accounts.Add(settings);
            foreach (var person in people)
                world.People.Add(new SimulatedPerson(person, account));
        });
        var app = builder.Build();
        app.MapSimulator();
        await app.StartAsync();
        return new SimulatedWeChat(app, settings, port);
    }

    public Phone Phone(string person) => Control.Phone(person, _account.Name);

    /// <summary>The program, with this platform in the place of WeChat. The folder keeps its databases from one start to the next.</summary>
    public Task<ProductProcess> StartProductAsync(TempFolder folder, params string[] settings) => ProductProcess.StartAsync(ProductPort, folder,
    [
        "--environment=Development", "--Simulator:Enabled=true", $"--ConnectionStrings:Shop=Data Source={folder.File("shop.db")}",
        $"--Accounts:{_account.Name}:Shop={_account.Name}", $"--Accounts:{_account.Name}:Channel=WeChat", $"--Accounts:{_account.Name}:ApiBase={_app.Urls.First()}/simulator/wechat",
        $"--Accounts:{_account.Name}:AppId={_account.AppId}", $"--Accounts:{_account.Name}:AppSecret={_account.AppSecret}",
        $"--Accounts:{_account.Name}:OriginalId={_account.OriginalId}", $"--Accounts:{_account.Name}:Token={_account.Token}",
        $"--Accounts:{_account.Name}:EncodingAESKey={_account.EncodingAESKey}", .. settings,
    ]);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
