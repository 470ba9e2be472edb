using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Extensions.Options;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs;

/// <summary>Picks up an errand that was left for a while: says where it stands, or asks whether it is still wanted.</summary>
public sealed class Returning(ErrandSet errands, IOptions<DialogsOptions> options, TimeProvider clock)
{
    /// <returns>False where the message is to be worked off as usual.</returns>
    public async Task<bool> HandleAsync(DialogContext dialogs, DeskNote note, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        var away = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(note.LeftAt);
        var command = visit.Content.Commands.Find(visit.Key);
        if (note.AskedToGoOn)
            return await TakeAnswerAsync(dialogs, visit, note, command, ct);
        if (away < options.Value.RemindAfter || command is Command.Cancel or Command.StartOver)
            return false;
        if (dialogs.ActiveDialog.Id != OrderingDialog.DialogId)
            return await ForgetOldErrandAsync(dialogs, away, ct);

        if (away >= options.Value.AskAfter && command is not Command.Continue)
        {
            await AskAsync(visit, ct);
            note.AskedToGoOn = true;
            return true;
        }
        visit.First(await WhereWeAreAsync(visit, ct));
        if (command is not (Command.Greeting or Command.Continue))
            return false;
        await ErrandSet.AskAgainAsync(dialogs, ct);
        return true;
    }

    private async Task<bool> TakeAnswerAsync(DialogContext dialogs, Visit visit, DeskNote note, Command? command, CancellationToken ct)
    {
        var goesOn = visit.Key == "1" || command is Command.Continue or Command.Yes || visit.IsSaying(new GoOn());
        var startsAnew = visit.Key == "2" || command is Command.StartOver or Command.No || visit.IsSaying(new StartAnew());
        if (!goesOn && !startsAnew && command is null)
        {
            visit.First(ErrandTexts.NoSuchChoice(visit, choices: 2, attempt: 1));
            await AskAsync(visit, ct);
            return true;
        }
        note.AskedToGoOn = false;
        if (goesOn)
            await ErrandSet.AskAgainAsync(dialogs, ct);
        else if (startsAnew)
        {
            visit.First(new BegunAnew());
            visit.Hear("");
            await errands.BeginAsync(dialogs, OrderingDialog.DialogId, null, ct);
        }
        return goesOn || startsAnew;
    }

    private async Task AskAsync(Visit visit, CancellationToken ct)
    {
        var lines = await errands.Ordering.LinesSoFarAsync(visit, ct);
        await visit.SendAsync(visit.Message(lines.Length > 0 ? new AskGoOn(lines) : new AskGoOnAtTheStart(),
            [visit.Say(new GoOn()), visit.Say(new StartAnew())]), ct);
    }

    private async Task<Wording.Text> WhereWeAreAsync(Visit visit, CancellationToken ct)
    {
        var lines = await errands.Ordering.LinesSoFarAsync(visit, ct);
        return lines.Length > 0 ? new WhereWeAre(lines) : new WhereWeAreAtTheStart();
    }

    // Looking at orders or asking for somebody is begun again faster than it is resumed a day later.
    private async Task<bool> ForgetOldErrandAsync(DialogContext dialogs, TimeSpan away, CancellationToken ct)
    {
        if (away >= options.Value.AskAfter)
            await errands.LeaveAsync(dialogs, ct);
        return false;
    }
}
