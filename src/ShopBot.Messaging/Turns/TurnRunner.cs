using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Messaging.Turns;

/// <summary>Works off an event: exactly one turn of the bot, one committed record, the same answer for every delivery.</summary>
/// <remarks>
/// The turn never stops because the request did. Not done at the guard, the event is stored as pending and its replies
/// go through the outbox; an account that may not push lets the platform ask again instead.
/// </remarks>
public sealed class TurnRunner(
    IBot bot,
    TurnAdapter adapter,
    TurnStorage storage,
    IPendingEvents pending,
    IOutboxQueue outbox,
    SpeakerHolds holds,
    ITurnApology apology,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ILogger<TurnRunner> log)
{
    private const int MaxRuns = 5;

    private readonly TurnOptions _options = options.Value;
    private readonly ConcurrentDictionary<string, RunningTurn> _running = new(StringComparer.Ordinal);
    private readonly ContactLocks _locks = new();
    private readonly FailedTurns _failed = new(time);

    /// <summary>One delivery of an event. Takes no longer than the guard and the commit of a turn that was done before it.</summary>
    public async Task<TurnReply> RunAsync(IncomingEvent incoming, ITurnChannel channel)
    {
        var hold = holds.Hold(incoming.From);
        var turn = Join(incoming, channel);
        try
        {
            var record = await WithinGuardAsync(incoming, channel, turn).ConfigureAwait(false);
            if (record is null)
                return channel.MayPush(incoming.Account) ? new TurnReply.Later { Hold = hold } : new TurnReply.AskAgain { Hold = hold };
            return await AnsweredAsync(incoming, channel, record, hold).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            log.LogError(error, "The turn for {Event} of account {Account} failed.", incoming.Key, incoming.Account);
            if (!_failed.IsLast(IdOf(incoming)))
                return new TurnReply.AskAgain { Hold = hold };
            var sorry = await channel.AnswerAsync(incoming, [apology.For(incoming.Activity)], CancellationToken.None).ConfigureAwait(false);
            return new TurnReply.Answered(sorry.Body, sorry.ContentType) { Hold = hold };
        }
        finally
        {
            turn.Part();
        }
    }

    /// <summary>Works off an event stored as pending; all replies go through the outbox.</summary>
    public async Task ResumeAsync(IncomingEvent incoming, ITurnChannel channel)
    {
        var turn = Join(incoming, channel, later: true);
        try
        {
            await turn.Done.ConfigureAwait(false);
        }
        finally
        {
            turn.Part();
        }
    }

    private static string IdOf(IncomingEvent incoming) => $"{incoming.From}/{incoming.Key}";

    private RunningTurn Join(IncomingEvent incoming, ITurnChannel channel, bool later = false)
    {
        var id = IdOf(incoming);
        var fresh = new RunningTurn();
        var turn = _running.GetOrAdd(id, fresh);
        turn.Join();
        if (ReferenceEquals(turn, fresh))
        {
            if (later)
            {
                turn.TryAnswerLater();
                turn.IsPending = true;
            }

            _ = WorkAsync(id, incoming, channel, turn);
        }

        return turn;
    }

    /// <returns>Null when the guard struck first.</returns>
    private async Task<EventRecord?> WithinGuardAsync(IncomingEvent incoming, ITurnChannel channel, RunningTurn turn)
    {
        if (turn.Done.IsCompletedSuccessfully)
            return await turn.Done.ConfigureAwait(false);
        try
        {
            return await turn.Done.WaitAsync(_options.Guard, time).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!turn.Done.IsFaulted)
        {
            if (!channel.MayPush(incoming.Account))
                return null;
            if (!turn.TryAnswerLater())
                return await turn.Done.ConfigureAwait(false);
            turn.IsPending = true;
            await pending.KeepAsync(incoming.From, incoming.Key, incoming.Raw, CancellationToken.None).ConfigureAwait(false);
            // A turn that ended while the row was written looked for it too early.
            if (turn.Done.IsCompletedSuccessfully)
                await pending.DoneAsync(incoming.From, incoming.Key, CancellationToken.None).ConfigureAwait(false);
            log.LogInformation("The turn for {Event} of account {Account} answers later.", incoming.Key, incoming.Account);
            return null;
        }
    }

    private static async Task<TurnReply> AnsweredAsync(IncomingEvent incoming, ITurnChannel channel, EventRecord record, IDisposable hold)
    {
        if (record.Body.Length > 0)
            return new TurnReply.Answered(record.Body, record.ContentType) { Hold = hold };
        var received = await channel.AnswerAsync(incoming, [], CancellationToken.None).ConfigureAwait(false);
        return new TurnReply.Answered(received.Body, received.ContentType) { Hold = hold };
    }

    private async Task WorkAsync(string id, IncomingEvent incoming, ITurnChannel channel, RunningTurn turn)
    {
        try
        {
            EventRecord record;
            using (await _locks.EnterAsync(incoming.From.ToString()).ConfigureAwait(false))
                record = await RunOnceAsync(incoming, channel, turn).ConfigureAwait(false);
            if (record.Overflow is { } overflow)
                await outbox.EnqueueAsync(OverflowOf(incoming, overflow), CancellationToken.None).ConfigureAwait(false);
            _running.TryRemove(id, out _);
            turn.Complete(record);
            if (turn.IsPending)
                await pending.DoneAsync(incoming.From, incoming.Key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _running.TryRemove(id, out _);
            // Deliveries that wait log it; a turn that answers later has nobody else to do so.
            if (!turn.IsAwaited)
                log.LogError(error, "The turn for {Event} of account {Account} failed.", incoming.Key, incoming.Account);
            turn.Fail(error);
        }
    }

    private async Task<EventRecord> RunOnceAsync(IncomingEvent incoming, ITurnChannel channel, RunningTurn turn)
    {
        var keys = TurnKeys.For(incoming, holdsReplies: !channel.MayPush(incoming.Account));
        for (var run = 1; ; run++)
        {
            var items = await storage.ReadTurnAsync(keys.All, CancellationToken.None).ConfigureAwait(false);
            if (items.Find(keys.Record) is EventRecord seen)
            {
                if (keys.Held is { } heldKey && items.Find(heldKey) is HeldReplies held && held.EventKey == incoming.Key)
                {
                    // The platform asked once more after all: it gets the answer now, so nothing is held back for the next contact.
                    items.Put(heldKey, null);
                    await storage.CommitAsync(items, time.GetUtcNow() + _options.StateLife, CancellationToken.None).ConfigureAwait(false);
                }

                return seen;
            }

            // The bot may have changed the activity in an earlier run.
            var activity = run == 1 ? incoming.Activity : channel.Read(incoming.Account, incoming.Raw).Activity;
            var replies = await RunBotAsync(items, activity).ConfigureAwait(false);
            var record = await ComposeAsync(incoming, channel, turn, keys, items, replies).ConfigureAwait(false);
            var now = time.GetUtcNow();
            items.Put(keys.Record, record, now + _options.RecordLife);
            try
            {
                await storage.CommitAsync(items, now + _options.StateLife, CancellationToken.None).ConfigureAwait(false);
                return record;
            }
            catch (StorageConflictException conflict) when (run < MaxRuns)
            {
                log.LogDebug("Run {Run} of {Event} lost the race for {Key}; running again.", run, incoming.Key, conflict.Key);
            }
        }
    }

    private async Task<IReadOnlyList<Activity>> RunBotAsync(TurnItems items, Activity activity)
    {
        TurnStorage.Enter(items);
        try
        {
            return await adapter.RunAsync(activity, bot, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            TurnStorage.Leave();
        }
    }

    private static async Task<EventRecord> ComposeAsync(
        IncomingEvent incoming, ITurnChannel channel, RunningTurn turn, TurnKeys keys, TurnItems items, IReadOnlyList<Activity> replies)
    {
        if (keys.Held is { } heldKey)
            replies = WithHeld(heldKey, incoming, turn, items, replies);
        if (!turn.TryAnswerNow())
            return new EventRecord { Overflow = replies.Count == 0 ? null : ActivityPayload.Write(replies) };

        var answer = await channel.AnswerAsync(incoming, replies, CancellationToken.None).ConfigureAwait(false);
        return new EventRecord
        {
            Body = answer.Body.ToArray(),
            ContentType = answer.ContentType,
            Overflow = answer.Taken >= replies.Count ? null : ActivityPayload.Write([.. replies.Skip(answer.Taken)]),
        };
    }

    /// <summary>An account that may not push: what nobody waited for is said with the next answer.</summary>
    private static IReadOnlyList<Activity> WithHeld(
        string heldKey, IncomingEvent incoming, RunningTurn turn, TurnItems items, IReadOnlyList<Activity> replies)
    {
        if (items.Find(heldKey) is HeldReplies held)
        {
            replies = [.. ActivityPayload.Read(held.Replies), .. replies];
            items.Put(heldKey, null);
        }

        if (!turn.IsAwaited && replies.Count > 0)
            items.Put(heldKey, new HeldReplies { EventKey = incoming.Key, Replies = ActivityPayload.Write(replies) });
        return replies;
    }

    private static OutboxEntry OverflowOf(IncomingEvent incoming, byte[] payload) => new(
        incoming.From, MessageClass.Reply, OutboxMessage.ActivitiesKind, payload, DedupeKey: $"turn:{incoming.From}/{incoming.Key}");
}
