using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Turns;

/// <summary>What waits in the outbox for somebody to whom nothing can be pushed: said with the answer to their next message.</summary>
public interface IOwedAnswers
{
    /// <summary>Takes what is due out of the person's lane, so that nobody else says it meanwhile.</summary>
    /// <returns>Dispose it: what was not told goes back.</returns>
    Task<IOwedWords> TakeAsync(ContactPoint person, CancellationToken ct);
}

/// <summary>News for one person, oldest first; held for one turn.</summary>
public interface IOwedWords : IAsyncDisposable
{
    /// <summary>Each message's words.</summary>
    IReadOnlyList<IReadOnlyList<Activity>> Messages { get; }

    /// <summary>The first ones are in the answer. On disk before the answer is committed: a repeat after a kill is then the message's class to decide.</summary>
    /// <returns>False where that could not be written: then they are not told.</returns>
    Task<bool> StartAsync(int count, CancellationToken ct);

    /// <summary>The answer is committed; every delivery of the event brings it.</summary>
    Task ToldAsync(CancellationToken ct);
}
