namespace ShopBot.Messaging.Outbox;

/// <summary>Decides what an outcome means for the message: repeat, wait, give up or ask a person. No clock, no database.</summary>
public static class DeliveryPolicy
{
    /// <summary>How long a repeat under the same platform key is surely taken for the same message. WeChat's templates: 10 minutes, less a margin.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60),
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60),
    ];

    /// <param name="part">Null where rendering failed, so that nothing was sent.</param>
    /// <param name="route">Over which it was, or was to be, sent.</param>
    /// <param name="jitter">0 to 1; spreads repeats by ±20 %.</param>
    /// <returns>Null when the part was accepted and the next one may follow.</returns>
    public static Verdict? Decide(SendOutcome outcome, LaneClaim claim, OutboxPart? part, Route route, DateTimeOffset now, double jitter) => outcome switch
    {
        SendOutcome.Delivered => null,
        SendOutcome.TryAgain again => new Verdict.Retry(
            now + Longer(again.After, Wait(claim.PutOff, jitter)), again.Code, "The platform could not be reached or asked to try again later."),
        SendOutcome.Unknown unknown => AfterUnknown(unknown.Why, claim, part, now, jitter),
        SendOutcome.RecipientGone gone => new Verdict.Dead(gone.Code, gone.Why),
        SendOutcome.Refused refused => AfterRefusal(refused, claim, part, route, now, jitter),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome this policy knows."),
    };

    /// <summary>Something of ours broke before anything was sent.</summary>
    public static Verdict AfterError(Exception error, LaneClaim claim, DateTimeOffset now, double jitter) =>
        new Verdict.Retry(now + Wait(claim.PutOff, jitter), "error", error.Message);

    /// <summary>Whether a message may be sent once more when nobody knows if it arrived.</summary>
    public static bool MayResend(MessageClass messageClass) => messageClass is MessageClass.Status or MessageClass.Reply or MessageClass.StaffAlert;

    /// <summary>A repeat whose outcome is still unknown has waited until the platform forgot its key: the class decides, as without one.</summary>
    /// <returns>Null where there is no such repeat.</returns>
    public static Verdict? AfterKeyEnded(LaneClaim claim, DateTimeOffset now)
    {
        var ended = claim is { BoundTo: not null, Resends: 0, Parts: [{ Key: not null, FirstSentAt: { } sent }, ..] } && sent + KeyLife <= now;
        return !ended ? null
            : MayResend(claim.Message.Class) ? new Verdict.Retry(now, "unknown", "The platform no longer knows the key of the first try.", Resend: true)
            : new Verdict.Parked("unknown", "Whether it arrived is unknown, and the platform no longer knows the key of the first try.");
    }

    /// <summary>Until when the account or the call must rest; null = it may go on.</summary>
    public static DateTimeOffset? PauseUntil(SendOutcome outcome, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Refused { PausedUntil: { } until } => until,
        // Mended by a person at a time nobody knows: look again now and then.
        SendOutcome.Refused { Kind: Refusal.Credentials or Refusal.NotPermitted or Refusal.Quota } => now + TimeSpan.FromMinutes(5),
        _ => null,
    };

    private static Verdict AfterUnknown(string why, LaneClaim claim, OutboxPart? part, DateTimeOffset now, double jitter)
    {
        var again = now + Wait(claim.PutOff, jitter);
        if (part is null || (part.Key is not null && again < (part.FirstSentAt ?? now) + KeyLife))
            return new Verdict.Retry(again, "unknown", why);
        return MayResend(claim.Message.Class) && claim.Resends == 0
            ? new Verdict.Retry(again, "unknown", why, Resend: true)
            : new Verdict.Parked("unknown", why);
    }

    private static Verdict AfterRefusal(
        SendOutcome.Refused refused, LaneClaim claim, OutboxPart? part, Route route, DateTimeOffset now, double jitter) => refused.Kind switch
    {
        // Said of an upload they mean nothing for the person's window or for what was rendered.
        Refusal.WindowShut or Refusal.MediaExpired when part is null => new Verdict.Retry(now + Wait(claim.PutOff, jitter), refused.Code, refused.Why),
        // The store closes that window; a route without one is off for this message instead.
        Refusal.WindowShut => new Verdict.PlanAgain(refused.Code, refused.Why, route is Route.ServiceWindow ? null : route.Name),
        Refusal.NotWanted or Refusal.TemplateOff when route.FormOrNull is not null => new Verdict.PlanAgain(refused.Code, refused.Why, route.Name),
        Refusal.Unclassified => new Verdict.Parked(refused.Code, refused.Why),
        // At once the first time; a platform that forgets every upload at once must not be flooded with them.
        Refusal.MediaExpired => new Verdict.RenderAgain(claim.PutOff == 0 ? now : now + Wait(claim.PutOff, jitter), refused.Code),
        // The account or the call pauses (see the ledger); the message keeps its place, and goes another way where one is open.
        Refusal.Credentials or Refusal.NotPermitted or Refusal.Quota when part is null || refused.WholeAccount =>
            new Verdict.WaitUntil(PauseUntil(refused, now)!.Value, $"{refused.Code}: {refused.Why}"),
        Refusal.Credentials or Refusal.NotPermitted or Refusal.Quota => new Verdict.PlanAgain(refused.Code, refused.Why),
        _ => new Verdict.Dead(refused.Code, refused.Why),
    };

    private static TimeSpan Wait(int putOff, double jitter) => Backoff[Math.Clamp(putOff, 0, Backoff.Length - 1)] * (0.8 + 0.4 * jitter);

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
