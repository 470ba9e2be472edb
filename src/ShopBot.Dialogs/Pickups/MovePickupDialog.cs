using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupStaffTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Staff move an order to another window: what the message lacked is asked for, and so is whether it goes in where there is no room.</summary>
/// <remarks>Begun with <c>12 明天 15:00 顾客出差</c>: the order's number and what stood behind it.</remarks>
public sealed class MovePickupDialog : Errand
{
    public const string DialogId = "move-pickup";
    private const string LoopId = "loop", PickId = "pick", ReasonId = OpenQuestion.AnyWordsId, Yes = "yes", No = "no";

    private readonly OrderReader _orders;
    private readonly MovePickup _movePickup;
    private readonly VisitorBook _visitors;
    private readonly IStatePropertyAccessor<MoveDraft> _drafts;
    private readonly TimeProvider _clock;

    public MovePickupDialog(OrderReader orders, MovePickup movePickup, VisitorBook visitors, ConversationState conversation, TimeProvider clock)
        : base(DialogId)
    {
        (_orders, _movePickup, _visitors, _clock) = (orders, movePickup, visitors, clock);
        _drafts = conversation.CreateProperty<MoveDraft>("move");
        AddDialog(new WaterfallDialog(LoopId, [AskAsync, TakeAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new TextPrompt(ReasonId, CheckReasonAsync));
    }

    /// <summary>What to begin the dialog with.</summary>
    public static string For(int number, string typed) => string.Create(CultureInfo.InvariantCulture, $"{number} {typed}");

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        var begun = (string)options;
        var blank = begun.IndexOf(' ', StringComparison.Ordinal);
        await _drafts.SetAsync(
            innerDc.Context, new MoveDraft { Number = int.Parse(begun[..blank], CultureInfo.InvariantCulture), Typed = begun[(blank + 1)..] }, cancellationToken);
        return await innerDc.BeginDialogAsync(LoopId, cancellationToken: cancellationToken);
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, options: null, ct);

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        var visit = Visit.Of(innerDc.Context);
        await visit.SendAsync(new PickupTexts.WindowKept((await DraftAsync(innerDc.Context, ct)).Number), ct);
        return await innerDc.CancelAllDialogsAsync(ct);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var draft = await DraftAsync(step.Context, ct);
        if (await _orders.FindAsync(visit.Shop, draft.Number, ct) is not { } order || visit.Content.Pickups is not { } plan)
            return await EndAsync(step, visit, new StaffTexts.NoSuchOrder(draft.Number), ct);
        if (plan.AreaOf(order.Address, order.Point, order.Pickup) is not { } area)
            return await EndAsync(step, visit, new AddressInNoArea(draft.Number, order.Address ?? ""), ct);
        if (draft.Window is null && Settle(visit, draft, plan, area, order.Pickup?.Day) is { } problem)
            return await EndAsync(step, visit, problem, ct);
        if (draft.Window is null)
            return await AskWindowAsync(step, visit, plan, area, draft, order, ct);
        if (draft.Reason.Length == 0)
            return await step.PromptAsync(ReasonId, new PromptOptions { Prompt = visit.Message(new AskMoveReason(draft.Number, order.Name)) }, ct);
        return PickupWords.Read(draft.Window) is var (day, start) && plan.Find(area, day, start) is { } window
            ? await MoveAsync(step, visit, draft, window, ct)
            : await EndAsync(step, visit, new NoWindowThen(Example(visit, draft.Number)), ct);
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var draft = await DraftAsync(step.Context, ct);
        switch (step.Result)
        {
            case FoundChoice { Value: No }:
                return await EndAsync(step, visit, new PickupTexts.WindowKept(draft.Number), ct);
            case FoundChoice { Value: Yes }:
                draft.Overfills = true;
                break;
            case FoundChoice chosen:
                draft.Window = chosen.Value;
                break;
            default:
                draft.Reason = visit.Said.ReplaceLineEndings(" ");
                break;
        }
        return await step.ReplaceDialogAsync(LoopId, cancellationToken: ct);
    }

