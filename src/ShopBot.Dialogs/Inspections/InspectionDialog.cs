using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Messaging.Media;
using ShopBot.Shops;
using ShopBot.Shops.Inspections;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>Staff ask a customer about something they found: what it is, a line about it, and a preview of exactly what the customer gets.</summary>
/// <remarks>Begun with <c>12</c>, <c>12:stain</c> or <c>12:stain:oil on the collar</c>. The pictures wait in the <see cref="DeskNote"/>; one sent meanwhile joins them.</remarks>
public sealed class InspectionDialog : Errand
{
    public const string DialogId = "inspection";
    private const string LoopId = "loop", PickId = "pick", OpenId = OpenQuestion.AnyWordsId;
    private const string Send = "send", Words = "words", Price = "price", Kind = "kind", Drop = "drop", Plain = "plain";

    private readonly InspectionSender _sender;
    private readonly IStatePropertyAccessor<DeskNote> _notes;
    private readonly IStatePropertyAccessor<FindingDraft> _drafts;

    public InspectionDialog(InspectionSender sender, ConversationState conversation)
        : base(DialogId)
    {
        _sender = sender;
        _notes = conversation.CreateProperty<DeskNote>("desk");
        _drafts = conversation.CreateProperty<FindingDraft>("finding");
        AddDialog(new WaterfallDialog(LoopId, [AskAsync, TakeAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new TextPrompt(OpenId, CheckAsync));
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        var visit = Visit.Of(innerDc.Context);
        var parts = ((string)options).Split(':', 3);
        var number = int.Parse(parts[0], CultureInfo.InvariantCulture);
        if (await _sender.RefusalAsync(visit, number, cancellationToken) is { } refusal)
        {
            await visit.SendAsync(refusal, cancellationToken);
            return await EndAsync(innerDc, cancellationToken);
        }
        var draft = new FindingDraft { Number = number, Kind = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null };
        if (parts.Length > 2 && parts[2].Length > 0)
            draft.Reason = Heard.Quote(parts[2], Finding.LongestReason - 1);
        await _drafts.SetAsync(innerDc.Context, draft, cancellationToken);
        var note = await NoteAsync(innerDc.Context, cancellationToken);
        note.StaffOrder = number;
        return await innerDc.BeginDialogAsync(LoopId, cancellationToken: cancellationToken);
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartLoopAsync(innerDc, ct);

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        var draft = await DraftAsync(innerDc.Context, ct);
        if (draft.AsksPrice)
            draft.AsksPrice = false;
        else if (draft.Reason is not null)
            draft.Reason = null;
        else
            draft.Kind = null;
        return await RestartLoopAsync(innerDc, ct);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var (visit, draft, note) = (Visit.Of(step.Context), await DraftAsync(step.Context, ct), await NoteAsync(step.Context, ct));
        var plan = InspectionSender.PlanOf(visit);
        if (note.Photos.Count > plan.MostPhotos)
        {
            note.Photos.RemoveRange(plan.MostPhotos, note.Photos.Count - plan.MostPhotos);
            visit.First(new TooManyPhotos(plan.MostPhotos));
        }
        var kind = plan.Kinds.FirstOrDefault(k => k.Code == draft.Kind);
        if (note.Photos.Count == 0)
            return await PickAsync(step, visit.Message(new AskPhotos(draft.Number)), [PickPrompt.No(Drop, visit.Say(new DoNotAsk()))], ct);
        if (kind is null)
            return await PickAsync(step, visit.Message(new AskKind(draft.Number)), [.. KindChoices(visit, plan), PickPrompt.No(Drop, visit.Say(new DoNotAsk()))], ct);
        if (draft.Reason is null)
            return await OpenAsync(step, visit.Message(new AskReason(kind.Name.In(visit.Voice.Language)), visit.Say(new NoReason())), ct);
        if (draft.AsksPrice && kind.Treatment is { } treatment)
            return await OpenAsync(step, visit.Message(new AskPrice(treatment.Name.In(visit.Voice.Language), MoneyOf(visit, treatment.PriceInMinor))), ct);
        return await PreviewAsync(step, visit, draft, note, kind, ct);
    }

    private async Task<DialogTurnResult> PreviewAsync(WaterfallStepContext step, Visit visit, FindingDraft draft, DeskNote note, FindingKind kind, CancellationToken ct)
    {
        if (await _sender.PreviewAsync(visit, draft, kind, note.Photos, ct) is not { } words)
        {
            await visit.SendAsync(new Staff.StaffTexts.NoSuchOrder(draft.Number), ct);
            return await EndAsync(step, ct);
        }
        var preview = Visit.Message(words);
        preview.Attachments = [.. note.Photos.Select(id => new Attachment("image/jpeg", MediaReference.For(id)))];
        List<Choice> choices = [PickPrompt.Yes(Send, visit.Say(new SendIt())), PickPrompt.Choice(Words, visit.Say(new OtherReason()))];
        if (kind.Treatment is not null)
            choices.Add(PickPrompt.Choice(Price, visit.Say(new OtherPrice())));
        choices.Add(PickPrompt.Choice(Kind, visit.Say(new OtherKind())));
        choices.Add(PickPrompt.No(Drop, visit.Say(new DoNotAsk())));
        return await PickAsync(step, preview, choices, ct);
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken ct)
    {
        // What was typed was taken by its prompt's validator.
        if (step.Result is not FoundChoice { Value: var picked })
            return await step.ReplaceDialogAsync(LoopId, cancellationToken: ct);
        var (visit, draft, note) = (Visit.Of(step.Context), await DraftAsync(step.Context, ct), await NoteAsync(step.Context, ct));
        switch (picked)
        {
            case Drop:
                await visit.SendAsync(new NotAsked(draft.Number), ct);
                return await EndAsync(step, ct);
            case Send:
                if (await _sender.SendAsync(visit, draft, note.Photos, ct) is not { } done)
                    break;
                await visit.SendAsync(done, ct);
                return await EndAsync(step, ct);
            case Words:
                draft.Reason = null;
                break;
            case Price:
                draft.AsksPrice = true;
                break;
            case Kind:
                (draft.Kind, draft.TreatmentInMinor) = (null, null);
                break;
            default:
                draft.Kind = picked;
                break;
        }
        return await step.ReplaceDialogAsync(LoopId, cancellationToken: ct);
    }

    private async Task<bool> CheckAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var (visit, draft) = (Visit.Of(prompt.Context), await DraftAsync(prompt.Context, ct));
        return draft.AsksPrice ? TakePrice(visit, draft) : TakeReason(visit, draft);
    }

    private static bool TakeReason(Visit visit, FindingDraft draft)
    {
        if (visit.IsSaying(new NoReason()))
            draft.Reason = "";
        else if (visit.Said.Length is > 0 and <= Finding.LongestReason)
            draft.Reason = visit.Said.ReplaceLineEndings(" ");
        else
            visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new ReasonTooLong(Finding.LongestReason));
        return draft.Reason is not null;
    }

