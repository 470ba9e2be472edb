using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>All questions of an order, and the way through them: forward to the next open one, back along the answers.</summary>
internal sealed class DraftSteps
{
    private readonly DraftStep[] _inOrder;
    private readonly Dictionary<OrderField, DraftStep> _byField;
    private readonly HandoverStep _handover;

    public DraftSteps(HandoverStep handover, QuantityStep quantity, SummaryStep summary)
    {
        _handover = handover;
        _inOrder =
        [
            new ProductStep(), new VariantStep(), quantity, handover, new SameAsLastStep(), new AddressStep(), new NameStep(),
            new PhoneStep(), new PaymentStep(), new NoteStep(), new ChangeStep(), summary,
        ];
        _byField = _inOrder.ToDictionary(s => s.Field);
    }

    /// <summary>The question to ask now; answers with only one possible value are filled in on the way.</summary>
    public async Task<DraftStep> NextAsync(OrderTalk talk, CancellationToken ct)
    {
        await TidyAsync(talk, ct);
        var step = Current(talk);
        if (step == _handover && talk.Draft.Changing is null && HandoverStep.Offered(talk) is [var only])
        {
            await _handover.PutAsync(talk, only, ct);
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

    /// <summary>Whether goods are being chosen, so that naming one answers the question.</summary>
    public bool IsPicking(OrderTalk talk) =>
        talk.Draft.Changing is null && Current(talk).Field is OrderField.Product or OrderField.Variant or OrderField.Quantity;

    /// <summary>Fills in what a sentence named: product, variant, quantity, as far as they fit.</summary>
    public async Task TakePhraseAsync(OrderTalk talk, OrderPhrase phrase, CancellationToken ct)
    {
        var draft = talk.Draft;
        var product = phrase.Product;
        draft.Trail.RemoveAll(f => draft.Lines.Count == 0 && f is OrderField.Product or OrderField.Variant or OrderField.Quantity);
        ProductStep.Put(draft, product);
        draft.Trail.Add(OrderField.Product);
        if (phrase.Variant is { } variant)
        {
            draft.Pick!.Variant = variant.Code;
            draft.Trail.Add(OrderField.Variant);
        }
        if (phrase.Quantity is not { } quantity)
            return;
        if (draft.Pick!.Variant is null)
            draft.Wanted = quantity;
        else
            await TakeQuantityAsync(talk, quantity, ct);
    }

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
        if (draft is { Wanted: > 0, Pick.Variant: not null })
            await TakeQuantityAsync(talk, draft.Wanted, ct);
        if (draft is { Pick: null, Lines.Count: > 0 })
            FitHandover(talk);
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
