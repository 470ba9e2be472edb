using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>What a move of an order says about its way back, in the place of the usual words.</summary>
public sealed class ReturnWords(ReturnReader returns, ReturnWindows windows, OrderLinks links)
{
    /// <param name="step">The entry of the order's history that is told.</param>
    /// <returns>Null where the usual words will do.</returns>
    public async Task<Activity?> ForAsync(OrderDetails order, OrderMoment step, Voice voice, CancellationToken ct)
    {
        if (order.Kind != Offer.Laundry || order.Handover == Handover.Pickup || step.State is not (OrderState.Ready or OrderState.Delivering or OrderState.Completed)
            || await returns.FindAsync(order.Shop, order.Id, ct) is not { } card)
            return null;
        var handover = card.Handovers.FirstOrDefault(h => h.At == step.At);
        if (step.State == OrderState.Delivering)
            return Visit.Message(voice.Say(new OnTheWay(order.Number, links.For(order.Token))));
        if (handover is not null)
            return await HandedAsync(order, card, handover, voice, ct);
        if (step.State == OrderState.Completed)
            return null;
        return Before(order, step) == OrderState.Delivering ? await MissedAsync(order, card, voice, ct) : await CleanAsync(order, card, step, voice, ct);
    }

    /// <summary>What was handed over, such as "7 pieces".</summary>
    public static string What(Voice voice, int? pieces) => voice.Say(pieces is { } count ? new ReturnTexts.Pieces(count) : new AllPieces());

    /// <summary>Where laundry may be left, in words; null where nowhere.</summary>
    public static string? Place(Voice voice, HandedTo? place, string? with) => place is null ? null : with ?? voice.Say(new AnyLocker());

    private static OrderState? Before(OrderDetails order, OrderMoment step)
    {
        var at = order.History.ToList().IndexOf(step);
        return at > 0 ? order.History[at - 1].State : null;
    }

    // What has gone on meanwhile is told by its own notice, which is already in the lane.
    private async Task<Activity?> CleanAsync(OrderDetails order, ReturnCard card, OrderMoment step, Voice voice, CancellationToken ct)
    {
        if (order.State != OrderState.Ready || card.State != ReturnState.Asked)
            return null;
        var (hasWindows, lines) = await windows.LinesAsync(order.Shop, order.CustomerId, card, voice, isMissed: false, ct);
        var link = links.For(order.Token);
        // Nothing was washed: all that was asked about goes back as it is.
        if (Before(order, step) == OrderState.Deciding)
            return Visit.Message($"{voice.Say(new InspectionTexts.ReturnedUnwashed(order.Number, link))}\n{voice.Say(new AskWhen())}", lines);
        return Visit.Message(voice.Say(hasWindows ? new CleanAsk(order.Number, link) : new CleanNoWindows(order.Number, link)), lines);
    }

    private async Task<Activity?> MissedAsync(OrderDetails order, ReturnCard card, Voice voice, CancellationToken ct)
    {
        if (card.State == ReturnState.AtShop)
            return Visit.Message(voice.Say(new MissedStays(order.Number, card.Misses)));
        if (order.State != OrderState.Ready)
            return null;
        var (_, lines) = await windows.LinesAsync(order.Shop, order.CustomerId, card, voice, isMissed: true, ct);
        return Visit.Message(voice.Say(new Missed(order.Number)), lines);
    }

    private async Task<Activity> HandedAsync(OrderDetails order, ReturnCard card, HandoverCard handover, Voice voice, CancellationToken ct)
    {
        var what = What(voice, handover.Pieces);
        var words = new List<string>
        {
            voice.Say(handover switch
            {
                { To: HandedTo.Neighbour, Where: { } where } => new ReturnedNeighbour(order.Number, what, where),
                { To: HandedTo.Locker, Where: { } where } => new ReturnedLocker(order.Number, what, where),
                { To: HandedTo.Locker } => new ReturnedSomeLocker(order.Number, what),
                _ => new Returned(order.Number, what),
            }),
        };
        if (handover.Code is { } code)
            words.Add(voice.Say(new LockerCode(code)));
        IReadOnlyList<string> lines = [];
        if (handover.IsPart)
        {
            words.Add(voice.Say(card.Left is { } left and > 0 ? new RestToCome(left) : new RestToComeUncounted()));
            if (order.State == OrderState.Ready)
                (_, lines) = await windows.LinesAsync(order.Shop, order.CustomerId, card, voice, isMissed: false, ct);
        }
        else if (card.Handovers.Count > 1)
            words.Add(voice.Say(new AllThere(order.Number)));
        var message = Visit.Message(string.Join("\n", words), lines);
        message.Attachments = [.. order.Photos.Where(p => p.At == handover.At).Select(p => new Attachment("image/jpeg", MediaReference.For(p.MediaId)))];
        return message;
    }
}
