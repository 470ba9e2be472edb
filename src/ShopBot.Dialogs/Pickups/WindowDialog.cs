using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>A customer chooses a window for an order they have, or another one than it is booked in. What for and by which rules says an <see cref="IWindowPurpose"/>.</summary>
/// <remarks>Begun with <c>pickup:12</c> for an order, or with nothing: then the order is asked for where there are several. A time in the message is heard.</remarks>
public sealed class WindowDialog : Errand
{
    public const string DialogId = "window";
    private const string LoopId = "loop", PickId = "pick", Keep = "keep";
    private const char Of = ':';

    private readonly IReadOnlyList<IWindowPurpose> _purposes;
    private readonly CatalogueReader _catalogue;
    private readonly IStatePropertyAccessor<WindowDraft> _drafts;
    private readonly TimeProvider _clock;

    public WindowDialog(IEnumerable<IWindowPurpose> purposes, CatalogueReader catalogue, ConversationState conversation, TimeProvider clock)
        : base(DialogId)
    {
        _purposes = [.. purposes];
        _catalogue = catalogue;
        _drafts = conversation.CreateProperty<WindowDraft>("window");
        _clock = clock;
        AddDialog(new WaterfallDialog(LoopId, [AskAsync, TakeAsync]));
        AddDialog(new PickPrompt(PickId));
    }

