namespace ShopBot.Messaging.Contacts;

/// <summary>Tells whoever keeps the platform's tags in step that somebody may belong to another of the <see cref="Audiences"/> now. A hint; what differs is looked up.</summary>
public sealed class AudienceSignal
{
    /// <summary>Raised where the change was made, after it is stored: whoever listens only notes it.</summary>
    public event Action? Changed;

    public void Wake() => Changed?.Invoke();
}
