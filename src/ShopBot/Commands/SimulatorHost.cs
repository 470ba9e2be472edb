using ShopBot.Settings;
using ShopBot.Simulator;
using ShopBot.Simulator.Clock;

namespace ShopBot.Commands;

/// <summary>A server with nothing but the simulator on it.</summary>
internal static class SimulatorHost
{
    /// <param name="Listen">Port 0 = a free one.</param>
    /// <param name="StartsAt">Null = now.</param>
    public sealed record Wish(Uri Listen, Action<SimulatorOptions> Fill, DateTimeOffset? StartsAt, bool Frozen);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Wish wish, CancellationToken ct)
    {
        try
        {
            await using var app = Build(wish);
            await app.StartAsync(ct);
            foreach (var line in Addresses(app))
                Console.WriteLine(line);
            await app.WaitForShutdownAsync(ct);
            return ShopBotHost.Ok;
        }
        catch (SettingsException bad)
        {
            foreach (var problem in bad.Problems)
                await Console.Error.WriteLineAsync(problem);
            return ShopBotHost.BadSettings;
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Choose another with --port.");
            return ShopBotHost.Failed;
        }
    }

    private static WebApplication Build(Wish wish)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(SimulatorHost).Assembly.GetName().Name,
        });
        builder.WebHost.UseStaticWebAssets();
        // The shops' own settings, such as their address, are none of the simulator's.
        builder.WebHost.UseUrls(wish.Listen.GetLeftPart(UriPartial.Authority));
        builder.Configuration["urls"] = wish.Listen.GetLeftPart(UriPartial.Authority);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Why it did not start is said in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSimulator(wish.Fill);
        var app = builder.Build();
        app.MapStaticAssets();
        app.MapSimulator();
        app.MapGet("/", http =>
        {
            http.Response.Redirect("/phones");
            return Task.CompletedTask;
        });
        var clock = app.Services.GetRequiredService<MovableClock>();
        if (wish.Frozen)
            clock.Freeze();
        if (wish.StartsAt is { } start)
            clock.SetTo(start);
        return app;
    }

    private static IEnumerable<string> Addresses(WebApplication app)
    {
        var here = app.Urls.First().TrimEnd('/');
        yield return $"The WeChat platform in a box listens at {here}";
        yield return $"  Phones:       {here}/phones";
        yield return $"  API host:     {here}/simulator/wechat   (in the place of https://api.weixin.qq.com)";
        yield return $"  Control API:  {here}/simulator/control  (people, clock, faults, transcript)";
        var world = app.Services.GetRequiredService<SimulatorOptions>();
        foreach (var account in world.Accounts)
        {
            yield return "";
            yield return $"Account {account.Name} ({account.Kind}, {account.Mode}); configure in the bot under test:";
            yield return $"  OriginalId      {account.OriginalId}";
            yield return $"  AppID           {account.AppId}";
            yield return $"  AppSecret       {account.AppSecret}";
            yield return $"  Token           {account.Token}";
            yield return $"  EncodingAESKey  {account.EncodingAESKey}";
            yield return account.CallbackUrl.Length > 0 ? $"  pushed to       {account.CallbackUrl}"
                : $"  pushed nowhere: start with --callback, or PUT {here}/simulator/control/accounts/{account.Name} with callbackUrl";
        }
        if (world.People.FirstOrDefault() is { } person)
        {
            yield return "";
            yield return $"{person.Name} says something; the answer shows what the bot said:";
            yield return $"  curl '{here}/simulator/control/chats/{Uri.EscapeDataString(person.Account)}/{Uri.EscapeDataString(person.Name)}/say?wait=true' -H 'Content-Type: application/json' -d '{{\"text\":\"你好\"}}'";
        }
    }
}
