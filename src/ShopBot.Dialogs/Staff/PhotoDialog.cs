using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Staff sent pictures: to which order, are they to go out, and with which words.</summary>
/// <remarks>The pictures wait in the <see cref="DeskNote"/>; another one sent meanwhile joins them.</remarks>
public sealed class PhotoDialog : Errand
{
    public const string DialogId = "photo";
    private const string StepsId = "steps", PickId = "pick", CaptionId = "caption";
    private const string OrderKey = "order", CaptionKey = "caption";
    private const string Send = "send", Caption = "add", Another = "another", Drop = "drop", Ask = "ask", Done = "done";
    private const int MostListed = 8, LongestCaption = 100;

    private readonly OrderReader _orders;
    private readonly AddPhoto _addPhoto;
    private readonly VisitorBook _visitors;
    private readonly IStatePropertyAccessor<DeskNote> _notes;

    public PhotoDialog(OrderReader orders, AddPhoto addPhoto, VisitorBook visitors, HandoverDialog handover, ConversationState conversation)
        : base(DialogId)
    {
        _orders = orders;
        _addPhoto = addPhoto;
        _visitors = visitors;
        _notes = conversation.CreateProperty<DeskNote>("desk");
        AddDialog(new WaterfallDialog(StepsId, [AskOrderAsync, AskSendAsync, ActAsync, TakeCaptionAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new TextPrompt(CaptionId, CheckCaptionAsync));
        AddDialog(handover);
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    /// <remarks>Options: <c>12</c> or <c>12:words to go with it</c> once the order is known.</remarks>
    private async Task<DialogTurnResult> AskOrderAsync(WaterfallStepContext step, CancellationToken ct)
    {
        if (step.Options is string known)
            return await step.NextAsync(new FoundChoice { Value = known }, ct);
        var visit = Visit.Of(step.Context);
        var note = await NoteAsync(step.Context, ct);
        var orders = await _orders.OpenAsync(visit.Shop, 0, MostListed, ct);
        if (orders.Count == 0 && note.StaffOrder == 0)
        {
            await visit.SendAsync(new NoOrderForPhoto(), ct);
            return await EndAsync(step, note, ct);
        }
        // The order looked at last is the likely one.
        var choices = orders.OrderByDescending(o => o.Number == note.StaffOrder)
            .Select(o => PickPrompt.Choice(Code(o.Number), StaffDialog.Label(visit.Voice, o)));
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskWhosePhoto(note.Photos.Count)),
            Choices = [.. choices],
            Validations = PickPrompt.AnyNumber,
        }, ct);
    }

    private async Task<DialogTurnResult> AskSendAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var note = await NoteAsync(step.Context, ct);
        var (number, caption) = Read(((FoundChoice)step.Result).Value);
        if (await _orders.FindAsync(visit.Shop, number, ct) is not { } order)
        {
            visit.First(new NoSuchOrder(number));
            return await step.ReplaceDialogAsync(StepsId, cancellationToken: ct);
        }
        step.Values[OrderKey] = number;
        step.Values[CaptionKey] = caption;
        Text question = caption.Length == 0
            ? new AskSendPhoto(note.Photos.Count, number, order.Name)
            : new AskSendPhotoWithCaption(note.Photos.Count, number, order.Name, caption);
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(question),
            Choices =
            [
                PickPrompt.Yes(Send, visit.Say(new SendIt())),
                .. visit.Content.Inspections is not null && order.Kind == Offer.Laundry && FindingStates.MayAsk(order.State)
                    ? [PickPrompt.Choice(Ask, visit.Say(new InspectionTexts.AskTheCustomer()))] : Array.Empty<Choice>(),
                // At the door picture and hand-over are one notice.
                .. order is { Kind: Offer.Laundry, State: OrderState.Delivering } && caption.Length == 0 ? (Choice[])[PickPrompt.Choice(Done, visit.Say(new ReturnTexts.SendAndDone()))] : [],
                PickPrompt.Choice(Caption, visit.Say(new AddCaption())),
                PickPrompt.Choice(Another, visit.Say(new AnotherOrder())),
                PickPrompt.No(Drop, visit.Say(new DoNotSend())),
            ],
        }, ct);
    }

    private async Task<DialogTurnResult> ActAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var note = await NoteAsync(step.Context, ct);
        switch (((FoundChoice)step.Result).Value)
        {
            case Send:
                await visit.SendAsync(await SendAsync(visit, note, (int)step.Values[OrderKey], (string)step.Values[CaptionKey], ct), ct);
                return await EndAsync(step, note, ct);
            case Caption:
                return await step.PromptAsync(CaptionId, new PromptOptions { Prompt = visit.Message(new AskCaption()) }, ct);
            case Ask:
                // The pictures stay where they are: they are what is asked about.
                return await step.EndDialogAsync(new NextErrand(
                    InspectionDialog.DialogId, string.Create(CultureInfo.InvariantCulture, $"{(int)step.Values[OrderKey]}::{(string)step.Values[CaptionKey]}")), ct);
            case Done:
                return await step.BeginDialogAsync(HandoverDialog.DialogId, (int)step.Values[OrderKey], ct);
            case Another:
                return await step.ReplaceDialogAsync(StepsId, cancellationToken: ct);
            default:
                await visit.SendAsync(new PhotoNotSent(), ct);
                return await EndAsync(step, note, ct);
        }
    }

    private async Task<DialogTurnResult> TakeCaptionAsync(WaterfallStepContext step, CancellationToken ct) => step.Result is true
        ? await EndAsync(step, await NoteAsync(step.Context, ct), ct)
        : await step.ReplaceDialogAsync(StepsId, string.Create(CultureInfo.InvariantCulture, $"{(int)step.Values[OrderKey]}:{Visit.Of(step.Context).Said}"), ct);

    private async Task<Text> SendAsync(Visit visit, DeskNote note, int number, string caption, CancellationToken ct)
    {
        var name = "";
        foreach (var mediaId in note.Photos)
        {
            switch (await _addPhoto.RunAsync(visit.Shop, visit.NextKey("add-photo"), new Actor(visit.Contact), number, mediaId,
                caption.Length == 0 ? null : caption, ct))
            {
                case AddPhotoResult.Added added:
                    name = added.CustomerName;
                    break;
                case AddPhotoResult.NotStaff:
                    await _visitors.RecogniseStaffAsync(visit, ct);
                    return new NoLongerStaff();
                default:
                    return new NoSuchOrder(number);
            }
        }
        note.StaffOrder = number;
        return new PhotoSent(note.Photos.Count, number, name);
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, DeskNote note, CancellationToken ct)
    {
        note.Photos.Clear();
        return step.EndDialogAsync(cancellationToken: ct);
    }

    private Task<DeskNote> NoteAsync(ITurnContext turn, CancellationToken ct) => _notes.GetAsync(turn, () => new DeskNote(), ct);

    private static (int Number, string Caption) Read(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return (int.Parse(colon < 0 ? value : value[..colon], CultureInfo.InvariantCulture), colon < 0 ? "" : value[(colon + 1)..]);
    }

    private static string Code(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task<bool> CheckCaptionAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (visit.Said.Length is > 0 and <= LongestCaption)
            return Task.FromResult(true);
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new CaptionTooLong(LongestCaption));
        return Task.FromResult(false);
    }
}