    /// <summary>Takes window and reason from what was typed; the window stays open where several fit.</summary>
    /// <returns>Why nothing can come of it; null = something can.</returns>
    private Text? Settle(Visit visit, MoveDraft draft, PickupPlan plan, PickupArea area, DateOnly? booked)
    {
        var phrase = TimePhrase.Read(visit, draft.Typed, Now(visit), booked);
        if (phrase.Wanted.Count == 0)
            return phrase.Wrong ?? new HowToMove(Example(visit, draft.Number));
        draft.Reason = phrase.Behind.Length <= MovePickup.LongestReason ? phrase.Behind.ReplaceLineEndings(" ") : "";
        switch (Fitting(plan, area, phrase))
        {
            case []:
                return new NoWindowThen(Example(visit, draft.Number));
            case [var only]:
                draft.Window = PickupWords.Code(only);
                return null;
            default:
                return null;
        }
    }

    private async Task<DialogTurnResult> AskWindowAsync(WaterfallStepContext step, Visit visit, PickupPlan plan, PickupArea area, MoveDraft draft, OrderDetails order, CancellationToken ct)
    {
        var fitting = Fitting(plan, area, TimePhrase.Read(visit, draft.Typed, Now(visit), order.Pickup?.Day));
        var choices = fitting.Select(w => PickPrompt.Choice(PickupWords.Code(w), PickupWords.When(visit.Voice, w))).ToList();
        choices.Add(PickPrompt.No(No, visit.Say(new PickupTexts.KeepWindow())));
        return await step.PromptAsync(PickId, new PromptOptions { Prompt = visit.Message(new AskMoveWindow(draft.Number, order.Name)), Choices = choices }, ct);
    }

    private async Task<DialogTurnResult> MoveAsync(WaterfallStepContext step, Visit visit, MoveDraft draft, PickupWindow window, CancellationToken ct)
    {
        var (number, when) = (draft.Number, PickupWords.When(visit.Voice, window));
        var result = await _movePickup.RunAsync(visit.Shop, visit.NextKey("move-pickup"), new Actor(visit.Contact), number, window, draft.Reason, draft.Overfills, ct);
        switch (result)
        {
            case MovePickupResult.Full:
                return await step.PromptAsync(PickId, new PromptOptions
                {
                    Prompt = visit.Message(new AskOverfill(when, number)),
                    Choices = [PickPrompt.Yes(Yes, visit.Say(new OverfillYes())), PickPrompt.No(No, visit.Say(new PickupTexts.KeepWindow()))],
                }, ct);
            case MovePickupResult.NotMovable refused:
                var order = (await _orders.FindAsync(visit.Shop, number, ct))!;
                return await EndAsync(step, visit, new PickupTexts.NotMovable(number, OrderView.State(visit.Voice, order.Kind, refused.State)), ct);
            case MovePickupResult.NotStaff:
                await _visitors.RecogniseStaffAsync(visit, ct);
                return await EndAsync(step, visit, new StaffTexts.NoLongerStaff(), ct);
            default:
                return await EndAsync(step, visit, result switch
                {
                    MovePickupResult.Moved { IsTold: true } moved => new MovedByYou(number, moved.Name, when),
                    MovePickupResult.Moved moved => new MovedByYouUntold(number, moved.Name, when),
                    MovePickupResult.AlreadyThere => new PickupTexts.PickupAlreadyThen(number, when),
                    MovePickupResult.Closed => new ClosedThen(when),
                    MovePickupResult.Over => new WindowEnded(when),
                    MovePickupResult.NotAllowed => new OnlyManagersAndCouriers(),
                    MovePickupResult.ReasonNeeded long1 => new ReasonTooLong(long1.Most),
                    _ => new StaffTexts.NoSuchOrder(number),
                }, ct);
        }
    }

    private static IReadOnlyList<PickupWindow> Fitting(PickupPlan plan, PickupArea area, TimePhrase phrase) =>
        phrase.Wanted is [var first, ..] ? WindowQuestion.Fitting([.. plan.On(area, first.Day)], phrase.Wanted) : [];

    private static Task<bool> CheckReasonAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (visit.Said.Length is > 0 and <= MovePickup.LongestReason)
            return Task.FromResult(true);
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new ReasonTooLong(MovePickup.LongestReason));
        return Task.FromResult(false);
    }

    private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, Visit visit, Text words, CancellationToken ct)
    {
        await visit.SendAsync(visit.Message(words, visit.Say(new StaffTexts.MenuToday())), ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private static string Example(Visit visit, int number) => visit.Say(new MoveExample(number));

    private DateTime Now(Visit visit) => TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), visit.Settings.Zone).DateTime;

    private Task<MoveDraft> DraftAsync(ITurnContext turn, CancellationToken ct) => _drafts.GetAsync(turn, () => new MoveDraft(), ct);
}
