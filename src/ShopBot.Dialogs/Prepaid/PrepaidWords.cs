using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Prepaid;
using static ShopBot.Dialogs.Prepaid.PrepaidTexts;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>A prepaid card in words.</summary>
internal static class PrepaidWords
{
    public static string Lines(Voice voice, IEnumerable<PrepaidLine> lines, TimeZoneInfo zone) => string.Join("\n", lines.Select(l => Line(voice, l, zone)));

    private static string Line(Voice voice, PrepaidLine line, TimeZoneInfo zone)
    {
        var (when, amount, number) = (OrderView.When(voice, line.At, zone), line.Amount.WithSign(), line.OrderNumber ?? 0);
        return voice.Say(line.Kind switch
        {
            PrepaidKind.TopUp => new LineTopUp(when, amount),
            PrepaidKind.Spent => new LineSpent(when, amount, number),
            PrepaidKind.GivenBack => new LineGivenBack(when, amount, number),
            PrepaidKind.Correction => new LineCorrection(when, amount, line.Reason),
            _ => new LineMoved(when, amount),
        });
    }
}
