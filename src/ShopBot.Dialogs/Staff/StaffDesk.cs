using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Faq;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Ordering;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Hears what only staff can say. For everybody else these words are ordinary ones.</summary>
public sealed class StaffDesk(
    ErrandSet errands, OrderMover mover, OrderReader orders, IssueStaffCode issueCode, StaffPictures pictures, StockDesk stock, CodeDesk codes, FaqDesk faq, VisitorBook visitors,
    IEnumerable<IStaffTask> tasks)
{
    private const int CodeLength = 6;

    private readonly Dictionary<StaffWord, IStaffTask> _tasks = tasks.SelectMany(t => t.Words.Select(w => (Word: w, Task: t))).ToDictionary(t => t.Word, t => t.Task);

    /// <returns>False where the message is a customer's, or belongs to the errand under way.</returns>
    public async Task<bool> HandleAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        var command = visit.Said.Length > Visit.LongestMessage ? null : StaffCommand.Read(visit, note.StaffOrder);
        if (command is { Word: StaffWord.Bind } && CodeIn(visit) is { } code)
        {
            await errands.BeginAsync(dialogs, BindDialog.DialogId, code, ct);
            return true;
        }
        if (visit.Visitor.StaffId is null)
            return false;
        // Whose access was ended is not shown another order, whatever their state remembers.
        await visitors.RecogniseStaffAsync(visit, ct);
        if (visit.Visitor.StaffId is null)
            return await SendHomeAsync(dialogs, visit, command, ct);
        if (visit.Visitor.AsCustomer)
        {
            if (command?.Word is not (StaffWord.StaffMode or StaffWord.StartShift))
                return false;
            // Who begins to work is no customer any more.
            visit.Visitor.AsCustomer = false;
        }
        if (StaffPictures.In(visit) is { } picture)
            return await TakePictureAsync(dialogs, visit, note, picture, ct);
        // "污渍 12 领口有油渍" right behind the pictures says both the order and what they are for.
        if (command is { Word: StaffWord.Finding, Number: not null } && dialogs.ActiveDialog?.Id == PhotoDialog.DialogId && visit.Content.StaffWords.Find(visit.Key) is null)
            return await DoAsync(dialogs, visit, note, command, ct);
        // Who is ordering or adding words to a photo, or is asked for words, means what they type, also "done" or "order".
        if (OpenQuestion.Offers(dialogs, visit.Key) || OpenQuestion.TakesAnyWords(dialogs) || dialogs.ActiveDialog?.Id is OrderingDialog.DialogId or PhotoDialog.DialogId or BindDialog.DialogId)
            return false;
        if (command is not null)
            return await DoAsync(dialogs, visit, note, command, ct);
        return dialogs.ActiveDialog is null && await AnswerAsync(dialogs, visit, ct);
    }

    private async Task<bool> SendHomeAsync(DialogContext dialogs, Visit visit, StaffCommand? command, CancellationToken ct)
    {
        var wasAtWork = dialogs.ActiveDialog?.Id is StaffDialog.DialogId or PhotoDialog.DialogId or InspectionDialog.DialogId or RevokeDialog.DialogId;
        if (command is null && !wasAtWork)
            return false;
        if (wasAtWork)
            await errands.LeaveAsync(dialogs, ct);
        await SmallTalk.SendWithMenuAsync(visit, new NoLongerStaff(), ct);
        return true;
    }

    private async Task<bool> DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        if (_tasks.TryGetValue(command.Word, out var task))
        {
            await task.DoAsync(dialogs, visit, note, command, ct);
            return true;
        }
        switch (command)
        {
            case { Word: StaffWord.Today }:
                await errands.BeginAsync(dialogs, StaffDialog.DialogId, null, ct);
                return true;
            case { Word: StaffWord.Help }:
                await visit.SendAsync(HelpFor(visit), ct);
                return true;
            case { Word: StaffWord.CustomerMode }:
                await errands.LeaveAsync(dialogs, ct);
                visit.Visitor.AsCustomer = true;
                visit.First(new NowCustomer());
                await SmallTalk.SendWithMenuAsync(visit, new FrontDeskTexts.Menu(visit.ShopName), ct);
                return true;
            case { Word: StaffWord.StaffMode }:
                return await BackToWorkAsync(dialogs, visit, ct);
            case { Word: StaffWord.NewStaff }:
                await IssueCodeAsync(visit, command.Rest, ct);
                return true;
            case { Word: StaffWord.Stock }:
                await errands.LeaveAsync(dialogs, ct);
                await visit.SendAsync(visit.Visitor.IsManager ? await stock.AnswerAsync(visit, command.Rest, ct) : visit.Message(new OnlyManagersDo()), ct);
                return true;
            case { Word: StaffWord.Unanswered }:
                await visit.SendAsync(visit.Visitor.IsManager ? await faq.UnansweredAsync(visit, ct) : new OnlyManagersDo(), ct);
                return true;
            case { Word: StaffWord.Code }:
                await errands.LeaveAsync(dialogs, ct);
                await visit.SendAsync(visit.Visitor.IsManager ? await codes.AnswerAsync(visit, command.Rest, ct) : visit.Message(new OnlyManagersDo()), ct);
                return true;
            case { Word: StaffWord.Revoke } when visit.Visitor.IsManager:
                await errands.BeginAsync(dialogs, RevokeDialog.DialogId, command.Rest, ct);
                return true;
            case { Word: StaffWord.Revoke }:
                await visit.SendAsync(new OnlyManagersDo(), ct);
                return true;
            case { Word: StaffWord.Details, Number: null } or { Word: StaffWord.Bind }:
                return false;
            // In the middle of something a bare "取消" leaves it; it takes an order back only with the order's number.
            case { Word: StaffWord.Cancel } when visit.Content.Commands.Find(visit.Key) is not null && dialogs.ActiveDialog is not null:
                return false;
            case { Number: { } number }:
                await WorkAsync(dialogs, visit, note, command.Word, number, command.Rest, ct);
                return true;
            default:
                await visit.SendAsync(new WhichOrder(Heard.Quote(visit.Said)), ct);
                return true;
        }
    }

    private async Task WorkAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffWord word, int number, string rest, CancellationToken ct)
    {
        switch (word)
        {
            case StaffWord.Details:
                await BeginAsync(dialogs, number, "", ct);
                break;
            case StaffWord.Paid:
                await AnswerAsync(dialogs, visit, note, number, await mover.MarkPaidAsync(visit, number, ct), ct);
                break;
            case StaffWord.Cancel:
                await BeginAsync(dialogs, number, $":{OrderState.Cancelled}", ct);
                break;
            default:
                await MoveAsync(dialogs, visit, note, word, number, rest, ct);
                break;
        }
    }

    private async Task MoveAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffWord word, int number, string rest, CancellationToken ct)
    {
        var (state, details) = Move(word, rest);
        // A move that lacks its seal or parcel asks for it; nothing is moved until then.
        if (await mover.MoveAsync(visit, number, state, details ?? new MoveDetails(), ct) is { } answer)
            await AnswerAsync(dialogs, visit, note, number, answer, ct);
        else
        {
            if (rest.Length > 0)
                visit.First(word == StaffWord.Seal ? new SealUnusable() : new ParcelUnusable());
            await BeginAsync(dialogs, number, $":{state}", ct);
        }
    }

    private async Task AnswerAsync(DialogContext dialogs, Visit visit, DeskNote note, int number, Wording.Text answer, CancellationToken ct)
    {
        if (answer is not NoSuchOrder)
            note.StaffOrder = number;
        await errands.LeaveAsync(dialogs, ct);
        string[] undo = answer is Moved or MovedToTheEnd or MovedHeld or MovedHeldToTheEnd && mover.MayUndo(visit) ? [visit.Say(new DoUndo())] : [];
        await visit.SendAsync(visit.Message(answer, [.. undo, visit.Say(new MenuToday())]), ct);
    }

    private static (OrderState State, MoveDetails? Details) Move(StaffWord word, string rest) => word switch
    {
        StaffWord.Ready => (OrderState.Ready, null),
        StaffWord.Wash => (OrderState.Washing, null),
        StaffWord.Deliver => (OrderState.Delivering, null),
        StaffWord.Seal => (OrderState.Collected, StaffAnswers.Seal(rest) is { } seal ? new MoveDetails(SealNumber: seal) : null),
        StaffWord.Ship => (OrderState.Shipped, StaffAnswers.Parcel(rest)),
        _ => (OrderState.Completed, null),
    };

    private Task BeginAsync(DialogContext dialogs, int number, string action, CancellationToken ct) =>
        errands.BeginAsync(dialogs, StaffDialog.DialogId, string.Create(CultureInfo.InvariantCulture, $"{number}{action}"), ct);

    private async Task<bool> BackToWorkAsync(DialogContext dialogs, Visit visit, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        visit.Visitor.AsCustomer = false;
        await visit.SendAsync(visit.Message(new NowStaff(visit.ShopName), visit.Say(new MenuToday())), ct);
        return true;
    }

    private async Task IssueCodeAsync(Visit visit, string typed, CancellationToken ct)
    {
        if (StaffRoles.Read(visit.Content, typed) is not { } role)
        {
            var word = typed.Length == 0 ? visit.Said : visit.Said[..^typed.Length].Trim();
            await visit.SendAsync(visit.Message(new AskRole(), Enum.GetValues<StaffRole>().Select(r => $"{word} {visit.Say(StaffRoles.Name(r))}")), ct);
            return;
        }
        var result = await issueCode.RunAsync(visit.Shop, visit.NextKey("issue-staff-code"), new Actor(visit.Contact), role, ct);
        await visit.SendAsync(result is IssueStaffCodeResult.Issued issued
            ? new CodeIssued(visit.Say(StaffRoles.Name(role)), issued.Code, OrderView.When(visit.Voice, issued.ExpiresAt, visit.Settings.Zone))
            : new OnlyManagers(), ct);
    }

    private async Task<bool> TakePictureAsync(DialogContext dialogs, Visit visit, DeskNote note, Attachment picture, CancellationToken ct)
    {
        var (mediaId, problem) = await pictures.KeepAsync(visit, picture, ct);
        if (mediaId is null)
        {
            await visit.SendAsync(problem!, ct);
            return true;
        }
        if (dialogs.ActiveDialog?.Id == InspectionDialog.DialogId)
        {
            note.Photos.Add(mediaId);
            await ErrandSet.AskAgainAsync(dialogs, ct);
            return true;
        }
        if (dialogs.ActiveDialog?.Id != PhotoDialog.DialogId)
            note.Photos.Clear();
        note.Photos.Add(mediaId);
        await errands.BeginAsync(dialogs, PhotoDialog.DialogId, null, ct);
        return true;
    }

    // What only managers may say is told to managers only; it comes behind the rest.
    private static Wording.Text HelpFor(Visit visit)
    {
        if (!visit.Visitor.IsManager)
            return new Help();
        visit.First(new Help());
        return new HelpOfManagers();
    }

    // Between two tasks staff get their own menu; what customers say (orders, languages, a person) works for them as well.
    private async Task<bool> AnswerAsync(DialogContext dialogs, Visit visit, CancellationToken ct)
    {
        var command = visit.Content.Commands.Find(visit.Key);
        if (Numbers.IsPlain(visit.Key, out var place) && place is >= 1 and <= 3)
            return await DoAsync(dialogs, visit, new DeskNote(), new StaffCommand(
                place == 1 ? StaffWord.Today : place == 2 ? StaffWord.Help : StaffWord.CustomerMode, null, ""), ct);
        if (command is Command.Greeting or Command.Menu)
            await SmallTalk.SendWithMenuAsync(visit, new Menu(visit.ShopName, await orders.CountOpenAsync(visit.Shop, ct)), ct);
        else if (command is Command.Help)
            await SmallTalk.SendWithMenuAsync(visit, HelpFor(visit), ct);
        else if (command is null && visit.Said.Length is > 0 and <= Visit.LongestMessage && !await errands.Ordering.HearsOrderAsync(visit, ct))
            await SmallTalk.SendWithMenuAsync(visit, new NotUnderstood(Heard.Quote(visit.Said)), ct);
        else
            return false;
        return true;
    }

    /// <summary>Code and, behind it, a name, as the bind dialog takes them.</summary>
    private static string? CodeIn(Visit visit)
    {
        var code = new string([.. visit.Key.Where(char.IsAsciiDigit)]);
        if (code.Length != CodeLength || visit.Key.IndexOf(code, StringComparison.Ordinal) is not (>= 0 and var at))
            return null;
        var name = visit.Key[(at + CodeLength)..].Trim();
        var typed = name.Length == 0 ? -1 : visit.Said.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return typed < 0 ? code : $"{code}:{visit.Said.Substring(typed, name.Length)}";
    }
}
