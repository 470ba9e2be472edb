using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Dialogs.Sentences;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Takes an order: asks what the draft lacks, one thing at a time, until the customer confirms.</summary>
/// <remarks>README.md in this folder draws it. The answers are in the <see cref="OrderDraft"/>; the dialog state only knows the open question.</remarks>
public sealed class OrderingDialog : Errand
{
    public const string DialogId = "ordering";

    /// <summary>To begin with what was ordered last; no product has such a code.</summary>
    public const string Again = "#again";

    private const string PickId = "pick", NumberId = "number", OpenId = OpenQuestion.AnyWordsId, LoopId = "loop";

    private readonly IStatePropertyAccessor<OrderDraft> _drafts;
    private readonly CatalogueReader _catalogue;
    private readonly DraftSteps _steps;
    private readonly SameAgain _sameAgain;
    private readonly TimeProvider _clock;

    internal OrderingDialog(ConversationState conversation, CatalogueReader catalogue, DraftSteps steps, SameAgain sameAgain, TimeProvider clock)
        : base(DialogId)
    {
        _drafts = conversation.CreateProperty<OrderDraft>("draft");
        _catalogue = catalogue;
        (_steps, _sameAgain) = (steps, sameAgain);
        _clock = clock;
        AddDialog(new WaterfallDialog(LoopId, [AskAsync, TakePickAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new NumberPrompt<double>(NumberId, TakeNumberAsync, defaultLocale: Wording.Languages.English));
        AddDialog(new TextPrompt(OpenId, TakeOpenAsync));
    }

    /// <summary>The lines picked so far in words; empty while there are none.</summary>
    public async Task<string> LinesSoFarAsync(Visit visit, CancellationToken ct) => OrderWords.Lines(await TalkAsync(visit.Turn, ct));

    /// <summary>Whether the message names something the shop sells, or a time to come for it.</summary>
    public async Task<bool> HearsOrderAsync(Visit visit, CancellationToken ct)
    {
        var sentence = await ReadAsync(visit, ct);
        return sentence.Items.Any(i => i.Change is not (ItemChange.Remove or ItemChange.Set)) || sentence.Troubles.Any(t => t.Kind == TroubleKind.SeveralProducts)
            || (sentence is { SaysWhen: true, Handover: not null, IsChange: false } or { Place: not null, Handover: not null, IsChange: false });
    }

    /// <summary>What a message says, by this shop's goods and hours.</summary>
    public async Task<ShopSentence> ReadAsync(Visit visit, CancellationToken ct) =>
        ShopSentence.Read(SaidBeside.Read(visit).Without, await _catalogue.ReadAsync(visit.Shop, ct), SettingOf(visit));

    /// <summary>Whether the message orders something besides, or does without it.</summary>
    public static bool HearsBesides(Visit visit) => !SaidBeside.Read(visit).IsEmpty;

    /// <summary>Whether the shop sells a product of this code.</summary>
    public async Task<bool> SellsAsync(Visit visit, string productCode, CancellationToken ct) =>
        (await _catalogue.ReadAsync(visit.Shop, ct)).Find(productCode) is not null;

    /// <summary>Whether this is the question that is open.</summary>
    public async Task<bool> IsAskingAsync(ITurnContext turn, OrderField field, CancellationToken ct) =>
        (await _steps.NextAsync(await TalkAsync(turn, ct), ct)).Field == field;

    /// <summary>The code of what a customer has fetched from home who names nothing; null where the shop collects nothing.</summary>
    public async Task<string?> CollectedAsync(Visit visit, CancellationToken ct) =>
        (await _catalogue.ReadAsync(visit.Shop, ct)).Products.FirstOrDefault(p => p.Handovers.Contains(Handover.Collection) && !p.IsSoldOut)?.Code;

    /// <summary>Forgets the order under way, with all that is kept for it.</summary>
    public async Task DropDraftAsync(ITurnContext turn, CancellationToken ct)
    {
        if (await _drafts.GetAsync(turn, cancellationToken: ct) is { } draft)
            await _steps.LetGoAsync(Visit.Of(turn), draft, ct);
        await _drafts.DeleteAsync(turn, ct);
    }

    /// <param name="options">The code of a product to begin with, or nothing.</param>
    protected override async Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        var visit = Visit.Of(innerDc.Context);
        var draft = new OrderDraft { Id = visit.EventKey };
        await _drafts.SetAsync(innerDc.Context, draft, cancellationToken);
        var talk = new OrderTalk(visit, draft, await _catalogue.ReadAsync(visit.Shop, cancellationToken), SettingOf(visit).Now);
        if (options is Again)
        {
            await _sameAgain.FillAsync(talk, cancellationToken);
            return await innerDc.BeginDialogAsync(LoopId, cancellationToken: cancellationToken);
        }
        var besides = SaidBeside.Read(visit);
        var sentence = ShopSentence.Read(besides.Without, talk.Shelf, talk.Setting);
        if (sentence.Items.Count == 0 && options is string code && talk.Shelf.Find(code) is { } product)
            sentence = sentence with { Items = [new SaidItem(product, null, null)] };
        besides.Take(talk);
        await TakeSentenceAsync(talk, sentence, isBeginning: true, cancellationToken);
        return await innerDc.BeginDialogAsync(LoopId, cancellationToken: cancellationToken);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var visit = Visit.Of(innerDc.Context);
        if (visit.Signal == Signal.None && await HeardSentenceAsync(innerDc, visit, cancellationToken))
            return await AskAgainAsync(innerDc, cancellationToken);
        return await base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) =>
        RestartAsync(innerDc, options: null, ct);

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        var talk = await TalkAsync(innerDc.Context, ct);
        if (!_steps.StepBack(talk))
            talk.Visit.First(new NothingBefore());
        return await RestartAsync(innerDc, options: null, ct);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext context, CancellationToken ct)
    {
        var talk = await TalkAsync(context.Context, ct);
        var question = await (await _steps.NextAsync(talk, ct)).AskAsync(talk, ct);
        var prompt = new PromptOptions { Prompt = Visit.Message(question.Words) };
        switch (question)
        {
            case OrderQuestion.Pick pick:
                prompt.Choices = pick.Choices;
                return await context.PromptAsync(PickId, prompt, ct);
            case OrderQuestion.Number:
                return await context.PromptAsync(NumberId, prompt, ct);
            case OrderQuestion.Open open:
                prompt.Prompt = Visit.Message(open.Words, open.Suggestions);
                return await context.PromptAsync(OpenId, prompt, ct);
            default:
                await talk.Visit.SendAsync(Visit.Message(question.Words), ct);
                await DropDraftAsync(context.Context, ct);
                return await context.EndDialogAsync(cancellationToken: ct);
        }
    }

