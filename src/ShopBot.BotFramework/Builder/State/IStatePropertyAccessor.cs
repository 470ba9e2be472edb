namespace Microsoft.Bot.Builder;

/// <summary>One property of a state, reached through the turn.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <param name="defaultValueFactory">Makes the value when there is none; it is kept as if it had been set.</param>
    /// <returns>The same object for the whole turn; what is changed in it is saved.</returns>
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
