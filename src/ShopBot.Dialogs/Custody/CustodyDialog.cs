using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Shops;
using ShopBot.Shops.Custody;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>Writes a step of a bag; asks for the pieces where they are missing, and for a yes where they differ from the last count.</summary>
/// <remarks>Begun with a report as <see cref="Write"/> gives it. What is tapped later finds everything in the dialog's state.</remarks>
public sealed class CustodyDialog : Errand
{
    public const string DialogId = "custody";
    private const string StepsId = "steps", PickId = "pick", PiecesId = "pieces", ReportKey = "report";
    private const string Yes = "yes", No = "no";

    private readonly RecordCustody _recordCustody;
    private readonly CustodyAnswers _answers;

    public CustodyDialog(RecordCustody recordCustody, CustodyAnswers answers)
        : base(DialogId)
    {
        _recordCustody = recordCustody;
        _answers = answers;
        AddDialog(new WaterfallDialog(StepsId, [RecordAsync, TakeAnswerAsync]));
        AddDialog(new PickPrompt(PickId));
        AddDialog(new TextPrompt(PiecesId, CheckPiecesAsync));
    }

    public static string Write(CustodyReport report) => JsonSerializer.Serialize(report);

    protected override async Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct)
    {
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    protected override async Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct)
    {
        await Visit.Of(innerDc.Context).SendAsync(new NothingWritten(), ct);
        return await innerDc.CancelAllDialogsAsync(ct);
    }

    private async Task<DialogTurnResult> RecordAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var report = Read(step);
        step.Values[ReportKey] = Write(report);
        // What was typed may be more than anybody counts.
        var result = report.Pieces > RecordCustody.MostPieces
            ? new RecordCustodyResult.PiecesNeeded(report.Order ?? 0, report.Seal ?? "")
            : await _recordCustody.RunAsync(visit.Shop, visit.NextKey("record-custody"), new Actor(visit.Contact), report, ct);
        switch (result)
        {
            case RecordCustodyResult.PiecesNeeded needed:
                if (report.Pieces is not null)
                    visit.First(new PiecesUnclear(RecordCustody.MostPieces));
                return await step.PromptAsync(PiecesId, new PromptOptions { Prompt = visit.Message(new AskPieces(needed.Seal.Length > 0 ? needed.Seal : $"{needed.Number}")) }, ct);
            case RecordCustodyResult.PiecesDiffer differ:
                return await step.PromptAsync(PickId, new PromptOptions
                {
                    Prompt = visit.Message(differ.Now < differ.Before
                        ? new AskFewerPieces(differ.Number, differ.Seal, differ.Before, differ.Now, differ.Before - differ.Now)
                        : new AskMorePieces(differ.Number, differ.Seal, differ.Before, differ.Now, differ.Now - differ.Before)),
                    Choices = [PickPrompt.Yes(Yes, visit.Say(new PiecesAreRight(differ.Now))), PickPrompt.No(No, visit.Say(new CountAgain()))],
                }, ct);
            default:
                await visit.SendAsync(await _answers.ToAsync(visit, report, result, ct), ct);
                return await step.EndDialogAsync(cancellationToken: ct);
        }
    }

    private async Task<DialogTurnResult> TakeAnswerAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var report = JsonSerializer.Deserialize<CustodyReport>((string)step.Values[ReportKey])!;
        if (step.Result is string counted)
            return await step.ReplaceDialogAsync(StepsId, Write(report with { Pieces = CustodySaying.PiecesIn(counted) }), ct);
        if (((FoundChoice)step.Result).Value == Yes)
            return await step.ReplaceDialogAsync(StepsId, Write(report with { IsSure = true }), ct);
        return await step.ReplaceDialogAsync(StepsId, Write(report with { Pieces = null }), ct);
    }

    private static CustodyReport Read(WaterfallStepContext step) => JsonSerializer.Deserialize<CustodyReport>((string)step.Options)!;

    private static Task<bool> CheckPiecesAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (CustodySaying.PiecesIn(visit.Said) is >= 0 and <= RecordCustody.MostPieces)
            return Task.FromResult(true);
        visit.First(visit.Said.Length == 0 ? new ErrandTexts.WordsNeeded() : new PiecesUnclear(RecordCustody.MostPieces));
        return Task.FromResult(false);
    }
}
