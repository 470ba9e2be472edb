using System.Text.Json;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;

namespace ShopBot.Dialogs.Notices;

/// <summary>Puts the facts of one kind into words.</summary>
public interface INotice
{
    /// <summary>Of the facts, as they are stored.</summary>
    string Kind { get; }

    /// <summary>Names under which a form may stand in an account's settings, the most fitting first; empty = only in words.</summary>
    IReadOnlyList<string> FormNamesOf(OutboxMessage message);

    /// <exception cref="JsonException">The message's payload is no such fact.</exception>
    string ShopOf(OutboxMessage message);

    /// <returns>Null where there is nothing (any more) to say.</returns>
    /// <exception cref="JsonException">The message's payload is no such fact.</exception>
    Task<Activity?> WriteAsync(OutboxMessage message, Voice voice, CancellationToken ct);
}

/// <inheritdoc cref="INotice"/>
public abstract class Notice<TFact> : INotice
    where TFact : class, IShopFact
{
    public string Kind => TFact.Kind;

    public IReadOnlyList<string> FormNamesOf(OutboxMessage message)
    {
        try
        {
            return FormNames(Read(message));
        }
        catch (JsonException)
        {
            return []; // The writer parks it, with the reason.
        }
    }

    public string ShopOf(OutboxMessage message) => Read(message).Shop;

    public Task<Activity?> WriteAsync(OutboxMessage message, Voice voice, CancellationToken ct) => WriteAsync(Read(message), voice, ct);

    /// <inheritdoc cref="INotice.FormNamesOf"/>
    /// <remarks>Every name is one of <see cref="NoticeForms.All"/>.</remarks>
    protected abstract IReadOnlyList<string> FormNames(TFact fact);

    /// <inheritdoc cref="INotice.WriteAsync"/>
    protected abstract Task<Activity?> WriteAsync(TFact fact, Voice voice, CancellationToken ct);

    private static TFact Read(OutboxMessage message) =>
        JsonSerializer.Deserialize<TFact>(message.Payload.Span, JsonSerializerOptions.Web) ?? throw new JsonException($"A message of kind '{message.Kind}' says nothing.");
}
