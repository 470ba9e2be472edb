using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Shifts;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>Says all new orders in one message where the person's window takes only few more.</summary>
public sealed class WorkDigest(NoteDigest noteDigest, OrderReader orders, IShiftRules rules)
{
    private const int MostLines = 8, MostChoices = 3;

    /// <returns>False where the message is told as usual; else what to say instead, null = nothing.</returns>
    public async Task<(bool IsTaken, Activity? Said)> WriteAsync(OutboxMessage message, Route route, string shop, Voice voice, CancellationToken ct)
    {
        if (message.Kind != OrderPlaced.Kind || route is not Route.ServiceWindow window || window.Left > rules.For(shop).FewMessages)
            return (false, null);
        var fact = JsonSerializer.Deserialize<OrderPlaced>(message.Payload.Span, JsonSerializerOptions.Web)!;
        var key = new OperationKey(string.Create(CultureInfo.InvariantCulture, $"{message.To}/digest/{message.Id}"));
        return await noteDigest.RunAsync(shop, key, message.To, fact.OrderId, ct) switch
        {
            NoteDigestResult.Together together => (true, await SayAsync(shop, voice, together.Numbers, ct)),
            NoteDigestResult.ToldAlready => (true, null),
            _ => (false, null),
        };
    }

    private async Task<Activity> SayAsync(string shop, Voice voice, IReadOnlyList<int> numbers, CancellationToken ct)
    {
        var lines = new List<string>();
        foreach (var number in numbers.Take(MostLines))
        {
            if (await orders.FindAsync(shop, number, ct) is { } order)
                lines.Add(voice.Say(new DigestLine(number, ShiftWords.Stop(voice, order))));
        }
        return Visit.Message(
            voice.Say(new Digest(numbers.Count, string.Join("\n", lines))),
            [.. numbers.Take(MostChoices).Select(n => voice.Say(new NoticesTexts.AcceptIt(n))), voice.Say(new MenuRound())]);
    }
}
