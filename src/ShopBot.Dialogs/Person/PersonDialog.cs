using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Errands;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Person.PersonTexts;

namespace ShopBot.Dialogs.Person;

/// <summary>A customer wants a person: staff are told, with a number to call.</summary>
public sealed class PersonDialog : Errand
{
    public const string DialogId = "person";
    private const string StepsId = "steps", PhoneId = "phone";

    private readonly PersonDesk _desk;

    public PersonDialog(PersonDesk desk)
        : base(DialogId)
    {
        _desk = desk;
        AddDialog(new WaterfallDialog(StepsId, [AskPhoneAsync, TellStaffAsync]));
        AddDialog(new TextPrompt(PhoneId, CheckPhoneAsync));
    }

    protected override Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct) => RestartAsync(innerDc, null, ct);

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        await SmallTalk.SendWithMenuAsync(Visit.Of(innerDc.Context), new FrontDeskTexts.Stopped(), ct);
        return await innerDc.CancelAllDialogsAsync(ct);
    }

    private async Task<DialogTurnResult> AskPhoneAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        return await _desk.PhoneOfAsync(visit, ct) is { } phone
            ? await EndAsync(step, visit, visit.Said, phone, ct)
            : await step.PromptAsync(PhoneId, new PromptOptions { Prompt = visit.Message(new AskPhone()) }, ct);
    }

    private Task<DialogTurnResult> TellStaffAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var phone = PhoneNumbers.Read((string)step.Result)!;
        return EndAsync(step, Visit.Of(step.Context), phone, phone, ct);
    }

    private async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, Visit visit, string said, string phone, CancellationToken ct)
    {
        await visit.SendAsync(await _desk.AskAsync(visit, said, phone, ct), ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private static Task<bool> CheckPhoneAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (PhoneNumbers.Read(visit.Said) is not null)
            return Task.FromResult(true);
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new PhoneUnusable());
        return Task.FromResult(false);
    }
}
