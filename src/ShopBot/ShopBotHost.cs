using Microsoft.Extensions.Options;
using ShopBot.Channels.WeChat;
using ShopBot.Dialogs;
using ShopBot.Messaging;
using ShopBot.Messaging.Media;
using ShopBot.Settings;
using ShopBot.Shops;
using ShopBot.Simulator;
using ShopBot.Storage;
using ShopBot.Storage.Sqlite;
using ShopBot.Web;

namespace ShopBot;

/// <summary>Puts the program together: settings, features, pages.</summary>
public static class ShopBotHost
{
    internal const int Ok = 0, Failed = 1, BadSettings = 2;

    /// <returns>The exit code: 0 ended in order, 1 failed, 2 bad settings (a line each on standard error).</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            return await RunAsync(app);
        }
        catch (SettingsException bad)
        {
            foreach (var problem in bad.Problems)
                await Console.Error.WriteLineAsync(problem);
            return BadSettings;
        }
        catch (OptionsValidationException bad)
        {
            foreach (var problem in bad.Failures)
                await Console.Error.WriteLineAsync(problem);
            return BadSettings;
        }
        catch (Exception error) when (error is DatabaseInUseException or NewerSchemaException or IOException)
        {
            // Known and for the operator: the sentence is enough.
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
    }

    private static async Task<int> RunAsync(WebApplication app)
    {
        // Taken now: the services are gone when the run has ended.
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop before the start was done: nothing was begun, so it ends in order.
        }

        return Ok;
    }

    /// <exception cref="SettingsException">Something in the settings is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Beside the executable, so that it runs from any folder; the name finds the static files' manifest from a test host too.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(ShopBotHost).Assembly.GetName().Name,
        });
        configure?.Invoke(builder);
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls("http://localhost:5080");
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        // Its request lines would write signatures and people's ids into the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        var settings = ShopBotSettings.Read(builder.Configuration, builder.Environment);
        AddFeatures(builder, settings);
        var app = builder.Build();
        Map(app, settings);
        return app;
    }

    private static void AddFeatures(WebApplicationBuilder builder, ShopBotSettings settings)
    {
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Accounts);
        services.AddSingleton(settings.Shops);

        services.AddStorage(settings.Places);
        services.AddMessaging();
        services.AddWeChat();
        services.AddShops();
        services.AddDialogs();
        services.AddPages();
        services.AddSingleton<StartHealth>();
        services.AddHealthChecks()
            .AddCheck<StartHealth>("start", tags: [DatabaseHealth.Ready])
            .AddCheck<DatabaseHealth>("shop.db", tags: [DatabaseHealth.Ready]);
        if (settings.Demo is { } demo)
            services.AddSimulator(demo.Fill);
        if (settings.PublicUrl is { } publicUrl)
            services.PostConfigure<MediaOptions>(media => media.PublicUrl = publicUrl.ToString().TrimEnd('/'));

        services.AddSingleton<PublicAddress>();
        services.AddHostedService<CatalogueImport>();
        services.AddSingleton<MenuKeeper>().AddHostedService(given => given.GetRequiredService<MenuKeeper>());
        services.AddHostedService<AudienceKeeper>();
        // Last: it speaks once everything else has started.
        services.AddHostedService<Welcome>();
    }

    private static void Map(WebApplication app, ShopBotSettings settings)
    {
        app.MapStaticAssets();
        app.MapWeChat();
        app.MapPages();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(DatabaseHealth.Ready) });
        if (settings.Demo is not null)
            app.MapSimulator();
    }
}