    // Numbers and words were taken by their prompt's validator; what was picked is taken here.
    private async Task<DialogTurnResult> TakePickAsync(WaterfallStepContext context, CancellationToken ct)
    {
        if (context.Result is FoundChoice found)
        {
            var talk = await TalkAsync(context.Context, ct);
            var outcome = await _steps.TakeAsync(talk, new OrderAnswer(found.Value, null, talk.Visit.Said, 1), ct);
            if (outcome is OrderOutcome.Wrong wrong)
                talk.Visit.First(wrong.Why);
            if (outcome is OrderOutcome.Finished)
            {
                await DropDraftAsync(context.Context, ct);
                return await context.EndDialogAsync(cancellationToken: ct);
            }
        }
        return await context.ReplaceDialogAsync(LoopId, cancellationToken: ct);
    }

    private Task<bool> TakeNumberAsync(PromptValidatorContext<double> prompt, CancellationToken ct) =>
        TakeTypedAsync(prompt.Context, prompt.Recognized.Succeeded ? prompt.Recognized.Value : null, prompt.AttemptCount, ct);

    private Task<bool> TakeOpenAsync(PromptValidatorContext<string> prompt, CancellationToken ct) =>
        TakeTypedAsync(prompt.Context, null, prompt.AttemptCount, ct);

    private async Task<bool> TakeTypedAsync(ITurnContext turn, double? number, int attempt, CancellationToken ct)
    {
        var talk = await TalkAsync(turn, ct);
        var outcome = await _steps.TakeAsync(talk, new OrderAnswer("", number, talk.Visit.Said, attempt), ct);
        if (outcome is not OrderOutcome.Wrong wrong)
            return true;
        talk.Visit.First(wrong.Why);
        return false;
    }

    // Whatever question is open: "改到后天", "再加一袋" or "两支口红，送到南京西路100号" fill in all they say.
    private async Task<bool> HeardSentenceAsync(DialogContext innerDc, Visit visit, CancellationToken ct)
    {
        if (OpenQuestion.Offers(innerDc, visit.Key) || Numbers.IsPlain(visit.Key, out _))
            return false;
        var talk = await TalkAsync(innerDc.Context, ct);
        var (open, besides) = (_steps.Open(talk), SaidBeside.Read(visit));
        var sentence = ShopSentence.Read(besides.Without, talk.Shelf, talk.Setting);
        if (!besides.IsEmpty && open is not (OrderField.Name or OrderField.Address or OrderField.Phone))
            return await HeardBesideAsync(talk, open, besides, sentence, ct);
        if (!SaidBesides.Answers(talk, open, sentence))
            return false;
        await TakeSentenceAsync(talk, sentence, isBeginning: false, ct);
        return true;
    }

    // A note stays a note as it was written; elsewhere what is said beside the add-ons counts like any sentence.
    private async Task<bool> HeardBesideAsync(OrderTalk talk, OrderField open, SaidBeside besides, ShopSentence sentence, CancellationToken ct)
    {
        besides.Take(talk);
        if (open == OrderField.Note && !besides.IsAll && !SaidBesides.Answers(talk, open, sentence))
            return false;
        if (open == OrderField.Note && besides.IsAll)
            talk.Draft.Note = "";
        else if (open == OrderField.AddOns)
            talk.Draft.Changing = null;
        await TakeSentenceAsync(talk, sentence, isBeginning: false, ct);
        return true;
    }

    // The summary says it all anyway.
    private async Task TakeSentenceAsync(OrderTalk talk, ShopSentence sentence, bool isBeginning, CancellationToken ct)
    {
        SentenceTaker.Take(talk, sentence);
        if ((await _steps.NextAsync(talk, ct)).Field != OrderField.Summary && SentenceEcho.Of(talk, sentence, isBeginning) is { } noted)
            talk.Visit.First(noted);
    }

    private async Task<OrderTalk> TalkAsync(ITurnContext turn, CancellationToken ct)
    {
        var visit = Visit.Of(turn);
        return new OrderTalk(visit, await _drafts.GetAsync(turn, () => new OrderDraft { Id = visit.EventKey }, ct),
            await _catalogue.ReadAsync(visit.Shop, ct), SettingOf(visit).Now);
    }

    private SentenceSetting SettingOf(Visit visit) =>
        new(TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), visit.Settings.Zone).DateTime, visit.Settings.OpeningHours, visit.Visitor.Language);
}
