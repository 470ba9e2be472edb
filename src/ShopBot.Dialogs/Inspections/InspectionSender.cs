using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>Shows staff what a customer will be asked, and asks it.</summary>
public sealed class InspectionSender(
    AskCustomer askCustomer, InspectionReader inspections, OrderReader orders, CustomerReader customers, StaffReader staff, VisitorBook visitors, TimeProvider clock)
{
    /// <summary>What the shop asks about, in its own currency. Only where it has said so.</summary>
    public static InspectionPlan PlanOf(Visit visit) => visit.Content.Inspections!.Plan.In(visit.Settings.Currency);

    /// <returns>Why this order's customer cannot be asked now; null where they can.</returns>
    public async Task<Text?> RefusalAsync(Visit visit, int number, CancellationToken ct)
    {
        if (visit.Content.Inspections is null)
            return new NoInspections();
        if ((await staff.AllAsync(visit.Shop, ct)).FirstOrDefault(s => s.Id == visit.Visitor.StaffId)?.Role == StaffRole.Courier)
            return new NotForCouriers();
        if (await orders.FindAsync(visit.Shop, number, ct) is not { } order)
            return new StaffTexts.NoSuchOrder(number);
        return order.Kind == Offer.Laundry && FindingStates.MayAsk(order.State) ? null : NotNow(visit, order.Kind, number, order.State);
    }

    /// <summary>The very words the customer gets, in their language; the draft remembers what they were shown with.</summary>
    /// <returns>Null where there is no such order any more.</returns>
    public async Task<string?> PreviewAsync(Visit visit, FindingDraft draft, FindingKind kind, IReadOnlyList<string> photos, CancellationToken ct)
    {
        if (await orders.FindAsync(visit.Shop, draft.Number, ct) is not { } order)
            return null;
        var plan = PlanOf(visit);
        draft.Letter = AskCustomer.NextLetter(await inspections.CountAsync(visit.Shop, order.Id, ct));
        draft.AnswerBy = plan.AnswerBy(clock.GetUtcNow(), visit.Settings.OpeningHours, visit.Settings.Zone).ToUnixTimeMilliseconds();
        var finding = AskCustomer.Draft(order.Id, plan, draft.Request(kind, photos), clock.GetUtcNow(), askedBy: "");
        var voice = visit.Content.In(Languages.Closest((await customers.FindAsync(visit.Shop, order.CustomerId, ct))?.Language ?? visit.Settings.Culture));
        var label = FindingCard.LabelOf(draft.Number, draft.Letter);
        return visit.Say(new Preview(
            order.Name, FindingWords.Question(voice, label, finding, order.Total.Currency, visit.Settings.Zone),
            string.Join("\n", FindingWords.Choices(voice, label, finding, order.Total.Currency))));
    }

    /// <returns>What came of it; null where the preview has to be looked at once more, and why is said first.</returns>
    public async Task<Activity?> SendAsync(Visit visit, FindingDraft draft, IReadOnlyList<string> photos, CancellationToken ct)
    {
        if (visit.Content.Inspections is null)
            return visit.Message(new NoInspections());
        var plan = PlanOf(visit);
        // Content may have been reloaded since the preview.
        if (plan.Kinds.FirstOrDefault(k => k.Code == draft.Kind) is not { } kind || photos.Count == 0)
            return null;
        var result = await askCustomer.RunAsync(visit.Shop, visit.NextKey("ask-customer"), new Actor(visit.Contact), draft.Number, plan, draft.Request(kind, photos), ct);
        switch (result)
        {
            case AskCustomerResult.Asked asked:
                return visit.Message(new Asked(
                    FindingCard.LabelOf(asked.Number, asked.Letter), asked.CustomerName, FindingWords.When(visit.Voice, asked.AnswerBy, visit.Settings.Zone)), visit.Say(new StaffTexts.MenuToday()));
            case AskCustomerResult.AskedMeanwhile meanwhile:
                visit.First(new AskedMeanwhile(meanwhile.By, FindingCard.LabelOf(meanwhile.Number, meanwhile.Letter)));
                return null;
            case AskCustomerResult.TooOld:
                visit.First(new PreviewTooOld());
                return null;
            case AskCustomerResult.NotStaff:
                await visitors.RecogniseStaffAsync(visit, ct);
                return visit.Message(new StaffTexts.NoLongerStaff());
            default:
                return visit.Message(Refused(visit, result));
        }
    }

    private static Text Refused(Visit visit, AskCustomerResult result) => result switch
    {
        AskCustomerResult.NotForCouriers => new NotForCouriers(),
        AskCustomerResult.NoSuchOrder none => new StaffTexts.NoSuchOrder(none.Number),
        AskCustomerResult.NotNow late => NotNow(visit, Offer.Laundry, late.Number, late.State),
        AskCustomerResult.CustomerHasLeft left => new CustomerHasLeft(left.Number),
        AskCustomerResult.TooMany many => new TooManyQuestions(many.Number, many.Most),
        _ => throw new InvalidOperationException($"AskCustomer gave {result}, which has no answer."),
    };

    private static Text NotNow(Visit visit, Offer kind, int number, OrderState state) =>
        kind == Offer.Laundry ? new NotNow(number, OrderView.State(visit.Voice, kind, state)) : new NotLaundry(number);
}
