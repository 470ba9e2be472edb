namespace ShopBot.Messaging.Turns;

/// <summary>One turn at a time per person in this process; between processes the conditional write decides.</summary>
internal sealed class ContactLocks
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <returns>Dispose it to let the next one in. Waiters are let in in the order they came.</returns>
    public async ValueTask<Held> EnterAsync(string contact)
    {
        Entry entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(contact, out entry!))
                _entries.Add(contact, entry = new Entry());
            entry.Users++;
        }

        await entry.Gate.WaitAsync().ConfigureAwait(false);
        return new Held(this, contact, entry);
    }

    private void Leave(string contact, Entry entry)
    {
        lock (_entries)
        {
            entry.Gate.Release();
            if (--entry.Users == 0)
                _entries.Remove(contact);
        }
    }

    internal sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public int Users { get; set; }
    }

    public readonly struct Held(ContactLocks locks, string contact, Entry entry) : IDisposable
    {
        public void Dispose() => locks.Leave(contact, entry);
    }
}
