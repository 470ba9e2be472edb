namespace ShopBot.Simulator.WeChat;

/// <summary>Counts an account's calls per API, by Beijing day.</summary>
internal sealed class CallQuotas(TimeProvider clock)
{
    public const int ClearsPerMonth = 10;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _used = [];
    private DateOnly _day;
    private (int Year, int Month) _month;
    private int _clears;

    /// <returns>False when the day's calls are used up; such a call is not counted.</returns>
    public bool TryCount(string api, int limit)
    {
        lock (_gate)
        {
            StartDay();
            var used = _used.GetValueOrDefault(api);
            if (used >= limit)
                return false;
            _used[api] = used + 1;
            return true;
        }
    }

    /// <summary>Sets the counters back; false when this month's clears are used up.</summary>
    public bool TryClear()
    {
        lock (_gate)
        {
            var month = BeijingTime.MonthOf(clock.GetUtcNow());
            if (month != _month)
                (_month, _clears) = (month, 0);
            if (_clears >= ClearsPerMonth)
                return false;
            _clears++;
            _used.Clear();
            return true;
        }
    }

    public IReadOnlyDictionary<string, int> Used()
    {
        lock (_gate)
        {
            StartDay();
            return new Dictionary<string, int>(_used);
        }
    }

    private void StartDay()
    {
        var today = BeijingTime.DayOf(clock.GetUtcNow());
        if (today == _day)
            return;
        _day = today;
        _used.Clear();
    }
}
