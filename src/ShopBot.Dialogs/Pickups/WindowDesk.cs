using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Sentences;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Hears that a customer wants another time for an order they have.</summary>
public sealed partial class WindowDesk(IEnumerable<IWindowPurpose> purposes, ErrandSet errands) : ICustomerAnswers
{
    private readonly IReadOnlyList<IWindowPurpose> _purposes = [.. purposes];

    /// <summary>Begins the question for another window where the message is about a time, and there is an order whose window could be another.</summary>
    /// <param name="number">Of the order that was named; null = none was.</param>
    /// <returns>False where it is about something else, or nothing can be moved.</returns>
    public async Task<bool> TryBeginAsync(DialogContext dialogs, ShopSentence sentence, int? number, CancellationToken ct)
    {
        var visit = Visit.Of(dialogs.Context);
        if (visit.Content.Pickups is null || !IsAboutTime(visit, sentence))
            return false;
        foreach (var purpose in _purposes)
        {
            var candidates = await purpose.CandidatesAsync(visit, ct);
            if (candidates.Count == 0 || (number is { } named && candidates.All(c => c.Number != named)))
                continue;
            await dialogs.BeginDialogAsync(WindowDialog.DialogId, number is null ? null : WindowDialog.For(purpose.Code, number.Value), ct);
            return true;
        }
        return false;
    }

    /// <summary>Takes a tap on "change time 12", whenever the message it stood below was sent.</summary>
    public async Task<bool> TakeAsync(DialogContext dialogs, Visit visit, DeskNote note, CancellationToken ct)
    {
        if (NumberIn(visit) is not { } number)
            return false;
        await errands.BeginAsync(dialogs, WindowDialog.DialogId, WindowDialog.For(PickupPurpose.Name, number), ct);
        return true;
    }

    private static int? NumberIn(Visit visit) =>
        LastNumber().Match(visit.Key) is { Success: true } digits && int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && visit.IsSaying(new MoveIt(number))
            ? number
            : null;

    // "改到周五" is about a time, "改时间" as well; "地址改成…，周五送" is about more.
    private static bool IsAboutTime(Visit visit, ShopSentence sentence) =>
        sentence is { Items.Count: 0, Place: null, Phone: null } && (sentence.SaysWhen || Timing().IsMatch(visit.Key));

    [GeneratedRegex(@"[0-9]{1,6}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"时间|時間|改期|推迟|推後|延后|延期|提前|往后|晚(一)?点|晚(一)?些|早(一)?点|早(一)?些|\btimes?\b|reschedul|postpone|\bearlier\b|\blater\b|push .*back|bring .*forward", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Timing();
}
