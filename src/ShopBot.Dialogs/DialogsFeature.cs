using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Charges;
using ShopBot.Dialogs.Complaints;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Custody;
using ShopBot.Dialogs.Faq;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Intents;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Person;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Pieces;
using ShopBot.Dialogs.Prepaid;
using ShopBot.Dialogs.Shifts;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Staff;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Pickups;

namespace ShopBot.Dialogs;

public static class DialogsFeature
{
    /// <summary>The bot and its words. A content folder that does not fit stops the start, a line for each thing wrong.</summary>
    /// <remarks>Needs <see cref="IStorage"/>, the shop's operations, the accounts and the channels' incoming media.</remarks>
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddOptions<DialogsOptions>().BindConfiguration("Dialogs")
            .Configure<IConfiguration>((options, settings) => options.PublicUrl = settings["PublicUrl"] ?? options.PublicUrl)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DialogsOptions>, DialogsOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ConversationState>();
        services.TryAddSingleton<UserState>();
        services.AddSingleton<ContentBook>().AddSingleton<CatalogueContentReader>().AddSingleton<OrderLinks>().AddSingleton<OrderPageWords>();
        services.AddSingleton<HandoverStep>().AddSingleton<QuantityStep>().AddSingleton<WindowKeeper>().AddSingleton<ServiceAreaStep>().AddSingleton<PickupStep>().AddSingleton<OrderPrices>().AddSingleton<PaymentStep>().AddSingleton<SameAgain>().AddSingleton<SummaryStep>().AddSingleton<DraftSteps>();
        services.AddSingleton(given => new OrderingDialog(
            given.GetRequiredService<ConversationState>(), given.GetRequiredService<CatalogueReader>(), given.GetRequiredService<DraftSteps>(),
            given.GetRequiredService<SameAgain>(), given.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OrdersDialog>().AddSingleton<PersonDesk>().AddSingleton<PersonDialog>();
        services.AddSingleton<OrderMover>().AddSingleton<StaffPictures>().AddSingleton<StockDesk>().AddSingleton<CodeDesk>()
            .AddSingleton<StaffDialog>().AddSingleton<PhotoDialog>().AddSingleton<BindDialog>().AddSingleton<RevokeDialog>().AddSingleton<StaffDesk>();
        services.AddSingleton<ICustomerAnswers, PieceAnswers>();
        services.AddSingleton<TopUpDialog>().AddSingleton<CardDesk>().AddSingleton<IStaffTask, PrepaidDesk>().AddSingleton<INotice, PrepaidChangedNotice>();
        services.AddSingleton<IStaffTask, ChargeDesk>().AddSingleton<INotice, OrderChargedNotice>();
        services.AddSingleton<VisitorBook>().AddSingleton<ErrandSet>().AddSingleton<SmallTalk>().AddSingleton<Interruptions>().AddSingleton<Returning>();
        services.AddSingleton<IWindowPurpose, PickupPurpose>().AddSingleton<WindowDialog>().AddSingleton<WindowDesk>()
            .AddSingleton<ICustomerAnswers>(given => given.GetRequiredService<WindowDesk>()).AddSingleton<INotice, PickupMovedNotice>()
            .AddSingleton<IPickupPlans, PickupPlans>().AddSingleton<INotice, PickupRemindedNotice>()
            .AddSingleton<INotice, PickupMovedByShopNotice>().AddSingleton<MovePickupDialog>().AddSingleton<IStaffTask, MovePickupTask>().AddSingleton<IStaffTask, WindowsTask>()
            .AddSingleton<ICustomerAnswers, WaitDesk>().AddSingleton<INotice, PickupOfferedNotice>().AddSingleton<INotice, PickupOfferPassedNotice>().AddSingleton<INotice, PickupWaitedInVainNotice>();
        services.AddReturns();
        services.AddSingleton<IntentDesk>().AddSingleton<ConsentDesk>().AddSingleton<FaqDesk>().AddSingleton<ComplaintDesk>().AddSingleton<ComplaintDialog>();
        services.AddSingleton<CustodyWords>().AddSingleton<CustodyAnswers>().AddSingleton<CustodyDialog>().AddSingleton<LabelLinks>().AddSingleton<BagScan>()
            .AddSingleton<IStaffTask, CustodyDesk>().AddSingleton<IStaffTask, LabelDesk>().AddSingleton<INotice, CustodyAlarmNotice>();
        services.AddSingleton<NoticeForms>()
            .AddSingleton<INotice, OrderMovedNotice>().AddSingleton<INotice, PhotoNotice>()
            .AddSingleton<INotice, OrderPlacedNotice>().AddSingleton<INotice, OrderCancelledNotice>().AddSingleton<INotice, PersonNotice>().AddSingleton<INotice, ComplaintNotice>()
            .AddSingleton<INoticeWriter, NoticeWriter>().AddSingleton<ITurnApology, TurnApology>();
        services.AddShifts();
        return services.AddInspections().AddSingleton<IBot, FrontDesk>();
    }
}
