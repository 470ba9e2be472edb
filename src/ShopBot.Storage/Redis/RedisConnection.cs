using StackExchange.Redis;

namespace ShopBot.Storage.Redis;

internal static class RedisConnection
{
    /// <summary>Connects, or keeps trying in the background where the server is not up yet.</summary>
    public static ConnectionMultiplexer Open(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        var redis = ConnectionMultiplexer.Connect(options);
        // With ordered completion one blocked callback holds up every later call of the connection.
        redis.PreserveAsyncOrder = false;
        return redis;
    }
}
