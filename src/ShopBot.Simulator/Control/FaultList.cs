namespace ShopBot.Simulator.Control;

/// <summary>Faults that wait for their moment, in the order they were set.</summary>
internal sealed class FaultList
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private long _last;

    public Fault Set(Fault fault)
    {
        lock (_gate)
        {
            fault = fault with { Id = ++_last };
            _faults.Add(fault);
            return fault;
        }
    }

    public IReadOnlyList<Fault> All()
    {
        lock (_gate)
            return [.. _faults];
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    public bool Remove(long id)
    {
        lock (_gate)
            return _faults.RemoveAll(f => f.Id == id) > 0;
    }

    /// <summary>The first fault that fits, used once; null when there is none.</summary>
    /// <param name="on">The API's path, or <c>push</c>.</param>
    public Fault? Take(string on, string? account, string? person)
    {
        lock (_gate)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var fault = _faults[i];
                if (!fault.Fits(on, account, person))
                    continue;
                if (fault.Skip > 0)
                {
                    _faults[i] = fault with { Skip = fault.Skip - 1 };
                    continue;
                }
                if (fault.Times <= 1)
                    _faults.RemoveAt(i);
                else
                    _faults[i] = fault with { Times = fault.Times - 1 };
                return fault;
            }
            return null;
        }
    }
}
