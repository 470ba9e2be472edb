using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Staff at work: the open orders, one of them, and the steps it can take.</summary>
/// <remarks>Begun with nothing for the list, with an order's number, or with <c>12:Collected</c> where a move only lacks its details.</remarks>
public sealed class StaffDialog : Errand
{
    public const string DialogId = "staff";
    private const string StepsId = "steps", PickId = "pick", SealId = "seal", ParcelId = "parcel";
    private const string OrderKey = "order", ActionKey = "action";
    private const string Paid = "paid", List = "list", Enough = "enough", More = "more", Yes = "yes", No = "no";
    private const int PageSize = 8;

    private readonly OrderReader _orders;
    private readonly ReturnReader _returns;
    private readonly OrderMover _mover;
    private readonly IStatePropertyAccessor<DeskNote> _notes;

    public StaffDialog(OrderReader orders, ReturnReader returns, OrderMover mover, ConversationState conversation)
        : base(DialogId)
    {
        (_orders, _returns) = (orders, returns);
        _mover = mover;
        _notes = conversation.CreateProperty<DeskNote>("desk");
        AddDialog(new WaterfallDialog(StepsId, [ListAsync, ShowAsync, ActAsync, FinishAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new TextPrompt(SealId, (prompt, _) => CheckAsync(prompt, said => StaffAnswers.Seal(said) is not null, new SealUnusable())));
        AddDialog(new TextPrompt(ParcelId, (prompt, _) => CheckAsync(prompt, said => StaffAnswers.Parcel(said) is not null, new ParcelUnusable())));
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    private async Task<DialogTurnResult> ListAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var options = step.Options as string ?? "";
        if (options.Length > 0 && !options.StartsWith(More, StringComparison.Ordinal))
            return await step.NextAsync(new FoundChoice { Value = options }, ct);

        var visit = Visit.Of(step.Context);
        var skip = options.Length > More.Length ? int.Parse(options[More.Length..], CultureInfo.InvariantCulture) : 0;
        var open = await _orders.CountOpenAsync(visit.Shop, ct);
        var orders = await _orders.OpenAsync(visit.Shop, skip, PageSize, ct);
        if (orders.Count == 0)
        {
            await visit.SendAsync(new NothingOpen(), ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        }
        var choices = orders.Select(o => PickPrompt.Choice(Code(o.Number), Label(visit.Voice, o))).ToList();
        if (open > skip + orders.Count)
            choices.Add(PickPrompt.Choice(string.Create(CultureInfo.InvariantCulture, $"{More}{skip + PageSize}"), visit.Say(new MoreOrders())));
        return await step.PromptAsync(PickId, new PromptOptions { Prompt = visit.Message(new AskWhich(open)), Choices = choices }, ct);
    }

    private async Task<DialogTurnResult> ShowAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var picked = ((FoundChoice)step.Result).Value;
        if (picked.StartsWith(More, StringComparison.Ordinal))
            return await step.ReplaceDialogAsync(StepsId, picked, ct);

        var colon = picked.IndexOf(':', StringComparison.Ordinal);
        var number = int.Parse(colon < 0 ? picked : picked[..colon], CultureInfo.InvariantCulture);
        if (await _orders.FindAsync(visit.Shop, number, ct) is not { } order)
        {
            await visit.SendAsync(new NoSuchOrder(number), ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        }
        step.Values[OrderKey] = number;
        (await _notes.GetAsync(step.Context, () => new DeskNote(), ct)).StaffOrder = number;
        if (colon >= 0)
            return await step.NextAsync(new FoundChoice { Value = picked[(colon + 1)..] }, ct);
        return await step.PromptAsync(PickId, new PromptOptions { Prompt = visit.Message(DetailOf(visit, order, await _returns.FindAsync(visit.Shop, order.Id, ct))), Choices = Actions(visit, order) }, ct);
    }

    private async Task<DialogTurnResult> ActAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var number = (int)step.Values[OrderKey];
        var action = ((FoundChoice)step.Result).Value;
        step.Values[ActionKey] = action;
        switch (action)
        {
            case Enough:
                await visit.SendAsync(new AllRight(), ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            case List:
                return await step.ReplaceDialogAsync(StepsId, cancellationToken: ct);
            case nameof(OrderState.Collected):
                return await step.PromptAsync(SealId, new PromptOptions { Prompt = visit.Message(new AskSeal(number)) }, ct);
            case nameof(OrderState.Deciding):
                return await step.EndDialogAsync(new NextErrand(InspectionDialog.DialogId, Code(number)), ct);
            case nameof(OrderState.Shipped):
                return await step.PromptAsync(ParcelId, new PromptOptions { Prompt = visit.Message(new AskParcel(number)) }, ct);
            case nameof(OrderState.Cancelled):
                return await AskCancelAsync(step, visit, number, ct);
            default:
                return await step.NextAsync(null, ct);
        }
    }

    private async Task<DialogTurnResult> FinishAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var number = (int)step.Values[OrderKey];
        var action = (string)step.Values[ActionKey];
        if (step.Result is FoundChoice { Value: No })
            visit.First(new NotCancelled(number));
        else if (action == Paid)
            visit.First(await _mover.MarkPaidAsync(visit, number, ct));
        else
        {
            var details = action switch
            {
                nameof(OrderState.Collected) => new MoveDetails(SealNumber: StaffAnswers.Seal((string)step.Result)),
                nameof(OrderState.Shipped) => StaffAnswers.Parcel((string)step.Result)!,
                // Of what is on its way the button says "nobody home"; for anything else it means nothing.
                nameof(OrderState.Ready) => new MoveDetails(NotHome: true),
                _ => new MoveDetails(),
            };
            if (await _mover.MoveAsync(visit, number, Enum.Parse<OrderState>(action), details, ct) is { } answer)
                visit.First(answer);
        }
        return await EndWithNextAsync(step, visit, number, ct);
    }

    // After a move the likely next taps are offered, without asking for one: staff have their hands full.
    private async Task<DialogTurnResult> EndWithNextAsync(WaterfallStepContext step, Visit visit, int number, CancellationToken ct)
    {
        await visit.FinishAsync([visit.Say(new MenuToday())], ct);
        (await _notes.GetAsync(step.Context, () => new DeskNote(), ct)).StaffOrder = number;
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private async Task<DialogTurnResult> AskCancelAsync(WaterfallStepContext step, Visit visit, int number, CancellationToken ct)
    {
        var order = (await _orders.FindAsync(visit.Shop, number, ct))!;
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskCancel(number, order.Name)),
            Choices =
            [
                PickPrompt.Yes(Yes, visit.Say(new CancelYes())),
                PickPrompt.No(No, visit.Say(new CancelNo())),
            ],
        }, ct);
    }

