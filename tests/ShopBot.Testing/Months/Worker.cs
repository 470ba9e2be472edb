using System.Collections.Concurrent;
using System.Globalization;
using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Months;

/// <summary>The demo's member of staff at one shop: takes orders on, moves them step by step, photographs some.</summary>
internal sealed class Worker(Phone phone, ShopWork shop, ConcurrentQueue<int> placed, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Queue<(int Order, int Step)> _work = new();

    /// <summary>Orders that went all the way.</summary>
    public int Completed { get; private set; }

    public async Task OpenAsync()
    {
        if (shop.Morning is { } first)
            await phone.SayAsync(first);
    }

    public async Task WorkAsync(int moves)
    {
        while (placed.TryDequeue(out var order))
            _work.Enqueue((order, 0));
        for (var i = 0; i < moves && _work.TryDequeue(out var next); i++)
        {
            await phone.SayAsync(string.Format(CultureInfo.InvariantCulture, shop.Steps[next.Step], next.Order));
            if (next.Step == 1 && _random.NextDouble() < 0.3)
                await PhotographAsync(next.Order);
            if (next.Step + 1 < shop.Steps.Count)
                _work.Enqueue((next.Order, next.Step + 1));
            else
                Completed++;
        }
    }

    private async Task PhotographAsync(int order)
    {
        // The order just looked at is the picture's, but the bot asks to be sure.
        await phone.SendPictureAsync("stain");
        await phone.SayAsync(string.Create(CultureInfo.InvariantCulture, $"订单 {order}"));
        await phone.SayAsync("发送");
    }
}
