namespace ShopBot.Simulator.WeChat.Mass;

/// <summary>One mass message.</summary>
internal sealed record MassJob(long MsgId, bool ToAll, DateTimeOffset At, string Status);

/// <summary>What an account sent to many, and what it may still send.</summary>
/// <remarks>Months and days are Beijing's.</remarks>
internal sealed class MassBook(TimeProvider clock)
{
    public const int PerPersonAndMonth = 4, ToAllPerMonth = 4;
    private static readonly TimeSpan ClientIdsKept = TimeSpan.FromHours(24), RetryGap = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<long, MassJob> _jobs = [];
    private readonly Dictionary<string, (DateTimeOffset At, long MsgId)> _clientIds = [];
    private readonly Dictionary<string, int> _got = [];
    private (int Year, int Month) _month;

    /// <summary>0 (fast) to 4.</summary>
    public int Speed { get; set; }

    /// <returns>0, or the platform's error code, with the message already sent where it says so.</returns>
    public (int Errcode, long MsgId) CheckClientId(string clientId)
    {
        lock (_gate)
        {
            if (!_clientIds.TryGetValue(clientId, out var earlier) || clock.GetUtcNow() - earlier.At >= ClientIdsKept)
                return (0, 0);
            return clock.GetUtcNow() - earlier.At < RetryGap ? (45066, 0) : (45065, earlier.MsgId);
        }
    }

    /// <summary>Whether the account may send another one now.</summary>
    public bool HasQuota(AccountKind kind, bool toAll)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var sent = _jobs.Values.Where(j => j.Status != MassStatus.Failed).ToList();
            if (kind == AccountKind.VerifiedSubscription)
                return !sent.Exists(j => BeijingTime.DayOf(j.At) == BeijingTime.DayOf(now));
            return !toAll || !sent.Exists(j => j.ToAll && BeijingTime.DayOf(j.At) == BeijingTime.DayOf(now))
                && sent.Count(j => j.ToAll && BeijingTime.MonthOf(j.At) == BeijingTime.MonthOf(now)) < ToAllPerMonth;
        }
    }

    /// <summary>Counts one message for a person.</summary>
    /// <returns>False when the month's are used up.</returns>
    public bool TryReach(string openId)
    {
        lock (_gate)
        {
            var month = BeijingTime.MonthOf(clock.GetUtcNow());
            if (month != _month)
            {
                _month = month;
                _got.Clear();
            }
            var got = _got.GetValueOrDefault(openId);
            if (got >= PerPersonAndMonth)
                return false;
            _got[openId] = got + 1;
            return true;
        }
    }

    public void Note(MassJob job, string clientId)
    {
        lock (_gate)
        {
            _jobs[job.MsgId] = job;
            _clientIds[clientId] = (job.At, job.MsgId);
        }
    }

    public MassJob? Find(long msgId)
    {
        lock (_gate)
            return _jobs.GetValueOrDefault(msgId);
    }

    public void Delete(MassJob job)
    {
        lock (_gate)
            _jobs[job.MsgId] = job with { Status = MassStatus.Deleted };
    }
}

internal static class MassStatus
{
    public const string Sent = "SEND_SUCCESS", Failed = "SEND_FAIL", Deleted = "DELETE";
}
