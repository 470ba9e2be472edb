using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Charges.ChargesTexts;

namespace ShopBot.Dialogs.Charges;

/// <summary>Staff charge for something, take something off, take that back, and note what was given back: <c>加收 12 20 去渍</c>.</summary>
/// <remarks>Every message stands alone; what it lacks is answered with how to write it.</remarks>
public sealed class ChargeDesk(ErrandSet errands, ChargeOrder chargeOrder, ReturnMoney returnMoney, VisitorBook visitors) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.Charge, StaffWord.Discount, StaffWord.UndoCharge, StaffWord.Refunded];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        var number = command.Number ?? 0;
        var answer = command switch
        {
            { Number: null, Word: StaffWord.UndoCharge or StaffWord.Refunded } => visit.Message(new StaffTexts.WhichOrder(Heard.Quote(visit.Said))),
            { Word: StaffWord.Refunded } => await ReturnAsync(visit, number, ct),
            { Word: StaffWord.UndoCharge } => await SayAsync(visit, number, await UndoAsync(visit, number, command.Rest, ct), ct),
            _ => await ChargeAsync(visit, number, command, ct),
        };
        if (number > 0)
            note.StaffOrder = number;
        await visit.SendAsync(answer, ct);
    }

    private async Task<Activity> ChargeAsync(Visit visit, int number, StaffCommand command, CancellationToken ct)
    {
        var isDiscount = command.Word == StaffWord.Discount;
        var example = visit.Say(isDiscount ? new DiscountExample(Math.Max(number, 1)) : new ChargeExample(Math.Max(number, 1)));
        if (visit.Content.Charges is not { } rules)
            return visit.Message(new ChargesNotOffered());
        if (command.Rest.Length == 0 || number == 0)
            return visit.Message(new AmountMissing(example));
        if (Amounts.Beginning(command.Rest, visit.Settings.Currency) is not var (amount, label))
            return visit.Message(new AmountUnclear(Heard.Quote(command.Rest), example));
        if (amount.Amount > rules.Most)
            return visit.Message(new AmountTooHigh(Money.Of(rules.Most, visit.Settings.Currency).ToString()));
        label = label.ReplaceLineEndings(" ");
        if (label.Length is 0 or > ChargeOrder.LongestLabel)
            return visit.Message(label.Length == 0 ? new LabelMissing(example) : new LabelTooLong(ChargeOrder.LongestLabel));
        return await SayAsync(visit, number, await chargeOrder.RunAsync(
            visit.Shop, visit.NextKey("charge-order"), new Actor(visit.Contact), number, isDiscount ? -amount.Minor : amount.Minor, label, ct), ct);
    }

    private Task<ChargeOrderResult> UndoAsync(Visit visit, int number, string rest, CancellationToken ct)
    {
        int? place = int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : null;
        string In(string language) => visit.Content.In(language).Say(new TakenBack("{0}"));
        return chargeOrder.UndoAsync(
            visit.Shop, visit.NextKey("undo-charge"), new Actor(visit.Contact), number, place, new Localised(In(Languages.Chinese), In(Languages.English)), ct);
    }

    private async Task<Activity> ReturnAsync(Visit visit, int number, CancellationToken ct)
    {
        var result = await returnMoney.RunAsync(visit.Shop, visit.NextKey("return-money"), new Actor(visit.Contact), number, ct);
        if (result is ReturnMoneyResult.NotStaff)
            await visitors.RecogniseStaffAsync(visit, ct);
        return visit.Message(result switch
        {
            ReturnMoneyResult.Returned returned => new MoneyReturned(number, new Money(returned.AmountInMinor, returned.Currency).ToString()),
            ReturnMoneyResult.NothingToReturn => new NothingToReturn(number),
            ReturnMoneyResult.NotAllowed => new OnlyManagersAndClerks(),
            ReturnMoneyResult.NotStaff => new StaffTexts.NoLongerStaff(),
            _ => new StaffTexts.NoSuchOrder(number),
        });
    }

    private async Task<Activity> SayAsync(Visit visit, int number, ChargeOrderResult result, CancellationToken ct)
    {
        if (result is ChargeOrderResult.Charged charged)
            return Visit.Message(SayCharged(visit, charged), UndoLine(visit, charged), visit.Say(new NoticesTexts.ShowIt(number)));
        if (result is ChargeOrderResult.NotStaff)
            await visitors.RecogniseStaffAsync(visit, ct);
        return visit.Message(result switch
        {
            ChargeOrderResult.MoreThanItCosts more => new MoreThanItCosts(number, new Money(more.TotalInMinor, more.Currency).ToString()),
            ChargeOrderResult.OrderIsOver over => over.State == OrderState.Cancelled ? new CancelledCannotBeCharged(number) : new CompletedCannotBeCharged(number),
            ChargeOrderResult.NothingToUndo => new NothingToUndo(number),
            ChargeOrderResult.AlreadyUndone => new AlreadyUndone(number),
            ChargeOrderResult.NotAllowed => new OnlyManagersAndClerks(),
            ChargeOrderResult.NotStaff => new StaffTexts.NoLongerStaff(),
            _ => new StaffTexts.NoSuchOrder(number),
        });
    }

    private static string SayCharged(Visit visit, ChargeOrderResult.Charged charged)
    {
        string Of(long minor) => new Money(Math.Abs(minor), charged.Currency).ToString();
        var (number, name, label) = (charged.Number, charged.CustomerName, charged.Label.In(visit.Voice));
        var (amount, before, total) = (Of(charged.AmountInMinor), Of(charged.BeforeInMinor), Of(charged.TotalInMinor));
        var said = visit.Say(charged.AmountInMinor > 0 ? new Charged(number, name, label, amount, before, total) : new Discounted(number, name, label, amount, before, total));
        return charged.DueInMinor switch
        {
            > 0 and var due => $"{said}\n{visit.Say(new StillDue(Of(due)))}",
            < 0 and var back => $"{said}\n{visit.Say(new ToReturn(Of(back), number))}",
            _ => said,
        };
    }

    // With its place among the charges, so that a second tap takes back nothing else.
    private static string UndoLine(Visit visit, ChargeOrderResult.Charged charged) =>
        string.Create(CultureInfo.InvariantCulture, $"{StaffCommand.WordFor(visit, StaffWord.UndoCharge)} {charged.Number} {charged.Place}");
}
