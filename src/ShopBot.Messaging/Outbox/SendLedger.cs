using Microsoft.Extensions.Logging;

namespace ShopBot.Messaging.Outbox;

/// <summary>Judges what came of a send and writes it down, as often as it takes: only this process knows it.</summary>
public sealed class SendLedger(IOutboxStore store, TimeProvider time, ILogger<SendLedger> log)
{
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);

    /// <param name="part">Null where rendering failed, so that nothing was sent.</param>
    /// <returns>Null when the part was accepted and the next one may follow.</returns>
    public async Task<Verdict?> JudgeAsync(LaneClaim claim, SendOutcome outcome, OutboxPart? part, Plan plan)
    {
        var now = time.GetUtcNow();
        var verdict = DeliveryPolicy.Decide(outcome, claim, part, plan.Route, now, Random.Shared.NextDouble());
        if (outcome is SendOutcome.Refused refused && DeliveryPolicy.PauseUntil(outcome, now) is { } until)
            await PauseAsync(claim.Lane.Account, refused, part, until).ConfigureAwait(false);
        if (verdict is Verdict.Dead or Verdict.Parked)
            log.LogWarning("Message {Message} of account {Account} needs attention: {Verdict}", claim.Message.Id, claim.Lane.Account, verdict);
        return verdict;
    }

    public async Task<bool> FinishAsync(LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Plan plan, CancellationToken stopping)
    {
        var owned = await WriteDownAsync(claim, () => store.FinishAsync(claim, part, outcome, verdict, plan, CancellationToken.None), stopping).ConfigureAwait(false);
        if (!owned)
            LogFenced(claim);
        return owned;
    }

    public async Task CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken stopping)
    {
        if (!await WriteDownAsync(claim, () => store.CloseAsync(claim, verdict, CancellationToken.None), stopping).ConfigureAwait(false))
            LogFenced(claim);
    }

    public void LogFenced(LaneClaim claim) =>
        log.LogWarning("Message {Message} of account {Account}: fenced, somebody else owns the lane now.", claim.Message.Id, claim.Lane.Account);

    private async Task PauseAsync(string account, SendOutcome.Refused refused, OutboxPart? part, DateTimeOffset until)
    {
        var what = refused.WholeAccount ? "everything" : part?.Api ?? "preparing";
        log.LogError("Account {Account} pauses {What} until {Until}: {Code} {Why}", account, what, until, refused.Code, refused.Why);
        // What a part met is paused with its outcome; a call that only prepares is the channel's own to rest.
        if (part is not null || !refused.WholeAccount)
            return;
        try
        {
            await store.PauseAsync(account, api: null, until, $"{refused.Code}: {refused.Why}", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The outcome must still be written down; the next message meets the same refusal and pauses then.
            log.LogError(error, "The pause of account {Account} could not be written down.", account);
        }
    }

    /// <summary>Where it cannot be written (disk full), tries until it can or the program stops.</summary>
    private async Task<bool> WriteDownAsync(LaneClaim claim, Func<Task<bool>> write, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (Exception error) when (error is not ObjectDisposedException && !stopping.IsCancellationRequested)
            {
                log.LogError(error, "What came of message {Message} of account {Account} could not be written down; trying again.", claim.Message.Id, claim.Lane.Account);
                await Task.Delay(StoreRetry, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
