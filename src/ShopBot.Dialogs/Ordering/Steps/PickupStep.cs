using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Pickups;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>In which window the order is fetched; asked only where the shop has windows, and not where the wished time fits exactly one.</summary>
internal sealed class PickupStep(PickupReader pickups) : DraftStep
{
    private const string Call = "call";

    public override OrderField Field => OrderField.Pickup;

    public override bool IsOpen(OrderTalk talk) =>
        PlanFor(talk) is { } plan && AreaOf(talk, plan) is not null && talk.Draft is { Address: not null, PickupWithout: false } && (Chosen(talk) is null || talk.Draft.WantedTime is not null);

    /// <summary>Takes the wished time where exactly one free window fits it. A window chosen before gives way to a new wish.</summary>
    public async Task SettleAsync(OrderTalk talk, CancellationToken ct)
    {
        var draft = talk.Draft;
        var hadWish = draft.WantedTime is not null;
        draft.AsksWanted = false;
        if (draft is { Changing: OrderField.Pickup, OrWantedWindow: not null })
        {
            // Which of two hours was meant is asked first.
            draft.Changing = null;
            return;
        }
        var free = await FreeAsync(talk, ct);
        if (free.Count == 0 && HasLine(talk))
            draft.Pickup = null;
        else if (free.Count == 0)
        {
            Clear(talk);
            draft.PickupWithout = true;
            talk.Visit.First(new NoWindows());
        }
        else if (draft.WantedTime is { } wanted)
        {
            draft.Pickup = null;
            if (WindowChoices.Fitting(free, wanted) is [var only])
                Put(draft, PickupWords.Code(only));
        }
        if (draft.Changing == Field && (draft.PickupWithout || (hadWish && draft.Pickup is not null)))
            draft.Changing = null;
    }

    public override async Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct)
    {
        var (voice, draft) = (talk.Visit.Voice, talk.Draft);
        var (free, plan) = (await FreeAsync(talk, ct), PlanFor(talk)!);
        var waits = WaitWish.Choices(voice, plan, AreaOf(talk, plan)!, free, draft.WantedTime, talk.Now);
        if (free.Count == 0)
            return new OrderQuestion.Pick(voice.Say(new WaitTexts.AllFull()), [.. waits, PickPrompt.Choice(Call, voice.Say(new WaitTexts.CallMe()))]);
        var question = WindowQuestion.Of(voice, free, draft.WantedTime is { } wanted ? [wanted] : [], draft.PickupAfter);
        // Behind the windows, before the ways to others.
        var windows = question.Choices.FindLastIndex(c => PickupWords.Read(c.Value) is not null) + 1;
        return new OrderQuestion.Pick(question.Words, [.. question.Choices[..windows], .. waits, .. question.Choices[windows..]]);
    }

    public override async Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct)
    {
        var draft = talk.Draft;
        if (WindowAnswer.Read(answer.Code) is WindowAnswer.Other other)
        {
            Clear(talk);
            draft.PickupAfter = other.After;
            return new OrderOutcome.Turned();
        }
        if (answer.Code == Call || WaitWish.Read(answer.Code) is not null)
        {
            // The wish stays: it says what is waited for.
            (draft.Pickup, draft.PickupAfter, draft.PickupWithout, draft.Wait) = (null, null, true, WaitWish.Read(answer.Code));
            return Taken;
        }
        if (PickupWords.Read(answer.Code) is not var (day, start))
            return new OrderOutcome.Turned();
        if (!(await FreeAsync(talk, ct)).Any(w => w.Day == day && w.Start == start))
        {
            Clear(talk);
            talk.Visit.First(new FilledMeanwhile(answer.Text));
            return new OrderOutcome.Turned();
        }
        Put(draft, answer.Code);
        return Taken;
    }

    public override void Clear(OrderTalk talk)
    {
        var draft = talk.Draft;
        (draft.Pickup, draft.PickupAfter, draft.PickupWithout, draft.Wait) = (null, null, false, null);
        (draft.WantedDay, draft.WantedWindow, draft.OrWantedWindow) = (null, null, null);
    }

    /// <summary>The chosen window as the content has it now; null where none is chosen or the content has it no more.</summary>
    public static PickupWindow? Chosen(OrderTalk talk) =>
        PlanFor(talk) is { } plan && PickupWords.Read(talk.Draft.Pickup) is var (day, start) && AreaOf(talk, plan) is { } area ? plan.Find(area, day, start) : null;

    /// <summary>The shop's windows; null where it has none, or the order is not fetched.</summary>
    public static PickupPlan? PlanFor(OrderTalk talk) => talk.Draft.Handover == Handover.Collection ? talk.Visit.Content.Pickups : null;

    /// <summary>What the order waits for; null = nothing.</summary>
    public static PickupWish? WaitOf(OrderTalk talk) =>
        PlanFor(talk) is { } plan && talk.Draft.PickupWithout && AreaOf(talk, plan) is { } area ? WaitWish.Of(area, talk.Draft.Wait) : null;

    /// <summary>What a window has to hold; 1 or more.</summary>
    public static int RoomFor(PickupPlan plan, OrderDraft draft) => plan.RoomFor(draft.Lines.Select(l => (l.Product ?? "", l.Quantity)));

    /// <summary>Takes the nearest free window; where there is none, or it is not known where the address lies, the question stays open.</summary>
    public async Task PutSoonestAsync(OrderTalk talk, CancellationToken ct)
    {
        if (AreaOf(talk, PlanFor(talk)!) is not null && await FreeAsync(talk, ct) is [var soonest, ..])
            Put(talk.Draft, PickupWords.Code(soonest));
    }

    private static bool HasLine(OrderTalk talk) => PlanFor(talk)!.Patience.Offer > TimeSpan.Zero;

    private static void Put(OrderDraft draft, string code) =>
        (draft.Pickup, draft.PickupAfter, draft.WantedDay, draft.WantedWindow) = (code, null, null, null);

    private async Task<IReadOnlyList<PickupWindow>> FreeAsync(OrderTalk talk, CancellationToken ct)
    {
        var plan = PlanFor(talk)!;
        return await pickups.FreeAsync(talk.Visit.Shop, plan, AreaOf(talk, plan)!, talk.Now, RoomFor(plan, talk.Draft), talk.Visit.Visitor.CustomerId, ct);
    }

    /// <summary>Null where nobody comes to the address, or it is not known where it lies: <see cref="ServiceAreaStep"/> asks.</summary>
    private static PickupArea? AreaOf(OrderTalk talk, PickupPlan plan) => ServiceAreaStep.Locate(talk.Draft, plan) is AddressPlace.In(var area) ? area : null;
}
