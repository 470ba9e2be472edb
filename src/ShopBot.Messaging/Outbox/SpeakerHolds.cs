using System.Collections.Concurrent;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>People whose answer is being made right now: their lanes wait, so that nothing overtakes the answer.</summary>
public sealed class SpeakerHolds
{
    private readonly ConcurrentDictionary<ContactPoint, int> _held = new();

    /// <summary>Raised with the contact when their last hold ends.</summary>
    public event Action<ContactPoint>? Released;

    public bool IsHeld(ContactPoint contact) => _held.ContainsKey(contact);

    /// <returns>Dispose it when the answer is out; a second time does nothing.</returns>
    public IDisposable Hold(ContactPoint contact)
    {
        _held.AddOrUpdate(contact, 1, (_, count) => count + 1);
        return new Held(this, contact);
    }

    private void Release(ContactPoint contact)
    {
        while (_held.TryGetValue(contact, out var count))
        {
            if (count > 1 ? _held.TryUpdate(contact, count - 1, count) : _held.TryRemove(new(contact, count)))
            {
                if (count == 1)
                    Released?.Invoke(contact);
                return;
            }
        }
    }

    private sealed class Held(SpeakerHolds holds, ContactPoint contact) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
                holds.Release(contact);
        }
    }
}