    private static List<Choice> Actions(Visit visit, OrderDetails order)
    {
        var choices = OrderStates.Next(order.Kind, order.State, order.Handover)
            .Where(s => s != OrderState.Deciding || visit.Content.Inspections is not null)
            .Select(s => PickPrompt.Choice(s.ToString(), visit.Say(OrderMover.Label(order.Kind, order.State, s)))).ToList();
        if ((order.PaidAt is null || order.Due.Minor > 0) && order.State != OrderState.Cancelled)
            choices.Add(PickPrompt.Choice(Paid, visit.Say(new DoPaid())));
        choices.Add(PickPrompt.Choice(List, visit.Say(new BackToList())));
        choices.Add(PickPrompt.Choice(Enough, visit.Say(new StaffTexts.Enough())));
        return choices;
    }

    // Where a customer came from is the shop's business, not theirs.
    private static string FactsFor(Visit visit, OrderDetails order, ReturnCard? comesBack)
    {
        var facts = string.Join("\n", [OrderView.Facts(visit.Voice, order), .. ReturnView.Facts(visit.Voice, comesBack)]);
        return order.Source is { } source ? $"{facts}\n{visit.Say(new CameBy(Heard.Quote(source, 64)))}" : facts;
    }

    private static Detail DetailOf(Visit visit, OrderDetails order, ReturnCard? comesBack) => new Detail(
        order.Number, OrderView.State(visit.Voice, order), OrderView.Lines(visit.Voice, order), order.Total.ToString(), FactsFor(visit, order, comesBack),
        order.Phone, OrderView.Timeline(visit.Voice, order, visit.Settings.Zone), order.Photos.Count);

    internal static string Label(Voice voice, OrderCard order) =>
        voice.Say(new OrderChoice(order.Number, order.Name, OrderView.State(voice, order), OrderView.Items(voice, order)));

    private static string Code(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task<bool> CheckAsync(PromptValidatorContext<string> prompt, Func<string, bool> isGood, Text wrong)
    {
        var visit = Visit.Of(prompt.Context);
        if (isGood(visit.Said))
            return Task.FromResult(true);
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : wrong);
        return Task.FromResult(false);
    }
}
