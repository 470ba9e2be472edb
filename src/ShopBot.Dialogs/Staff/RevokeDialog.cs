using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>A manager ends somebody's access: whose, and is it meant.</summary>
/// <remarks>Begun with the name, or with an empty text where none was said.</remarks>
public sealed class RevokeDialog : Errand
{
    public const string DialogId = "revoke";
    private const string StepsId = "steps", PickId = "pick", ColleagueKey = "colleague";
    private const string Yes = "yes", No = "no";

    private readonly StaffReader _staff;
    private readonly RevokeStaff _revokeStaff;
    private readonly VisitorBook _visitors;

    public RevokeDialog(StaffReader staff, RevokeStaff revokeStaff, VisitorBook visitors)
        : base(DialogId)
    {
        _staff = staff;
        _revokeStaff = revokeStaff;
        _visitors = visitors;
        AddDialog(new WaterfallDialog(StepsId, [AskWhoAsync, ConfirmAsync, RevokeAsync]));
        AddDialog(new PickPrompt(PickId));
    }

    protected override async Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        await SmallTalk.SendWithMenuAsync(Visit.Of(innerDc.Context), new NobodyRevoked(), ct);
        return await innerDc.CancelAllDialogsAsync(ct);
    }

    private async Task<DialogTurnResult> AskWhoAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var typed = (string)step.Options;
        var everybody = await _staff.AllAsync(visit.Shop, ct);
        var meant = everybody.Where(s => Heard.Key(s.Name) == Heard.Key(typed)).ToList();
        if (meant is [var one])
            return await step.NextAsync(new FoundChoice { Value = Code(one) }, ct);
        if (meant.Count == 0 && typed.Length > 0)
            visit.First(new NoSuchColleague(Heard.Quote(typed)));
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskWhom()),
            Choices =
            [
                .. (meant.Count > 0 ? meant : everybody).Select(s => PickPrompt.Choice(Code(s), Label(visit, s), s.Name)),
                PickPrompt.No(No, visit.Say(new RevokeNobody())),
            ],
        }, ct);
    }

    private async Task<DialogTurnResult> ConfirmAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var picked = ((FoundChoice)step.Result).Value;
        if (picked == No)
            return await EndAsync(step, visit, new NobodyRevoked(), ct);
        var everybody = await _staff.AllAsync(visit.Shop, ct);
        if (everybody.FirstOrDefault(s => Code(s) == picked) is not { } colleague)
            return await EndAsync(step, visit, new AlreadyRevoked(), ct);
        // The operation looks again; whom it would refuse need not be asked about.
        if (colleague.Role == StaffRole.Manager && everybody.Count(s => s.Role == StaffRole.Manager) == 1)
            return await EndAsync(step, visit, new LastManagerStays(colleague.Name), ct);
        step.Values[ColleagueKey] = picked;
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskRevoke(colleague.Name, visit.Say(StaffRoles.Name(colleague.Role)))),
            Choices = [PickPrompt.Yes(Yes, visit.Say(new RevokeYes())), PickPrompt.No(No, visit.Say(new RevokeNo()))],
        }, ct);
    }

    private async Task<DialogTurnResult> RevokeAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        if (((FoundChoice)step.Result).Value != Yes)
            return await EndAsync(step, visit, new NobodyRevoked(), ct);
        var id = Guid.ParseExact((string)step.Values[ColleagueKey], "N");
        var name = (await _staff.AllAsync(visit.Shop, ct)).FirstOrDefault(s => s.Id == id)?.Name ?? "";
        var result = await _revokeStaff.RunAsync(visit.Shop, visit.NextKey("revoke-staff"), new Actor(visit.Contact), id, ct);
        // It may have been their own.
        await _visitors.RecogniseStaffAsync(visit, ct);
        return await EndAsync(step, visit, result switch
        {
            RevokeStaffResult.Revoked revoked => new Revoked(revoked.Name),
            RevokeStaffResult.LastManager => new LastManagerStays(name),
            RevokeStaffResult.NotManager => new OnlyManagersDo(),
            _ => new AlreadyRevoked(),
        }, ct);
    }

    private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, Visit visit, Text answer, CancellationToken ct)
    {
        await SmallTalk.SendWithMenuAsync(visit, answer, ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private static string Label(Visit visit, StaffCard staff) => visit.Say(new ColleagueChoice(
        staff.Name, visit.Say(StaffRoles.Name(staff.Role)), OrderView.When(visit.Voice, staff.BoundAt, visit.Settings.Zone)));

    private static string Code(StaffCard staff) => staff.Id.ToString("N");
}
