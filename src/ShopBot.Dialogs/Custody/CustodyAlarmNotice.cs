using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Custody;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>To managers: a seal or a number of pieces is not as it should be.</summary>
public sealed class CustodyAlarmNotice : Notice<CustodyAlarm>
{
    protected override IReadOnlyList<string> FormNames(CustodyAlarm fact) => [];

    protected override Task<Activity?> WriteAsync(CustodyAlarm fact, Voice voice, CancellationToken ct)
    {
        Text words = fact switch
        {
            { Problem: CustodyProblem.WrongSeal, Order: { } order } => new AlarmWrongSeal(order, fact.Seal, fact.By),
            { Problem: CustodyProblem.PiecesMissing, Order: { } order, Before: { } before, Now: { } now } => new AlarmPiecesMissing(order, fact.Seal, before, now, before - now, fact.By),
            _ => new AlarmUnknownSeal(fact.Seal, fact.By),
        };
        return Task.FromResult<Activity?>(fact.Order is { } number
            ? Visit.Message(voice.Say(words), voice.Say(new NoticesTexts.ShowIt(number))) : Visit.Message(voice.Say(words)));
    }
}
