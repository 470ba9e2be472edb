using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Returns;

namespace ShopBot.Dialogs.Returns;

internal static class ReturnsFeature
{
    /// <summary>How clean laundry comes back, as the content says.</summary>
    public static IServiceCollection AddReturns(this IServiceCollection services) => services
        .AddSingleton<IReturnRules, ContentReturnRules>().AddSingleton<ReturnWindows>().AddSingleton<ReturnWords>().AddSingleton<ReturnPlaces>().AddSingleton<PlaceDialog>()
        .AddSingleton<ReturnPurpose>().AddSingleton<IWindowPurpose>(given => given.GetRequiredService<ReturnPurpose>())
        .AddSingleton<ICustomerAnswers, ReturnDesk>().AddSingleton<HandoverReplies>().AddSingleton<Handovers>().AddSingleton<HandoverDialog>().AddSingleton<IStaffTask, HandoverDesk>()
        .AddSingleton<INotice, ReturnAskedNotice>().AddSingleton<INotice, ReturnSoonNotice>().AddSingleton<INotice, ReturnStaffNotice>();
}
