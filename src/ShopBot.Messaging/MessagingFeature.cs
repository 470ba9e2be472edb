using Microsoft.Extensions.DependencyInjection;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;

namespace ShopBot.Messaging;

public static class MessagingFeature
{
    /// <summary>Turns and the outbox. Their tables come with the chosen storage, their words with the dialogs, their platforms with the channels.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddOptions<TurnOptions>().BindConfiguration("Turns").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OutboxOptions>().BindConfiguration("Outbox").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnAdapter>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<SpeakerHolds>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<RouteFinder>();
        services.AddSingleton<SendLedger>();
        services.AddSingleton<LaneSender>();
        services.AddSingleton<IOwedAnswers, OwedAnswers>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddHostedService<PendingEventWorker>();
        return services;
    }
}
