using System.Collections;

namespace Microsoft.Bot.Builder;

/// <summary>Middleware in the order of <see cref="Use"/>; each wraps those after it.</summary>
public class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> _middleware = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        await RunFromAsync(0, turnContext, (_, token) => next(token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs every middleware and, innermost, the callback.</summary>
    /// <param name="callback">Null: nothing runs innermost.</param>
    public async Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        await RunFromAsync(0, turnContext, callback, cancellationToken).ConfigureAwait(false);
    }

    public IEnumerator<IMiddleware> GetEnumerator() => _middleware.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Task RunFromAsync(int index, ITurnContext turnContext, BotCallbackHandler? callback, CancellationToken cancellationToken) =>
        index < _middleware.Count
            ? _middleware[index].OnTurnAsync(turnContext, token => RunFromAsync(index + 1, turnContext, callback, token), cancellationToken)
            : callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask;
}
