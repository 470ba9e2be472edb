using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShopBot.Storage.Sqlite;

namespace ShopBot;

/// <summary>Ready = an order could be written now.</summary>
internal sealed class DatabaseHealth(SqliteDatabase shop) : IHealthCheck
{
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // An empty transaction of the writer: fails when the disk is full or read-only.
        await shop.WriteAsync(db => db.Scalar("SELECT 1")).WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
