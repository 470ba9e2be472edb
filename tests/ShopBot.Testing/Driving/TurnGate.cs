using Microsoft.Bot.Builder;

namespace ShopBot.Testing.Driving;

/// <summary>Lets a test hold the next turn of the bot for as long as it likes.</summary>
public sealed class TurnGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _entered, _opened;

    /// <summary>The next turn stops before the bot says anything.</summary>
    /// <returns>Completes when a turn stands there.</returns>
    public Task HoldNext()
    {
        lock (_lock)
        {
            if (_opened is not null)
                throw new InvalidOperationException("A turn is held already.");
            _entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _entered.Task;
        }
    }

    public void LetGo()
    {
        lock (_lock)
        {
            (_opened ?? throw new InvalidOperationException("No turn is held.")).SetResult();
            (_entered, _opened) = (null, null);
        }
    }

    private Task PassAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            if (_opened is null || !_entered!.TrySetResult())
                return Task.CompletedTask;
            return _opened.Task.WaitAsync(ct);
        }
    }

    /// <summary>The product's bot behind the gate.</summary>
    internal sealed class GatedBot(IBot bot, TurnGate gate) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await gate.PassAsync(cancellationToken);
            await bot.OnTurnAsync(turnContext, cancellationToken);
        }
    }
}
