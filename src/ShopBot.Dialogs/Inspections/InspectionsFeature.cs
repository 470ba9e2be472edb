using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Staff;

namespace ShopBot.Dialogs.Inspections;

internal static class InspectionsFeature
{
    /// <summary>Asking customers about something found: staff's side, the customers' answers, and the notices of both.</summary>
    public static IServiceCollection AddInspections(this IServiceCollection services) => services
        .AddSingleton<InspectionSender>().AddSingleton<InspectionDialog>().AddSingleton<InspectionDesk>().AddSingleton<OrderFindings>()
        .AddSingleton<IStaffTask, InspectionTask>().AddSingleton<ICustomerAnswers, InspectionAnswers>()
        .AddSingleton<INotice, FindingAskedNotice>().AddSingleton<INotice, FindingUnansweredNotice>().AddSingleton<INotice, FindingDefaultedNotice>()
        .AddSingleton<INotice, FindingSettledNotice>().AddSingleton<INotice, FindingWithdrawnNotice>().AddSingleton<INotice, FindingDecidedNotice>();
}
