using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>Part of sending a picture from the door: how many pieces, or where it was left. Picture and hand-over are one notice.</summary>
/// <remarks>Begun with the order's number; the pictures wait in the <see cref="DeskNote"/>. Ends with whether it was handed over.</remarks>
public sealed class HandoverDialog : ComponentDialog
{
    public const string DialogId = "handover";
    private const string StepsId = "steps", OrderKey = "order";

    private readonly Handovers _handovers;
    private readonly IStatePropertyAccessor<DeskNote> _notes;

    public HandoverDialog(Handovers handovers, ConversationState conversation)
        : base(DialogId)
    {
        _handovers = handovers;
        _notes = conversation.CreateProperty<DeskNote>("desk");
        AddDialog(new WaterfallDialog(StepsId, [AskAsync, TakeAsync]));
        AddDialog(new TextPrompt(OpenQuestion.AnyWordsId, CheckAsync));
    }

    /// <remarks>Options: the number, or the number and below it the lines that settle what was said before.</remarks>
    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var options = Convert.ToString(step.Options, CultureInfo.InvariantCulture)!.Split('\n');
        var number = int.Parse(options[0], CultureInfo.InvariantCulture);
        step.Values[OrderKey] = number;
        var question = options.Length > 1 ? Visit.Message("", options[1..]) : visit.Message(new AskHanded(number), visit.Say(new NotCounted()));
        return step.PromptAsync(OpenQuestion.AnyWordsId, new PromptOptions { Prompt = question }, ct);
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var visit = Visit.Of(step.Context);
        var number = Convert.ToInt32(step.Values[OrderKey], CultureInfo.InvariantCulture);
        var note = await _notes.GetAsync(step.Context, () => new DeskNote(), ct);
        var (typed, isPart) = Answer(visit, number);
        var answer = await _handovers.RunAsync(visit, number, typed, isPart, note.Photos, ct);
        if (answer.IsDone || answer.Lines.Count == 0)
        {
            await visit.SendAsync(visit.Message(answer.Words, visit.Say(new StaffTexts.MenuToday())), ct);
            note.StaffOrder = number;
            return await step.EndDialogAsync(true, ct);
        }
        // Another number than is on file: the pictures wait until it is settled.
        visit.First(answer.Words);
        return await step.ReplaceDialogAsync(StepsId, string.Join('\n', [number.ToString(CultureInfo.InvariantCulture), .. answer.Lines]), ct);
    }

    private static Task<bool> CheckAsync(PromptValidatorContext<string> prompt, CancellationToken ct)
    {
        var visit = Visit.Of(prompt.Context);
        if (visit.Said.Length > 0 && HandoverReading.Of(Answer(visit, null).Typed) is HandoverReading.Read)
            return Task.FromResult(true);
        visit.First(new HandedUnusable(Heard.Quote(visit.Said)));
        return Task.FromResult(false);
    }

    // "7件" and "完成 12 7件" mean the same here; so do the lines offered.
    private static (string Typed, bool IsPart) Answer(Visit visit, int? number)
    {
        if (visit.IsSaying(new NotCounted()))
            return ("", false);
        return StaffCommand.Read(visit, 0) is { Word: StaffWord.Complete or StaffWord.SendPart, Number: { } named } command && (number is null || named == number)
            ? (command.Rest, command.Word == StaffWord.SendPart)
            : (visit.Said, false);
    }
}
