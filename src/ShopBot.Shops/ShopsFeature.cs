using Microsoft.Extensions.DependencyInjection;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Codes;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Faq;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops;

public static class ShopsFeature
{
    /// <summary>The shop's operations and readers. Tables and transactions come with the chosen storage.</summary>
    public static IServiceCollection AddShops(this IServiceCollection services) => services
        .AddSingleton<CatalogueReader>().AddSingleton<StockCatalogue>().AddSingleton<AdjustStock>()
        .AddSingleton<MeetCustomer>().AddSingleton<ForgetCustomer>().AddSingleton<NoteScan>().AddSingleton<ChooseLanguage>().AddSingleton<CustomerReader>().AddSingleton<AskForPerson>()
        .AddSingleton<AudienceSignal>().AddSingleton<AudienceBook>().AddSingleton<KeepCode>().AddSingleton<CodeReader>()
        .AddSingleton<ChooseMessages>().AddSingleton<MakeComplaint>().AddSingleton<NoteUnanswered>().AddSingleton<UnansweredReader>()
        .AddSingleton<PlaceOrder>().AddSingleton<CancelOrder>().AddSingleton<MoveOrder>().AddSingleton<MarkPaid>().AddSingleton<AddPhoto>().AddSingleton<OrderReader>().AddSingleton<PickupReader>()
        .AddSingleton<ChargeOrder>().AddSingleton<ReturnMoney>()
        .AddSingleton<ListPieces>().AddSingleton<TopUpPrepaid>().AddSingleton<ClaimPrepaid>().AddSingleton<PrepaidReader>()
        .AddSingleton<ReschedulePickup>().AddSingleton<PickupMoveReader>().AddSingleton<MovePickup>().AddSingleton<CloseWindows>()
        .AddSingleton<CustodyPhotos>().AddSingleton<RecordCustody>().AddSingleton<ReserveSeals>().AddSingleton<CustodyReader>()
        .AddSingleton<AskCustomer>().AddSingleton<AnswerFinding>().AddSingleton<WithdrawFinding>().AddSingleton<InspectionReader>()
        .AddSingleton<IDeadline, FindingReminder>().AddSingleton<IDeadline, FindingEnd>()
        .AddSingleton<IssueStaffCode>().AddSingleton<BindStaff>().AddSingleton<RevokeStaff>().AddSingleton<StaffReader>()
        .AddSingleton<HoldPickup>().AddSingleton<IDeadline, PickupHoldOver>()
        .AddSingleton<IPickupPlans, NoPickupPlans>().AddSingleton<IDeadline, PickupReminder>()
        .AddShifts()
        .AddSingleton<WaitForPickup>().AddSingleton<AnswerPickupOffer>().AddSingleton<PickupWaitReader>().AddSingleton<IDeadline, PickupLine>().AddSingleton<IDeadline, PickupOfferOver>().AddSingleton<IDeadline, PickupWaitOver>()
        .AddSingleton<IReturnRules, NoReturnRules>().AddSingleton<BookReturn>().AddSingleton<SettleReturn>().AddSingleton<ReturnReader>().AddSingleton<IOrderFollower, ReturnFollower>()
        .AddSingleton<IDeadline, ReturnSilence>().AddSingleton<IDeadline, ReturnReminder>().AddSingleton<IDeadline, ReturnOverdue>()
        .AddSingleton<DeadlineClock>().AddHostedService(given => given.GetRequiredService<DeadlineClock>());
}
