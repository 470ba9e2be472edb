using Microsoft.Bot.Schema;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Messaging.Turns;

/// <summary>Makes of a turn's replies what is remembered of the event: the platform's answer, and what goes another way.</summary>
internal static class TurnComposer
{
    public static async Task<EventRecord> ComposeAsync(
        IncomingEvent incoming, ITurnChannel channel, RunningTurn turn, TurnKeys keys, TurnItems items, IReadOnlyList<Activity> replies, IOwedWords? owed)
    {
        if (keys.Held is { } held)
            return await AnswerOnlyAsync(incoming, channel, turn, held, items, replies, owed).ConfigureAwait(false);

        // Made before it is decided: a guard that strikes meanwhile (a picture on its way) still sends everything through the outbox.
        var answer = turn.AnswersElsewhere ? null : await channel.AnswerAsync(incoming, replies, CancellationToken.None).ConfigureAwait(false);
        return answer is not null && turn.TryAnswerNow()
            ? new EventRecord { Body = answer.Body.ToArray(), ContentType = answer.ContentType, Overflow = PayloadOf(replies.Skip(answer.Taken)) }
            : new EventRecord { Overflow = PayloadOf(replies) };
    }

    /// <summary>For an account that may not push: what nobody waits for, or did not fit, is said with the person's next message.</summary>
    private static async Task<EventRecord> AnswerOnlyAsync(
        IncomingEvent incoming, ITurnChannel channel, RunningTurn turn, string heldKey, TurnItems items, IReadOnlyList<Activity> replies, IOwedWords? owed)
    {
        if (items.Find(heldKey) is HeldReplies held)
        {
            replies = [.. ActivityPayload.Read(held.Replies), .. replies];
            items.Put(heldKey, null);
        }

        var answer = await channel.AnswerAsync(incoming, replies, CancellationToken.None).ConfigureAwait(false);
        var now = turn.TryAnswerNow();
        // Where nothing is said, nothing may be shown: somebody who leaves reads no answer.
        if (now && owed is not null && replies.Count > 0)
            answer = await WithNewsAsync(incoming, channel, owed, replies).ConfigureAwait(false) ?? answer;
        var left = PayloadOf(now ? replies.Skip(answer.Taken) : replies);
        if (left is not null)
            items.Put(heldKey, new HeldReplies { EventKey = incoming.Key, Replies = left });
        return new EventRecord { Body = answer.Body.ToArray(), ContentType = answer.ContentType, IsHeld = !now && left is not null };
    }

    /// <summary>As much of what is owed as goes into the answer whole, before the reply.</summary>
    /// <returns>Null where none of it does.</returns>
    private static async Task<PlatformAnswer?> WithNewsAsync(IncomingEvent incoming, ITurnChannel channel, IOwedWords owed, IReadOnlyList<Activity> replies)
    {
        for (var count = owed.Messages.Count; count > 0; count--)
        {
            var answer = await channel.AnswerAsync(incoming, [.. owed.Messages.Take(count).SelectMany(m => m), .. replies], CancellationToken.None).ConfigureAwait(false);
            if (answer.IsCut)
                continue;
            return await owed.StartAsync(count, CancellationToken.None).ConfigureAwait(false) ? answer : null;
        }

        return null;
    }

    private static byte[]? PayloadOf(IEnumerable<Activity> replies) => replies.ToList() is { Count: > 0 } some ? ActivityPayload.Write(some) : null;
}