    private static bool TakePrice(Visit visit, FindingDraft draft)
    {
        var most = InspectionSender.PlanOf(visit).DearestInMinor;
        var typed = visit.Key.TrimStart('¥', '$', '€', '£', '+', ' ').TrimEnd('元', '块', ' ');
        // A sign in front is no price: nobody is paid for a stain.
        if (!visit.Said.StartsWith('-') && decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount <= most && Money.Of(amount, visit.Settings.Currency) is { Minor: var minor } && minor <= most)
        {
            (draft.TreatmentInMinor, draft.AsksPrice) = (minor, false);
            return true;
        }
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new PriceUnusable(Heard.Quote(visit.Said), MoneyOf(visit, most)));
        return false;
    }

    private static IEnumerable<Choice> KindChoices(Visit visit, InspectionPlan plan) =>
        plan.Kinds.Select(k => PickPrompt.Choice(k.Code, k.Name.In(visit.Voice.Language), k.Words));

    private static Task<DialogTurnResult> PickAsync(WaterfallStepContext step, Activity prompt, IList<Choice> choices, CancellationToken ct) =>
        step.PromptAsync(PickId, new PromptOptions { Prompt = prompt, Choices = choices }, ct);

    private static Task<DialogTurnResult> OpenAsync(WaterfallStepContext step, Activity prompt, CancellationToken ct) =>
        step.PromptAsync(OpenId, new PromptOptions { Prompt = prompt }, ct);

    private static async Task<DialogTurnResult> RestartLoopAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.CancelAllDialogsAsync(ct);
        return await innerDc.BeginDialogAsync(LoopId, cancellationToken: ct);
    }

    private async Task<DialogTurnResult> EndAsync(DialogContext dialogs, CancellationToken ct)
    {
        (await NoteAsync(dialogs.Context, ct)).Photos.Clear();
        await _drafts.DeleteAsync(dialogs.Context, ct);
        return await dialogs.EndDialogAsync(cancellationToken: ct);
    }

    private static string MoneyOf(Visit visit, long minor) => new Money(minor, visit.Settings.Currency).ToString();

    private Task<DeskNote> NoteAsync(ITurnContext turn, CancellationToken ct) => _notes.GetAsync(turn, () => new DeskNote(), ct);

    private Task<FindingDraft> DraftAsync(ITurnContext turn, CancellationToken ct) => _drafts.GetAsync(turn, () => new FindingDraft(), ct);
}
