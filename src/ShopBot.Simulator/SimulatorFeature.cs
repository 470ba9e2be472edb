using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Simulator.Clock;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat;
using ShopBot.Simulator.WeChat.Api;
using ShopBot.Simulator.WeChat.Files;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator;

/// <summary>The messaging platforms in a box, inside the host's own web server.</summary>
public static class SimulatorFeature
{
    /// <summary>Adds the simulator and makes its <see cref="MovableClock"/> the host's one <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, Action<SimulatorOptions> configure)
    {
        var options = new SimulatorOptions();
        configure(options);
        services.TryAddSingleton<MovableClock>();
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(all => all.GetRequiredService<MovableClock>());
        services.AddSingleton(options);
        services.AddSingleton<Platform>().AddSingleton<LiveEvents>().AddSingleton<MediaShelf>().AddSingleton<FaultList>().AddSingleton<ServerAddress>();
        services.AddSingleton<PushBook>().AddSingleton<ReplyReader>().AddSingleton<PushLine>().AddSingleton<Pusher>().AddSingleton<PersonActs>();
        services.AddSingleton<JobPushes>().AddSingleton<ApiDesk>();
        services.AddSingleton<IApi, TokenApi>().AddSingleton<IApi, CustomerServiceApi>().AddSingleton<IApi, MediaApi>().AddSingleton<IApi, MenuApi>();
        services.AddSingleton<IApi, TemplateApi>().AddSingleton<IApi, SubscriptionApi>().AddSingleton<IApi, CodeApi>().AddSingleton<IApi, UserApi>().AddSingleton<IApi, TagApi>();
        services.AddSingleton<IApi, MaterialApi>().AddSingleton<IApi, DraftApi>().AddSingleton<IApi, PublishApi>().AddSingleton<IApi, MassApi>().AddSingleton<IApi, QuotaApi>();
        services.AddSingleton<IApi, OneTimeApi>().AddSingleton<IApi, ShortKeyApi>();
        services.AddSingleton<ActingEndpoints>().AddSingleton<WorldEndpoints>().AddSingleton<MachineEndpoints>().AddSingleton<LiveEndpoint>();
        return services;
    }

    /// <summary>Maps <c>/simulator/wechat/…</c>, <c>/simulator/control/…</c> and <c>/phones</c>.</summary>
    /// <remarks>The page's script and styles come with the host's <c>MapStaticAssets</c>.</remarks>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var desk = services.GetRequiredService<ApiDesk>();
        app.Map(ControlPaths.WeChat + "/{**path}", desk.HandleAsync);

        var control = new ControlRoutes(app);
        var world = services.GetRequiredService<WorldEndpoints>();
        world.Map(control);
        services.GetRequiredService<ActingEndpoints>().Map(control);
        services.GetRequiredService<MachineEndpoints>().Map(control);
        services.GetRequiredService<LiveEndpoint>().Map(app);

        app.MapGet(ControlPaths.Picture("{id}"), world.PictureAsync);
        PhonesPage.Map(app);
        return app;
    }
}
