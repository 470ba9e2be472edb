using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Returns;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>With whom or where clean laundry may be left, in the customer's words. Begun with the order's number.</summary>
public sealed class PlaceDialog : Errand
{
    public const string DialogId = "place";
    private const string StepsId = "steps";

    private readonly ReturnPlaces _places;

    public PlaceDialog(ReturnPlaces places)
        : base(DialogId)
    {
        _places = places;
        AddDialog(new WaterfallDialog(StepsId, [AskAsync, TakeAsync]));
        AddDialog(new TextPrompt(OpenQuestion.AnyWordsId, CheckAsync));
    }

    protected override async Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    protected override Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct) => AskAgainAsync(innerDc, ct);

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var number = Convert.ToInt32(step.Options, CultureInfo.InvariantCulture);
        step.Values["order"] = number;
        return step.PromptAsync(OpenQuestion.AnyWordsId, new PromptOptions { Prompt = Visit.Of(step.Context).Message(new AskPlace(number)) }, ct);
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        await _places.LeaveAsync(visit, Convert.ToInt32(step.Values["order"], CultureInfo.InvariantCulture), HandedTo.Neighbour, Heard.Quote(visit.Said, OrderReturn.LongestPlace), ct);
        return await step.EndDialogAsync(cancellationToken: ct);
    }

    private static Task<bool> CheckAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (visit.Said.Length is > 0 and <= OrderReturn.LongestPlace && visit.Key.Length > 0)
            return Task.FromResult(true);
        visit.First(new PlaceUnusable(OrderReturn.LongestPlace));
        return Task.FromResult(false);
    }
}
