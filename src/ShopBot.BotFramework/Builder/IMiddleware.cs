namespace Microsoft.Bot.Builder;

/// <summary>Wraps every turn of an adapter.</summary>
public interface IMiddleware
{
    /// <param name="next">Runs the rest of the turn; not calling it ends the turn here.</param>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
