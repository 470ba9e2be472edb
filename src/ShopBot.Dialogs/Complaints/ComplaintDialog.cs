using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Complaints.ComplaintTexts;

namespace ShopBot.Dialogs.Complaints;

/// <summary>A customer complains: staff are told at once, then it asks which order it is about, for a picture, and for a number to call.</summary>
/// <remarks>Begun with the number of an order where the words name one. Whoever leaves in the middle has complained all the same.</remarks>
public sealed class ComplaintDialog : Errand
{
    public const string DialogId = "complaint";
    private const string StepsId = "steps", PickId = "pick", PictureId = "picture", PhoneId = "phone", NoOrder = "none";

    private readonly ComplaintDesk _desk;
    private readonly StaffPictures _pictures;

    public ComplaintDialog(ComplaintDesk desk, StaffPictures pictures)
        : base(DialogId)
    {
        _desk = desk;
        _pictures = pictures;
        AddDialog(new WaterfallDialog(StepsId, [TellAsync, AskPictureAsync, AskPhoneAsync, EndAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new TextPrompt(PictureId, (_, _) => Task.FromResult(true)));
        AddDialog(new TextPrompt(PhoneId, CheckPhoneAsync));
    }

    /// <summary>Tells staff, and gives the answer for somebody in the middle of an order.</summary>
    public async Task<Wording.Text> TellInPassingAsync(Visit visit, CancellationToken ct) =>
        await _desk.TellAsync(visit, null, ct) is { } until ? new ToldInPassing(until) : new NobodyThere();

    protected override async Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    // What staff were told is told; there is no way back before it.
    protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => AskAgainAsync(innerDc, ct);

    private async Task<DialogTurnResult> TellAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var orders = await _desk.OrdersAsync(visit, ct);
        // Only their own order is passed on as the one it is about.
        int? named = step.Options is int number && orders.Any(o => o.Number == number) ? number : orders.Count == 1 ? orders[0].Number : null;
        if (await _desk.TellAsync(visit, named, ct) is not { } until)
        {
            await SmallTalk.SendWithMenuAsync(visit, new NobodyThere(), ct);
            return await step.EndDialogAsync(cancellationToken: ct);
        }
        visit.First(named is { } about ? new ToldAbout(about, until) : new Told(until));
        if (named is not null || orders.Count == 0)
            return await step.NextAsync(null, ct);
        return await step.PromptAsync(PickId, new PromptOptions
        {
            Prompt = visit.Message(new AskOrder()),
            Choices = [.. orders.Select(o => PickPrompt.Choice(Code(o.Number), OrdersDialog.Label(visit.Voice, o))), PickPrompt.No(NoOrder, visit.Say(new NoOrderOfThese()))],
        }, ct);
    }

    private async Task<DialogTurnResult> AskPictureAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        if (step.Result is FoundChoice picked && int.TryParse(picked.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            await _desk.AddAsync(visit, "", number, null, ct);
        return await step.PromptAsync(PictureId, new PromptOptions { Prompt = visit.Message(new AskPicture(), visit.Say(new NoPicture())) }, ct);
    }

    private async Task<DialogTurnResult> AskPhoneAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        if (await TakePictureAsync(visit, ct) is { } problem)
            visit.First(problem);
        return await _desk.HasPhoneAsync(visit, ct)
            ? await step.NextAsync(null, ct)
            : await step.PromptAsync(PhoneId, new PromptOptions { Prompt = visit.Message(new AskPhone(), visit.Say(new NoPhone())) }, ct);
    }

    private async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        if (step.Result is string typed && PhoneNumbers.Read(typed) is { } phone)
            await _desk.AddAsync(visit, phone, null, null, ct);
        await SmallTalk.SendWithMenuAsync(visit, new PassedOn(), ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    /// <summary>Passes on a picture, or words said instead of one.</summary>
    /// <returns>What to tell the customer where the picture could not be taken.</returns>
    private async Task<Wording.Text?> TakePictureAsync(Visit visit, CancellationToken ct)
    {
        if (StaffPictures.In(visit) is { } picture)
        {
            var (mediaId, problem) = await _pictures.KeepAsync(visit, picture, ct);
            if (mediaId is null)
                return problem;
            await _desk.AddAsync(visit, visit.Said, null, mediaId, ct);
        }
        else if (visit.Said.Length > 0 && !visit.IsSaying(new NoPicture()) && visit.Content.Commands.Find(visit.Key) is not Command.No)
            await _desk.AddAsync(visit, visit.Said, null, null, ct);
        return null;
    }

    private static Task<bool> CheckPhoneAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (PhoneNumbers.Read(visit.Said) is not null || visit.IsSaying(new NoPhone()) || visit.Content.Commands.Find(visit.Key) is Command.No)
            return Task.FromResult(true);
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new PhoneUnusable());
        return Task.FromResult(false);
    }

    private static string Code(int number) => number.ToString(CultureInfo.InvariantCulture);
}
