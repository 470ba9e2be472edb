namespace ShopBot.Simulator.WeChat;

/// <summary>Counts an account's calls per API, by Beijing day.</summary>
internal sealed class CallQuotas(TimeProvider clock)
{
    public const int ClearsPerMonth = 10, ClearsOfOnePerMonth = 50;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _used = [];
    private readonly Dictionary<string, (long Minute, int Calls)> _inMinute = [];
    private DateOnly _day;
    private (int Year, int Month) _month;
    private int _clears;
    private (int Year, int Month) _monthOfOne;
    private int _clearsOfOne;

    /// <returns>0, or the platform's error code; such a call is not counted.</returns>
    public int Count(string api, int limit, int minuteLimit)
    {
        lock (_gate)
        {
            StartDay();
            var used = _used.GetValueOrDefault(api);
            if (used >= limit)
                return 45009;
            var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
            var inMinute = _inMinute.TryGetValue(api, out var last) && last.Minute == minute ? last.Calls : 0;
            if (inMinute >= minuteLimit)
                return 45011;
            _inMinute[api] = (minute, inMinute + 1);
            _used[api] = used + 1;
            return 0;
        }
    }

    public int UsedOf(string api)
    {
        lock (_gate)
        {
            StartDay();
            return _used.GetValueOrDefault(api);
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

    /// <summary>Sets one API's counter back; false when this month's clears of that kind are used up.</summary>
    public bool TryClearOne(string api)
    {
        lock (_gate)
        {
            var month = BeijingTime.MonthOf(clock.GetUtcNow());
            if (month != _monthOfOne)
                (_monthOfOne, _clearsOfOne) = (month, 0);
            if (_clearsOfOne >= ClearsOfOnePerMonth)
                return false;
            _clearsOfOne++;
            _used.Remove(api);
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
