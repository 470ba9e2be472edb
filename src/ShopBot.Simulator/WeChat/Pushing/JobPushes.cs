namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>Events that tell what became of a job the account's software started.</summary>
internal sealed class JobPushes(Pusher pusher, TimeProvider clock, SimulatorOptions options, IHostApplicationLifetime lifetime)
{
    public void Start(IReadOnlyCollection<Push> jobs)
    {
        foreach (var job in jobs)
            _ = SendAsync(job);
    }

    // Nobody waits for it, so what ends it must not be thrown.
    private async Task SendAsync(Push job)
    {
        try
        {
            if (options.JobTime > TimeSpan.Zero)
                await Task.Delay(options.JobTime, clock, lifetime.ApplicationStopping);
            await pusher.SendAsync(job, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
