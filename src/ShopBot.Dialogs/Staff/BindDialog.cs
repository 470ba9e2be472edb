using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Makes somebody staff who sent a code; asks for a name where none came with it.</summary>
/// <remarks>Begun with <c>482913</c> or <c>482913:name</c>.</remarks>
public sealed class BindDialog : Errand
{
    public const string DialogId = "bind";
    private const string StepsId = "steps", NameId = "name";
    private const int LongestName = 20;

    private readonly BindStaff _bindStaff;
    private readonly CustomerReader _customers;

    public BindDialog(BindStaff bindStaff, CustomerReader customers)
        : base(DialogId)
    {
        _bindStaff = bindStaff;
        _customers = customers;
        AddDialog(new WaterfallDialog(StepsId, [AskNameAsync, BindAsync]));
        AddDialog(new TextPrompt(NameId, CheckNameAsync));
    }

    protected override async Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => AskAgainAsync(innerDc, ct);

    private async Task<DialogTurnResult> AskNameAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var (_, name) = Read((string)step.Options);
        if (name.Length == 0)
            name = (await _customers.FindAsync(visit.Shop, visit.Visitor.CustomerId, ct))?.Name ?? "";
        return IsName(name)
            ? await step.NextAsync(name, ct)
            : await step.PromptAsync(NameId, new PromptOptions { Prompt = visit.Message(new AskName()) }, ct);
    }

    private async Task<DialogTurnResult> BindAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var (code, _) = Read((string)step.Options);
        var result = await _bindStaff.RunAsync(visit.Shop, visit.NextKey("bind-staff"), visit.Contact, code, (string)step.Result, ct);
        if (result is BindStaffResult.Bound bound)
            (visit.Visitor.StaffId, visit.Visitor.IsManager, visit.Visitor.AsCustomer) = (bound.StaffId, bound.Role == StaffRole.Manager, false);
        await visit.SendAsync(Answer(visit, result), ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private static Text Answer(Visit visit, BindStaffResult result) => result switch
    {
        BindStaffResult.Bound bound => new Bound(bound.Name, visit.Say(StaffRoles.Name(bound.Role))),
        BindStaffResult.WrongCode wrong => new WrongCode(wrong.TriesLeft),
        BindStaffResult.Locked locked => new CodeLocked(OrderView.When(visit.Voice, locked.Until, visit.Settings.Zone)),
        _ => throw new InvalidOperationException($"BindStaff gave {result}, which has no answer."),
    };

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.Any(char.IsLetter) && !name.Contains('\n', StringComparison.Ordinal);

    private static (string Code, string Name) Read(string options)
    {
        var colon = options.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (options, "") : (options[..colon], options[(colon + 1)..]);
    }

    private static Task<bool> CheckNameAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (IsName(visit.Said))
            return Task.FromResult(true);
        visit.First(new NameUnusable(LongestName));
        return Task.FromResult(false);
    }
}
