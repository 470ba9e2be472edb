using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Messaging.Codes;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Menus;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;

namespace ShopBot.Channels.WeChat;

public static class WeChatFeature
{
    /// <summary>WeChat in and out. Needs the account book, contacts, tokens, media and the turn engine from elsewhere.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new WeChatTimes());
        services.AddSingleton<WeChatAccounts>();
        services.AddSingleton<WeChatComposer>();
        services.AddSingleton<WeChatAnswers>();
        services.AddSingleton<WeChatTyping>();
        services.AddSingleton<WeChatChannel>();
        services.AddSingleton<ITurnChannel>(provider => provider.GetRequiredService<WeChatChannel>());
        services.AddSingleton<WeChatReportDesk>();
        services.AddSingleton<WeChatWebhook>();
        services.AddSingleton<WeChatHttp>();
        services.AddSingleton<WeChatTokens>();
        services.AddSingleton<WeChatApi>();
        services.AddSingleton<WeChatOutcomes>();
        services.AddSingleton<WeChatUploads>();
        services.AddSingleton<WeChatTags>();
        services.AddSingleton<IAccountMenus, WeChatMenus>();
        services.AddSingleton<IAudienceTags, WeChatAudiences>();
        services.AddSingleton<IAccountCodes, WeChatCodes>();
        services.AddSingleton<IOutbound, WeChatOutbound>();
        services.AddSingleton<IIncomingMedia, WeChatIncomingMedia>();
        return services;
    }

    /// <summary>The webhook's addresses: <c>/channels/wechat/{account}</c>, with <c>/{secret}</c> behind it where the account has a PathSecret.</summary>
    public static IEndpointRouteBuilder MapWeChat(this IEndpointRouteBuilder app)
    {
        var webhook = app.ServiceProvider.GetRequiredService<WeChatWebhook>();
        foreach (var pattern in (ReadOnlySpan<string>)["/channels/wechat/{account}", "/channels/wechat/{account}/{secret}"])
        {
            app.MapGet(pattern, webhook.VerifyAsync).AllowAnonymous();
            app.MapPost(pattern, webhook.ReceiveAsync).AllowAnonymous();
        }
        return app;
    }
}
