using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dialogs.DaySheets;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Shifts;

namespace ShopBot.Dialogs.Shifts;

internal static class ShiftsFeature
{
    /// <summary>Staff at work in the chat, and what they and their customers are told unasked.</summary>
    public static IServiceCollection AddShifts(this IServiceCollection services) => services
        .AddSingleton<IShiftRules, ContentShiftRules>()
        .AddSingleton<IStaffTask, ShiftDesk>().AddSingleton<IStaffTask, RoundDesk>().AddSingleton<IStaffTask, UndoDesk>()
        .AddSingleton<IStaffTask, RoundList>().AddSingleton<DaySheetReader>().AddSingleton<DaySheetLinks>().AddSingleton<DaySheetWords>().AddSingleton<WorkDigest>()
        .AddSingleton<INotice, ShiftOverNotice>().AddSingleton<INotice, FetchTakenOverNotice>().AddSingleton<INotice, FetchGivenBackNotice>()
        .AddSingleton<INotice, FetchOffNotice>().AddSingleton<INotice, FetchWaitingNotice>().AddSingleton<INotice, FetchIgnoredNotice>()
        .AddSingleton<INotice, CourierMissingNotice>().AddSingleton<INotice, NobodyHomeAgainNotice>()
        .AddSingleton<INotice, PickupMissedNotice>().AddSingleton<INotice, NobodyHomeNotice>().AddSingleton<INotice, MoveTakenBackNotice>();
}
