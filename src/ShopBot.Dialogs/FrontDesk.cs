using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Custody;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Staff;
using static ShopBot.Dialogs.FrontDeskTexts;

namespace ShopBot.Dialogs;

/// <summary>The bot: greets people, finds out what they came for and hands them to the errand that does it.</summary>
/// <remarks>One instance for all turns; everything a turn needs is in its <see cref="Visit"/>.</remarks>
public sealed class FrontDesk(
    ContentBook content, VisitorBook visitors, ErrandSet errands, SmallTalk smallTalk, Interruptions interruptions, Returning returning,
    StaffDesk staff, BagScan bags, IEnumerable<ICustomerAnswers> answers, ConversationState conversation, UserState user, TimeProvider clock) : ActivityHandler
{
    private readonly ICustomerAnswers[] _answers = [.. answers];
    private readonly BotStateSet _states = new(conversation, user);
    private readonly IStatePropertyAccessor<DeskNote> _notes = conversation.CreateProperty<DeskNote>("desk");

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (IsFarewell(turnContext.Activity))
        {
            await ForgetAsync(turnContext, cancellationToken);
            return;
        }
        await _states.LoadAllAsync(turnContext, cancellationToken: cancellationToken);
        var visit = await visitors.ReceiveAsync(turnContext, content.Current, cancellationToken);
        await base.OnTurnAsync(turnContext, cancellationToken);
        await visit.FinishAsync(cancellationToken);
        await _states.SaveAllChangesAsync(turnContext, cancellationToken: cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        TalkAsync(turnContext, cancellationToken);

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var visit = Visit.Of(turnContext);
        Wording.Text welcome = visit.IsFirst ? new Welcome(visit.ShopName) : new WelcomeBack(visit.ShopName);
        await GreetAsync(turnContext, welcome, Heard.Clean(((ITurnContext)turnContext).Activity.Value?.ToString()), cancellationToken);
    }

    protected override async Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var visit = Visit.Of(turnContext);
        switch (turnContext.Activity.Name)
        {
            case "menu":
                await TakeTapAsync(turnContext, Heard.Clean(turnContext.Activity.Value?.ToString()), cancellationToken);
                break;
            case "scanned":
                await TakeScanAsync(turnContext, Heard.Clean(turnContext.Activity.Value?.ToString()), cancellationToken);
                break;
            case "scan":
                var scene = Heard.Clean(turnContext.Activity.Value?.ToString());
                if (!visit.IsFirst && scene.Length > 0)
                    await visitors.NoteScanAsync(visit, scene, cancellationToken);
                await GreetAsync(turnContext, new WelcomeBack(visit.ShopName), scene, cancellationToken);
                break;
            default:
                // Reported by the app and not said by anybody (a position, a page opened): no answer is expected.
                break;
        }
    }

    /// <summary>A tap on the account's menu is as good as the word for it; a product's code begins its order.</summary>
    private async Task TakeTapAsync(ITurnContext turn, string key, CancellationToken ct)
    {
        var visit = Visit.Of(turn);
        if (await errands.Ordering.SellsAsync(visit, key, ct))
        {
            await BeginOrderAsync(turn, key, ct);
            return;
        }
        visit.Hear(MenuKeys.WordsFor(visit, key));
        await TalkAsync(turn, ct);
    }

    private async Task BeginOrderAsync(ITurnContext turn, string product, CancellationToken ct)
    {
        var dialogs = await errands.OpenAsync(turn, ct);
        var note = await _notes.GetAsync(turn, () => new DeskNote(), ct);
        await errands.BeginAsync(dialogs, OrderingDialog.DialogId, product, ct);
        (note.Flow, note.LeftAt, note.AskedToGoOn) = (FlowVersions.NameOf(dialogs), clock.GetUtcNow().ToUnixTimeSeconds(), false);
    }

    /// <summary>The scanning button of the menu read something; the phone waits for what we say to it.</summary>
    private async Task TakeScanAsync(ITurnContext turn, string scanned, CancellationToken ct)
    {
        var visit = Visit.Of(turn);
        if (await bags.TakeAsync(visit, await _notes.GetAsync(turn, () => new DeskNote(), ct), scanned, ct))
            return;
        if (scanned.Length > 0 && await errands.Ordering.SellsAsync(visit, scanned, ct))
        {
            await BeginOrderAsync(turn, scanned, ct);
            return;
        }
        await SmallTalk.SendWithMenuAsync(visit, new ScanNotKnown(Heard.Quote(scanned)), ct);
    }

    // Nobody is told anything: who has left cannot be written to.
    private static bool IsFarewell(Activity activity) =>
        activity is { Type: ActivityTypes.ConversationUpdate, MembersRemoved.Count: > 0 } or { Type: ActivityTypes.Event, Name: "consent-withdrawn" };

    private async Task ForgetAsync(ITurnContext turn, CancellationToken ct)
    {
        if (!await visitors.ForgetAsync(turn, ct))
            return;
        await conversation.DeleteAsync(turn, ct);
        await user.DeleteAsync(turn, ct);
    }

    private async Task TalkAsync(ITurnContext turn, CancellationToken ct)
    {
        var visit = Visit.Of(turn);
        var dialogs = await errands.OpenAsync(turn, ct);
        var note = await _notes.GetAsync(turn, () => new DeskNote(), ct);
        if (!await FlowVersions.FitsAsync(dialogs, note.Flow, ct))
            await BeginAnewAsync(dialogs, visit, note, ct);
        else if (!await staff.HandleAsync(dialogs, note, ct) && !await TakeAnswerAsync(dialogs, visit, note, ct))
            await AnswerAsync(dialogs, note, ct);
        note.Flow = FlowVersions.NameOf(dialogs);
        note.LeftAt = dialogs.ActiveDialog is null ? 0 : clock.GetUtcNow().ToUnixTimeSeconds();
        note.AskedToGoOn &= dialogs.ActiveDialog is not null;
    }

    /// <summary>Whoever was ordering when the program was updated is asked the first question again; anybody else gets the menu.</summary>
    private async Task BeginAnewAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        var wasOrdering = dialogs.ActiveDialog.Id == OrderingDialog.DialogId;
        await errands.DropAsync(dialogs, ct);
        note.AskedToGoOn = false;
        visit.First(new BegunAnewAfterUpdate());
        if (!wasOrdering)
        {
            await SmallTalk.SendWithMenuAsync(visit, new Menu(visit.ShopName), ct);
            return;
        }

        // The message answered a question of the older version.
        visit.Hear("");
        await errands.BeginAsync(dialogs, OrderingDialog.DialogId, null, ct);
    }

    /// <summary>Whether the message answers a notice; what was under way stays as it is.</summary>
    private async Task<bool> TakeAnswerAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        foreach (var taker in _answers)
        {
            if (await taker.TakeAsync(dialogs, visit, note, ct))
                return true;
        }
        return false;
    }

    private async Task AnswerAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        if (dialogs.ActiveDialog is not null && await returning.HandleAsync(dialogs, note, ct))
            return;
        if (dialogs.ActiveDialog is null)
            await smallTalk.AnswerAsync(dialogs, note, ct);
        else if (!await interruptions.HandleAsync(dialogs, note, ct))
            await ErrandSet.GoOnAsync(dialogs, ct);
    }

    /// <param name="scene">Of the code that brought the person, empty without one; it may name a product.</param>
    private async Task GreetAsync(ITurnContext turn, Wording.Text welcome, string scene, CancellationToken ct)
    {
        var visit = Visit.Of(turn);
        var dialogs = await errands.OpenAsync(turn, ct);
        var note = await _notes.GetAsync(turn, () => new DeskNote(), ct);
        if (!await FlowVersions.FitsAsync(dialogs, note.Flow, ct))
            await errands.DropAsync(dialogs, ct);
        if (dialogs.ActiveDialog is not null)
            await ErrandSet.AskAgainAsync(dialogs, ct);
        else if (scene.Length > 0 && await errands.Ordering.SellsAsync(visit, scene, ct))
        {
            visit.First(welcome);
            await errands.BeginAsync(dialogs, OrderingDialog.DialogId, scene, ct);
        }
        else
            await SmallTalk.SendWithMenuAsync(visit, welcome, ct);
        note.Flow = FlowVersions.NameOf(dialogs);
        note.LeftAt = dialogs.ActiveDialog is null ? 0 : clock.GetUtcNow().ToUnixTimeSeconds();
    }
}