    /// <summary>What to begin the dialog with for one order.</summary>
    /// <param name="purpose">As <see cref="IWindowPurpose.Code"/>.</param>
    public static string For(string purpose, int number) => string.Create(CultureInfo.InvariantCulture, $"{purpose}{Of}{number}");

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        var visit = Visit.Of(innerDc.Context);
        var draft = new WindowDraft();
        await _drafts.SetAsync(innerDc.Context, draft, cancellationToken);
        if (options is string named)
            Put(draft, named);
        else if (await CandidatesAsync(visit, cancellationToken) is [var only])
            Put(draft, only.Value);
        var sentence = await ReadAsync(visit, cancellationToken);
        if (sentence.SaysWhen)
            await TakeWishAsync(visit, draft, sentence, cancellationToken);
        return await innerDc.BeginDialogAsync(LoopId, cancellationToken: cancellationToken);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var visit = Visit.Of(innerDc.Context);
        if (visit.Signal != Signal.None || OpenQuestion.Offers(innerDc, visit.Key) || Numbers.IsPlain(visit.Key, out _))
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        var sentence = await ReadAsync(visit, cancellationToken);
        if (!sentence.SaysWhen)
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        var draft = await DraftAsync(innerDc.Context, cancellationToken);
        var isHeard = await TakeWishAsync(visit, draft, sentence, cancellationToken);
        // Who answers "when" with a time that one window fits has chosen it.
        if (isHeard && Purpose(draft) is { } purpose && await purpose.OfferAsync(visit, draft.Number, cancellationToken) is WindowOffer.Windows offer
            && WindowQuestion.Fitting(offer.Free, draft.Wished) is [var only])
        {
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            if (await BookAsync(visit, purpose, draft, only, cancellationToken))
                return await innerDc.CancelAllDialogsAsync(cancellationToken);
        }
        return await RestartAsync(innerDc, options: null, cancellationToken);
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, options: null, ct);

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        var draft = await DraftAsync(innerDc.Context, ct);
        await Visit.Of(innerDc.Context).SendAsync(Kept(draft), ct);
        return await innerDc.CancelAllDialogsAsync(ct);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var draft = await DraftAsync(step.Context, ct);
        if (Purpose(draft) is null)
            return await AskWhichAsync(step, visit, ct);
        switch (await Purpose(draft)!.OfferAsync(visit, draft.Number, ct))
        {
            case WindowOffer.Windows { Free: [_, ..] free } offer:
                var question = WindowQuestion.Of(visit.Voice, free, draft.Wished, draft.After);
                visit.First(offer.Before);
                question.Choices.Add(PickPrompt.No(Keep, visit.Say(new KeepWindow())));
                return await step.PromptAsync(PickId, new PromptOptions { Prompt = Visit.Message(question.Words), Choices = question.Choices }, ct);
            case WindowOffer.Windows:
                return await EndWithPersonAsync(step, visit, new NoWindowToChoose(draft.Number), ct);
            case WindowOffer.Refused refused:
                return await EndWithPersonAsync(step, visit, refused.Why, ct);
            case var unknown:
                throw new InvalidOperationException($"A purpose offered {unknown}, which has no question.");
        }
    }

    private async Task<DialogTurnResult> AskWhichAsync(WaterfallStepContext step, Visit visit, CancellationToken ct)
    {
        var choices = await CandidatesAsync(visit, ct);
        return choices.Count == 0
            ? await EndWithPersonAsync(step, visit, new NothingToMove(), ct)
            : await step.PromptAsync(PickId, new PromptOptions { Prompt = visit.Message(new AskWhichToMove()), Choices = choices }, ct);
    }

    private async Task<List<Choice>> CandidatesAsync(Visit visit, CancellationToken ct)
    {
        var choices = new List<Choice>();
        foreach (var purpose in _purposes)
            choices.AddRange((await purpose.CandidatesAsync(visit, ct)).Select(c => PickPrompt.Choice(For(purpose.Code, c.Number), c.Label)));
        return choices;
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var draft = await DraftAsync(step.Context, ct);
        var code = ((FoundChoice)step.Result).Value;
        switch (Purpose(draft) is null ? null : WindowAnswer.Read(code))
        {
            case WindowAnswer.Window chosen:
                return await TakeWindowAsync(visit, draft, chosen, ct)
                    ? await step.EndDialogAsync(cancellationToken: ct)
                    : await step.ReplaceDialogAsync(LoopId, cancellationToken: ct);
            case WindowAnswer.Other other:
                draft.Wish(null, null);
                draft.After = other.After;
                return await step.ReplaceDialogAsync(LoopId, cancellationToken: ct);
            case null when code == Keep:
                await visit.SendAsync(Kept(draft), ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            default:
                Put(draft, code);
                return await step.ReplaceDialogAsync(LoopId, cancellationToken: ct);
        }
    }

    // The list may be an hour old: what is gone meanwhile is said, and the others are offered.
    private async Task<bool> TakeWindowAsync(Visit visit, WindowDraft draft, WindowAnswer.Window chosen, CancellationToken ct)
    {
        var purpose = Purpose(draft)!;
        var offer = await purpose.OfferAsync(visit, draft.Number, ct) as WindowOffer.Windows;
        if (offer?.Free.FirstOrDefault(w => w.Day == chosen.Day && w.Start == chosen.Start) is { } window)
            return await BookAsync(visit, purpose, draft, window, ct);
        if (offer is not null)
            visit.First(new FilledMeanwhile(visit.Said));
        draft.Wish(null, null);
        return false;
    }

    /// <returns>False where others have to be offered.</returns>
    private static async Task<bool> BookAsync(Visit visit, IWindowPurpose purpose, WindowDraft draft, PickupWindow window, CancellationToken ct)
    {
        switch (await purpose.BookAsync(visit, draft.Number, window, ct))
        {
            case WindowBooking.Booked booked:
                await visit.SendAsync(booked.Words, ct);
                return true;
            case WindowBooking.Gone gone:
                visit.First(gone.Why);
                draft.Wish(null, null);
                return false;
            case WindowBooking.Refused refused:
                await SendWithPersonAsync(visit, refused.Why, ct);
                return true;
            case var unknown:
                throw new InvalidOperationException($"A purpose gave {unknown}, which has no answer.");
        }
    }

    private async Task<bool> TakeWishAsync(Visit visit, WindowDraft draft, ShopSentence sentence, CancellationToken ct)
    {
        var booked = Purpose(draft) is { } purpose && await purpose.OfferAsync(visit, draft.Number, ct) is WindowOffer.Windows { Now: { } day } ? new Shops.Ordering.WantedTime(day, null) : null;
        var reading = WantedReading.Of(sentence, visit.Voice, visit.Settings.OpeningHours, Now(visit), booked);
        if (reading.Wrong is { } wrong)
            visit.First(wrong);
        else
            draft.Wish(reading.Wanted, reading.Or);
        return reading.Wrong is null;
    }

    private async Task<ShopSentence> ReadAsync(Visit visit, CancellationToken ct) => ShopSentence.Read(
        visit.Said, await _catalogue.ReadAsync(visit.Shop, ct), new SentenceSetting(Now(visit), visit.Settings.OpeningHours, visit.Visitor.Language));

    private DateTime Now(Visit visit) => TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), visit.Settings.Zone).DateTime;

    private IWindowPurpose? Purpose(WindowDraft draft) => _purposes.FirstOrDefault(p => p.Code == draft.Purpose);

    private Text Kept(WindowDraft draft) => Purpose(draft)?.Kept(draft.Number) ?? new FrontDeskTexts.Stopped();

    private Task<WindowDraft> DraftAsync(ITurnContext turn, CancellationToken ct) => _drafts.GetAsync(turn, () => new WindowDraft(), ct);

    private static void Put(WindowDraft draft, string named)
    {
        var colon = named.IndexOf(Of, StringComparison.Ordinal);
        (draft.Purpose, draft.Number) = (named[..colon], int.Parse(named[(colon + 1)..], CultureInfo.InvariantCulture));
    }

    private static async Task<DialogTurnResult> EndWithPersonAsync(WaterfallStepContext step, Visit visit, Text words, CancellationToken ct)
    {
        await SendWithPersonAsync(visit, words, ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private static Task SendWithPersonAsync(Visit visit, Text words, CancellationToken ct) =>
        visit.SendAsync(visit.Message(words, visit.Say(new FrontDeskTexts.MenuPerson())), ct);
}
