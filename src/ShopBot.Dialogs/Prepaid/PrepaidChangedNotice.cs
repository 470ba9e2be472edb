using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Prepaid;
using static ShopBot.Dialogs.Prepaid.PrepaidTexts;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>To the customer: staff put money on their card, or corrected it.</summary>
public sealed class PrepaidChangedNotice(PrepaidReader cards) : Notice<PrepaidChanged>
{
    protected override IReadOnlyList<string> FormNames(PrepaidChanged fact) => [];

    protected override async Task<Activity?> WriteAsync(PrepaidChanged fact, Voice voice, CancellationToken ct)
    {
        if (await cards.LineAsync(fact.Shop, fact.EntryId, ct) is not { } line)
            return null;
        var balance = line.Balance.ToString();
        return Visit.Message(voice.Say(line.Kind == PrepaidKind.TopUp
            ? new ToppedUp(line.Amount.ToString(), balance)
            : new Corrected(line.Amount.WithSign(), balance, line.Reason)));
    }
}
