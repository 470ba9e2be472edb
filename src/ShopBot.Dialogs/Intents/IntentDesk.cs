using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Complaints;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Faq;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Person;
using ShopBot.Dialogs.Pickups;
using static ShopBot.Dialogs.Intents.IntentTexts;

namespace ShopBot.Dialogs.Intents;

/// <summary>Does what a message wants that no exact word names. Where it is not sure it asks; it never acts on a guess.</summary>
public sealed partial class IntentDesk(ErrandSet errands, FaqDesk faq, ConsentDesk consent, WindowDesk windows)
{
    // What the confidences are worth the cross validation of the examples says.
    private const float Enough = 0.6f, Sure = 0.8f, Hint = 0.25f, Possible = 0.1f;
    private const int MostOffered = 3;

    /// <summary>Takes the answer to "which of these did you mean?".</summary>
    /// <returns>False where nothing was asked, or the message is something else.</returns>
    public async Task<bool> TakeOfferedAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        var (codes, about) = (note.Offered, note.OfferedFor);
        (note.Offered, note.OfferedFor) = ([], "");
        var offered = codes.Select(c => Offered.Read(c, visit)).OfType<Offered>().ToList();
        var picked = Numbers.IsPlain(visit.Key, out var place)
            ? offered.ElementAtOrDefault((int)Math.Clamp(place - 1, -1, MostOffered + 1))
            : offered.Find(o => Heard.Key(o.Label(visit)) == visit.Key);
        if (picked is null)
            return false;
        visit.Hear(about);
        switch (picked)
        {
            case Offered.Wish wish:
                await DoAsync(dialogs, note, wish.Intent, ct);
                break;
            case Offered.Answer answer:
                await SayAnswerAsync(visit, answer.Entry, ct);
                break;
            default:
                await SayUnansweredAsync(visit, ct);
                break;
        }
        return true;
    }

    /// <returns>False where nothing can be made of the message.</returns>
    public async Task<bool> HandleAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        var reading = await ReadAsync(visit, ct);
        var (best, confidence) = reading.Best;
        // Goods in a message are an order unless it is surely something else: "两袋多少钱", "我的口红到哪了".
        if (await errands.Ordering.HearsOrderAsync(visit, ct)
            && (confidence < Sure || best is Intent.Order or Intent.Pickup or Intent.Change or Intent.Chat or Intent.Greeting or Intent.Survey or Intent.OptIn or Intent.OptOut))
        {
            await dialogs.BeginDialogAsync(OrderingDialog.DialogId, cancellationToken: ct);
            return true;
        }
        if (best == Intent.Question && await AskedAsync(visit, note, isSure: confidence >= Enough, ct))
            return true;
        if (confidence >= Enough)
            return await DoAsync(dialogs, note, best, ct);
        return await OfferAsync(visit, note, reading, ct);
    }

    /// <summary>What a message means that is surely one of the words which may be said at any time, in other words.</summary>
    public async Task<Command?> CommandAsync(DialogContext dialogs, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        if (IsNoSentence(visit) || OpenQuestion.TakesAnyWords(dialogs))
            return null;
        var (best, confidence) = (await ReadAsync(visit, ct)).Best;
        return confidence < Sure ? null : best switch
        {
            // Only ever to look; whoever names an order means one that was placed.
            Intent.MyOrders => Command.Orders,
            Intent.Person => Command.Person,
            Intent.Greeting => Command.Greeting,
            Intent.Thanks => Command.Thanks,
            _ => null,
        };
    }

    /// <summary>The answer to something said in the middle of an order; null where it belongs to the order.</summary>
    public async Task<Wording.Text?> AnswerInPassingAsync(DialogContext dialogs, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        if (IsNoSentence(visit))
            return null;
        var (best, confidence) = (await ReadAsync(visit, ct)).Best;
        if (confidence < Sure)
            return null;
        if (best == Intent.Question && FaqDesk.Sure(visit) is { } entry)
            return await faq.AnswerAsync(visit, entry, ct);
        if (OpenQuestion.TakesAnyWords(dialogs))
            return null;
        switch (best)
        {
            case Intent.Question:
                await faq.NoteAsync(visit, ct);
                return new FaqTexts.UnansweredInPassing(Heard.Quote(visit.Said));
            case Intent.Complaint:
                return await errands.Complaints.TellInPassingAsync(visit, ct);
            case Intent.OptOut or Intent.OptIn:
                return await consent.ChooseAsync(visit, best == Intent.OptIn, ct);
            default:
                return null;
        }
    }

    /// <summary>Whether a message surely wants something, also to somebody who is looking at a list of orders.</summary>
    public async Task<bool> IsSureAsync(Visit visit, CancellationToken ct) =>
        !IsNoSentence(visit) && (await ReadAsync(visit, ct)).Best is { Confidence: >= Sure, Intent: Intent.Complaint or Intent.Person or Intent.Question
            or Intent.Change or Intent.OptOut or Intent.OptIn or Intent.Survey };

    private static bool IsNoSentence(Visit visit) => visit.Key.Length == 0 || Numbers.IsPlain(visit.Key, out _);

    private async Task<IntentReading> ReadAsync(Visit visit, CancellationToken ct) =>
        visit.Content.Intents.Model.Read(visit.Said).With(await errands.Ordering.ReadAsync(visit, ct));

    private async Task<bool> DoAsync(DialogContext dialogs, DeskNote note, Intent intent, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        switch (intent)
        {
            case Intent.Order:
                await dialogs.BeginDialogAsync(OrderingDialog.DialogId, cancellationToken: ct);
                return true;
            case Intent.Pickup:
                await BeginPickupAsync(dialogs, visit, ct);
                return true;
            case Intent.MyOrders or Intent.Cancel:
                await dialogs.BeginDialogAsync(OrdersDialog.DialogId, OrderNumberIn(visit.Key), ct);
                return true;
            case Intent.Change when await windows.TryBeginAsync(dialogs, await errands.Ordering.ReadAsync(visit, ct), OrderNumberIn(visit.Key), ct):
                return true;
            case Intent.Change:
                visit.First(new HowToChange());
                await dialogs.BeginDialogAsync(OrdersDialog.DialogId, OrderNumberIn(visit.Key), ct);
                return true;
            case Intent.Complaint:
                await dialogs.BeginDialogAsync(ComplaintDialog.DialogId, OrderNumberIn(visit.Key), ct);
                return true;
            case Intent.Person:
                await dialogs.BeginDialogAsync(PersonDialog.DialogId, cancellationToken: ct);
                return true;
            case Intent.Question:
                return await AskedAsync(visit, note, isSure: true, ct);
            case Intent.Survey:
                await SmallTalk.SendWithMenuAsync(visit, new NoSurvey(), ct);
                return true;
            case Intent.OptOut or Intent.OptIn:
                await SmallTalk.SendWithMenuAsync(visit, await consent.ChooseAsync(visit, intent == Intent.OptIn, ct), ct);
                return true;
            case Intent.Greeting:
                await SmallTalk.SendWithMenuAsync(visit, new FrontDeskTexts.Greeting(visit.ShopName), ct);
                return true;
            case Intent.Thanks:
                await SmallTalk.SendWithMenuAsync(visit, new FrontDeskTexts.YouAreWelcome(), ct);
                return true;
            default:
                return false;
        }
    }

    // What is fetched from home is ordered by the piece that can be; where nothing is, they want what they ordered.
    private async Task BeginPickupAsync(DialogContext dialogs, Visit visit, CancellationToken ct)
    {
        if (await errands.Ordering.CollectedAsync(visit, ct) is { } product)
            await dialogs.BeginDialogAsync(OrderingDialog.DialogId, product, ct);
        else
            await dialogs.BeginDialogAsync(OrdersDialog.DialogId, OrderNumberIn(visit.Key), ct);
    }

    private async Task<bool> AskedAsync(Visit visit, DeskNote note, bool isSure, CancellationToken ct)
    {
        if (FaqDesk.Sure(visit) is { } entry)
            await SayAnswerAsync(visit, entry, ct);
        else if (FaqDesk.Perhaps(visit) is { Count: > 0 } perhaps && isSure)
            await AskAsync(visit, note, new FaqTexts.AskWhich(), [.. perhaps.Select(e => new Offered.Answer(e)), new Offered.None()], ct);
        else if (isSure)
            await SayUnansweredAsync(visit, ct);
        else
            return false;
        return true;
    }

    private static async Task<bool> OfferAsync(Visit visit, DeskNote note, IntentReading reading, CancellationToken ct)
    {
        if (reading.Best.Confidence < Hint)
            return false;
        var offered = reading.Guesses.Where(g => g.Confidence >= Possible && Offered.NameOf(g.Intent) is not null).Take(MostOffered)
            .Select(g => (Offered)new Offered.Wish(g.Intent)).ToList();
        // One thing is no choice, and who only chats is not asked what they want.
        if (offered.Count < 2)
            return false;
        await AskAsync(visit, note, new AskWhich(), offered, ct);
        return true;
    }

    private static async Task AskAsync(Visit visit, DeskNote note, Wording.Text question, IReadOnlyList<Offered> offered, CancellationToken ct)
    {
        (note.Offered, note.OfferedFor) = ([.. offered.Select(o => o.Code)], visit.Said);
        await visit.SendAsync(visit.Message(question, offered.Select(o => o.Label(visit))), ct);
    }

    private async Task SayAnswerAsync(Visit visit, FaqEntry entry, CancellationToken ct)
    {
        if (await faq.AnswerAsync(visit, entry, ct) is not { } answer)
            await SayUnansweredAsync(visit, ct);
        else if (entry.Choices[visit.Voice.Language] is { Count: > 0 } choices)
            await visit.SendAsync(visit.Message(answer, choices), ct);
        else
            await SmallTalk.SendWithMenuAsync(visit, answer, ct);
    }

    private async Task SayUnansweredAsync(Visit visit, CancellationToken ct)
    {
        await faq.NoteAsync(visit, ct);
        await visit.SendAsync(visit.Message(new FaqTexts.Unanswered(Heard.Quote(visit.Said)), visit.Say(new FrontDeskTexts.MenuPerson())), ct);
    }

    /// <summary>An order's number where one is named: "订单12", "12号单", "order #12".</summary>
    private static int? OrderNumberIn(string key) =>
        NamedOrder().Match(key) is { Success: true } found
        && int.TryParse(found.Groups[1].Success ? found.Groups[1].ValueSpan : found.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"(?:订单号?|單號?|单号?|order|number|no\.?)\s*#?\s*(\d{1,6})(?!\d)|(?<!\d)#?(\d{1,6})\s*号(?:订单|单)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex NamedOrder();
}
