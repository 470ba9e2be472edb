namespace Microsoft.Bot.Builder;

/// <summary>Puts one object into the turn state of every turn.</summary>
public class RegisterClassMiddleware<T> : IMiddleware
    where T : class
{
    private readonly string _key;

    public RegisterClassMiddleware(T service) : this(service, null)
    {
    }

    /// <param name="key">Null: the name of the type.</param>
    public RegisterClassMiddleware(T service, string key)
    {
        ArgumentNullException.ThrowIfNull(service);
        Service = service;
        _key = key ?? typeof(T).FullName!;
    }

    public T Service { get; }

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        turnContext.TurnState.Set(_key, Service);
        return next(cancellationToken);
    }
}
