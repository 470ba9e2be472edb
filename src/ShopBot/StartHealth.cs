using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShopBot;

/// <summary>Ready = everything the start has to do is done: links and platform calls lead where they should.</summary>
public sealed class StartHealth : IHealthCheck
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the start is done.</summary>
    public Task Done => _done.Task;

    internal void Finish() => _done.TrySetResult();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Done.IsCompleted ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("still starting"));
}
