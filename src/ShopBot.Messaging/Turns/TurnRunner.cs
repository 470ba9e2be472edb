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
/// go through the outbox; an account that may not push lets the platform ask again instead, and says with the person's next
/// message what no delivery waited for.
/// </remarks>
public sealed class TurnRunner(
    IBot bot,
    TurnAdapter adapter,
    TurnStorage storage,
    IPendingEvents pending,
    IOutboxQueue outbox,
    IOwedAnswers owedAnswers,
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
    private readonly AskedAgain _asked = new(time);

    /// <summary>One delivery of an event. Takes no longer than the guard and the commit of a turn that was done before it.</summary>
    public async Task<TurnReply> RunAsync(IncomingEvent incoming, ITurnChannel channel)
    {
        var hold = holds.Hold(incoming.From);
        try
        {
            return await ReplyAsync(incoming, channel).ConfigureAwait(false) with { Hold = hold };
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Works off an event stored as pending and removes it there; where no delivery waits, all replies go through the outbox.</summary>
    public async Task ResumeAsync(IncomingEvent incoming, ITurnChannel channel)
    {
        await Join(incoming, channel, waits: false).Done.ConfigureAwait(false);
        await pending.DoneAsync(incoming.From, incoming.Key, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Tells the person that an event the platform was told is received could not be worked off.</summary>
    public Task ApologiseAsync(IncomingEvent incoming, ITurnChannel channel) => channel.MayPush(incoming.Account)
        ? outbox.EnqueueAsync(OverflowOf(incoming, ActivityPayload.Write([apology.For(incoming.Activity)])), CancellationToken.None)
        : Task.CompletedTask;

    private static string IdOf(IncomingEvent incoming) => $"{incoming.From}/{incoming.Key}";

    private async Task<TurnReply> ReplyAsync(IncomingEvent incoming, ITurnChannel channel)
    {
        var turn = Join(incoming, channel, waits: true);
        try
        {
            if (await WithinGuardAsync(incoming, channel, turn).ConfigureAwait(false) is { } record)
                return await AnsweredAsync(incoming, channel, record).ConfigureAwait(false);
            if (channel.MayPush(incoming.Account))
            {
                channel.ShowTyping(incoming);
                return new TurnReply.Later();
            }
        }
        catch (Exception error)
        {
            log.LogError(error, "The turn for {Event} of account {Account} failed.", incoming.Key, incoming.Account);
            if (_asked.IsLastDelivery(IdOf(incoming)) && await TryApologiseAsync(incoming, channel).ConfigureAwait(false) is { } sorry)
                return sorry;
        }

        _asked.Note(IdOf(incoming));
        return new TurnReply.AskAgain();
    }

    private RunningTurn Join(IncomingEvent incoming, ITurnChannel channel, bool waits)
    {
        var id = IdOf(incoming);
        var fresh = new RunningTurn();
        var turn = _running.GetOrAdd(id, fresh);
        if (waits)
            turn.Join();
        if (ReferenceEquals(turn, fresh))
        {
            // In line at once, so that a person's messages are worked off as they came; off this thread, so that the guard runs even where a bot blocks.
            var inLine = _locks.EnterAsync(incoming.From.ToString());
            _ = Task.Run(() => WorkAsync(id, incoming, channel, turn, inLine));
        }

        return turn;
    }

    /// <returns>Null when the guard struck first.</returns>
    private async Task<EventRecord?> WithinGuardAsync(IncomingEvent incoming, ITurnChannel channel, RunningTurn turn)
    {
        try
        {
            return await turn.Done.WaitAsync(_options.Guard, time).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!turn.Done.IsFaulted)
        {
            var mayPush = channel.MayPush(incoming.Account);
            if (!turn.TryLeave(forGood: mayPush))
                return await turn.Done.ConfigureAwait(false);
            if (mayPush)
                await KeepPendingAsync(incoming, turn).ConfigureAwait(false);
            return null;
        }
    }

    private async Task KeepPendingAsync(IncomingEvent incoming, RunningTurn turn)
    {
        turn.IsPending = true;
        await pending.KeepAsync(incoming.From, incoming.Key, incoming.Raw, CancellationToken.None).ConfigureAwait(false);
        // A turn that ended while the row was written looked for it too early.
        if (turn.Done.IsCompletedSuccessfully)
            await pending.DoneAsync(incoming.From, incoming.Key, CancellationToken.None).ConfigureAwait(false);
        log.LogInformation("The turn for {Event} of account {Account} answers later.", incoming.Key, incoming.Account);
    }

    private async Task<TurnReply> AnsweredAsync(IncomingEvent incoming, ITurnChannel channel, EventRecord record)
    {
        if (record.IsHeld)
            await TakeBackHeldAsync(incoming).ConfigureAwait(false);
        if (record.Body.Length > 0)
            return new TurnReply.Answered(record.Body, record.ContentType);
        var received = await channel.AnswerAsync(incoming, [], CancellationToken.None).ConfigureAwait(false);
        return new TurnReply.Answered(received.Body, received.ContentType);
    }

    /// <summary>The platform asked once more after all and gets the answer now: nothing of it is kept for the next contact.</summary>
    private async Task TakeBackHeldAsync(IncomingEvent incoming)
    {
        var key = TurnKeys.For(incoming, holdsReplies: true).Held!;
        for (var run = 1; ; run++)
        {
            var items = await storage.ReadTurnAsync([key], CancellationToken.None).ConfigureAwait(false);
            if (items.Find(key) is not HeldReplies held || held.EventKey != incoming.Key)
                return;
            items.Put(key, null);
            try
            {
                await storage.CommitAsync(items, time.GetUtcNow() + _options.RecordLife, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (StorageConflictException) when (run < MaxRuns)
            {
                log.LogDebug("Run {Run} of taking back {Event} lost the race; trying again.", run, incoming.Key);
            }
        }
    }

    /// <returns>Null where not even that was possible.</returns>
    private async Task<TurnReply?> TryApologiseAsync(IncomingEvent incoming, ITurnChannel channel)
    {
        try
        {
            var sorry = await channel.AnswerAsync(incoming, [apology.For(incoming.Activity)], CancellationToken.None).ConfigureAwait(false);
            await SettleAsync(incoming, new EventRecord { Body = sorry.Body.ToArray(), ContentType = sorry.ContentType }).ConfigureAwait(false);
            return new TurnReply.Answered(sorry.Body, sorry.ContentType);
        }
        catch (Exception error)
        {
            log.LogError(error, "No apology for {Event} of account {Account} could be made.", incoming.Key, incoming.Account);
            return null;
        }
    }

    /// <summary>Makes an apology the event's answer for good: who was told that nothing was done must not get it done by a late repeat.</summary>
    private async Task SettleAsync(IncomingEvent incoming, EventRecord record)
    {
        try
        {
            var key = TurnKeys.For(incoming, holdsReplies: false).Record;
            var items = await storage.ReadTurnAsync([key], CancellationToken.None).ConfigureAwait(false);
            items.Put(key, record);
            await storage.CommitAsync(items, time.GetUtcNow() + _options.RecordLife, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Most likely the very reason why the turn failed; the person hears of it all the same.
            log.LogWarning(error, "The apology for {Event} of account {Account} could not be kept.", incoming.Key, incoming.Account);
        }
    }

    private async Task WorkAsync(string id, IncomingEvent incoming, ITurnChannel channel, RunningTurn turn, ValueTask<ContactLocks.Held> inLine)
    {
        try
        {
            EventRecord record;
            using (await inLine.ConfigureAwait(false))
            {
                record = await (TurnWatch.IsOn ? WatchedAsync(incoming, channel, turn) : RunOnceAsync(incoming, channel, turn)).ConfigureAwait(false);
                if (record.Overflow is { } overflow)
                    await outbox.EnqueueAsync(OverflowOf(incoming, overflow), CancellationToken.None).ConfigureAwait(false);
            }

            _running.TryRemove(id, out _);
            turn.Complete(record);
            if (turn.IsPending)
                await pending.DoneAsync(incoming.From, incoming.Key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _running.TryRemove(id, out _);
            // Deliveries that wait log it; a turn that answers later has nobody else to do so.
            if (!turn.IsAwaited || turn.Done.IsCompleted)
                log.LogError(error, "The turn for {Event} of account {Account} failed.", incoming.Key, incoming.Account);
            turn.Fail(error);
        }
    }

    // A method of its own: the closure would otherwise cost something when nobody watches, too.
    private Task<EventRecord> WatchedAsync(IncomingEvent incoming, ITurnChannel channel, RunningTurn turn) =>
        TurnWatch.RunAsync(incoming, () => RunOnceAsync(incoming, channel, turn));

    private async Task<EventRecord> RunOnceAsync(IncomingEvent incoming, ITurnChannel channel, RunningTurn turn)
    {
        var keys = TurnKeys.For(incoming, holdsReplies: !channel.MayPush(incoming.Account));
        for (var run = 1; ; run++)
        {
            var items = await storage.ReadTurnAsync(keys.All, CancellationToken.None).ConfigureAwait(false);
            if (items.Find(keys.Record) is EventRecord seen)
                return seen;

            // The bot may have changed the activity in an earlier run.
            var activity = run == 1 ? incoming.Activity : channel.Read(incoming.Account, incoming.Raw).Activity;
            var replies = await RunBotAsync(items, incoming, activity, channel).ConfigureAwait(false);
            await using var owed = keys.Held is null ? null : await owedAnswers.TakeAsync(incoming.From, CancellationToken.None).ConfigureAwait(false);
            var record = await TurnComposer.ComposeAsync(incoming, channel, turn, keys, items, replies, owed).ConfigureAwait(false);
            var now = time.GetUtcNow();
            items.Put(keys.Record, record, now + _options.RecordLife);
            try
            {
                await storage.CommitAsync(items, now + _options.StateLife, CancellationToken.None).ConfigureAwait(false);
                if (owed is not null)
                    await owed.ToldAsync(CancellationToken.None).ConfigureAwait(false);
                return record;
            }
            catch (StorageConflictException conflict) when (run < MaxRuns)
            {
                TurnWatch.RanAgain(incoming);
                log.LogDebug("Run {Run} of {Event} lost the race for {Key}; running again.", run, incoming.Key, conflict.Key);
            }
        }
    }

    private async Task<IReadOnlyList<Activity>> RunBotAsync(TurnItems items, IncomingEvent incoming, Activity activity, ITurnChannel channel)
    {
        using var limit = new CancellationTokenSource(_options.Limit, time);
        TurnStorage.Enter(items);
        try
        {
            // A bot that does not listen to the token is left behind: what it still does goes into items that nobody commits.
            return await adapter.RunAsync(activity, bot, () => channel.ShowTyping(incoming), limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The bot took longer than {_options.Limit} for one turn.", stopped);
        }
        finally
        {
            TurnStorage.Leave();
        }
    }

    private static OutboxEntry OverflowOf(IncomingEvent incoming, byte[] payload) => new(
        incoming.From, MessageClass.Reply, OutboxMessage.ActivitiesKind, payload, DedupeKey: $"turn:{incoming.From}/{incoming.Key}");
}
