namespace ShopBot.Messaging.Outbox;

/// <summary>Counts calls that belong to no single message (uploads, the typing sign), so that none is made above what the platform takes.</summary>
public interface IApiLimits
{
    /// <summary>Takes one call out of its limit.</summary>
    /// <returns>Null when it may be made; else until when it must rest and why.</returns>
    Task<Block?> TakeAsync(string account, string api, ApiLimit limit, CancellationToken ct);

    /// <summary>The platform said that it takes no more until then.</summary>
    Task PauseAsync(string account, string api, DateTimeOffset until, string reason, CancellationToken ct);
}
