using ShopBot.Dialogs.Pickups;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>All questions of an order, and the way through them: forward to the next open one, back along the answers.</summary>
internal sealed class DraftSteps
{
    private readonly DraftStep[] _inOrder;
    private readonly Dictionary<OrderField, DraftStep> _byField;
    private readonly HandoverStep _handover;
    private readonly PickupStep _pickup;
    private readonly PaymentStep _payment;
    private readonly WindowKeeper _windows;

    public DraftSteps(HandoverStep handover, QuantityStep quantity, ServiceAreaStep area, PickupStep pickup, PaymentStep payment, SummaryStep summary, WindowKeeper windows)
    {
        (_handover, _pickup, _payment, _windows) = (handover, pickup, payment, windows);
        _inOrder =
        [
            new ProductStep(), new VariantStep(), quantity, new WantedStep(), handover, new SameAsLastStep(), new AddressStep(), area, pickup, new NameStep(),
            new PhoneStep(), payment, new NoteStep(), new ChangeStep(), new AddOnStep(), summary,
        ];
        _byField = _inOrder.ToDictionary(s => s.Field);
    }

    /// <summary>The question to ask now; answers with only one possible value are filled in on the way.</summary>
    public async Task<DraftStep> NextAsync(OrderTalk talk, CancellationToken ct)
    {
        await TidyAsync(talk, ct);
        var step = Current(talk);
        if (step == _handover && talk.Draft.Changing is null && HandoverStep.Meant(talk) is { } meant)
        {
            await _handover.PutAsync(talk, meant, ct);
            step = Current(talk);
        }
        while (true)
        {
            if (step == _pickup)
            {
                await _pickup.SettleAsync(talk, ct);
                step = Current(talk);
            }
            if (await _windows.KeepAsync(talk, ct))
                break;
            step = Current(talk);
        }
        if (step.Field == OrderField.Summary)
        {
            await _payment.ReopenIfShortAsync(talk, ct);
            step = Current(talk);
        }
        return step;
    }

    /// <summary>Gives an answer to the open question and remembers the way it was reached.</summary>
    public async Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        var step = Current(talk);
        var outcome = await step.TakeAsync(talk, answer, ct);
        if (outcome is not OrderOutcome.Wrong && outcome is not OrderOutcome.Turned)
        {
            if (draft.Changing is not null)
                draft.Changing = null;
            else if (outcome is not OrderOutcome.Finished)
                draft.Trail.Add(step.Field);
        }
        return outcome;
    }

    /// <summary>Opens the question before the current one.</summary>
    /// <returns>False where there is none.</returns>
    public bool StepBack(OrderTalk talk)
    {
        var draft = talk.Draft;
        if (draft.Changing is not null)
        {
            draft.Changing = null;
            return true;
        }
        if (draft is { Pick: { Product: null }, Lines.Count: > 0 })
        {
            (draft.Pick, draft.Replaces) = (null, null);
            return true;
        }
        if (draft.Trail.Count == 0)
            return false;
        var field = draft.Trail[^1];
        draft.Trail.RemoveAt(draft.Trail.Count - 1);
        _byField[field].Clear(talk);
        return true;
    }

    /// <summary>What the shop keeps for the draft is let go of.</summary>
    public Task LetGoAsync(Visit visit, OrderDraft draft, CancellationToken ct) => _windows.LetGoAsync(visit, draft, ct);

    /// <summary>The open question.</summary>
    public OrderField Open(OrderTalk talk) => Current(talk).Field;

    private DraftStep Current(OrderTalk talk) => talk.Draft.Changing is { } changing
        ? _byField[changing]
        : Array.Find(_inOrder, s => s.IsOpen(talk)) ?? _inOrder[^1];

    // A quantity that came before its variant counts as soon as the variant is known.
    private async Task TidyAsync(OrderTalk talk, CancellationToken ct)
    {
        var draft = talk.Draft;
        if (draft.Pick is { } pick && talk.Shelf.IsUnknown(pick))
            draft.Pick = new DraftLine();
        if (draft.Lines.RemoveAll(talk.Shelf.IsUnknown) > 0)
        {
            (draft.Changing, draft.Replaces) = (null, null);
            talk.Visit.First(new GoneMeanwhile());
        }
        draft.Waiting.RemoveAll(talk.Shelf.IsUnknown);
        while (true)
        {
            if (draft is { Pick: null, Changing: null, Waiting: [var next, ..] })
            {
                draft.Waiting.RemoveAt(0);
                (draft.Pick, draft.Wanted, next.Quantity) = (next, next.Quantity, 0);
            }
            if (draft is not { Wanted: > 0, Pick.Variant: not null })
                break;
            await TakeQuantityAsync(talk, draft.Wanted, ct);
        }
        if (draft is { Pick: null, Lines.Count: > 0 })
        {
            FitHandover(talk);
            AddOnTaker.Tidy(talk);
        }
    }

    // What is added may not be handed over like the rest, or only in one of its ways.
    private static void FitHandover(OrderTalk talk)
    {
        var draft = talk.Draft;
        if (HandoverStep.Offered(talk).Count == 0)
        {
            talk.Visit.First(new CannotGoTogether(OrderWords.Item(talk.Visit.Voice, talk.Shelf, draft.Lines[^1])));
            draft.Lines.RemoveAt(draft.Lines.Count - 1);
        }
        if (draft.Handover is { } chosen && !HandoverStep.Offered(talk).Contains(chosen))
            draft.Handover = null;
    }

    private async Task TakeQuantityAsync(OrderTalk talk, int quantity, CancellationToken ct)
    {
        talk.Draft.Wanted = 0;
        var outcome = await _byField[OrderField.Quantity].TakeAsync(talk, new OrderAnswer("", quantity, talk.Visit.Said, 1), ct);
        if (outcome is OrderOutcome.Wrong wrong)
            talk.Visit.First(wrong.Why);
        else if (outcome is not OrderOutcome.Turned)
            talk.Draft.Trail.Add(OrderField.Quantity);
    }
}
