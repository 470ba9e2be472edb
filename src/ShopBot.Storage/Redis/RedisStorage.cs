using System.Globalization;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Turns;
using StackExchange.Redis;

namespace ShopBot.Storage.Redis;

/// <summary>The bot's state in Redis, with the same promises as the SQLite store.</summary>
/// <remarks>
/// A value is its ETag (16 hex digits) followed by the content. A key's third segment (the contact point) is its hash tag, so that
/// all keys of one turn live in one slot and one script can write them together.
/// </remarks>
public sealed class RedisStorage(IConnectionMultiplexer redis, TimeProvider time, ILogger<RedisStorage> log) : IStorage
{
    private const int ETagLength = 16;

    /// <summary>ARGV per key: expected ETag ("" conflicts with anything, "*" with nothing), new value, lifetime in ms (0 = for ever).</summary>
    private const string ConditionalWrite =
        """
        for i, key in ipairs(KEYS) do
          local expected = ARGV[i * 3 - 2]
          if expected ~= '*' then
            local stored = redis.call('GETRANGE', key, 0, 15)
            if stored ~= '' and stored ~= expected then return i end
          end
        end
        for i, key in ipairs(KEYS) do
          local life = tonumber(ARGV[i * 3])
          if life > 0 then redis.call('SET', key, ARGV[i * 3 - 1], 'PX', life)
          else redis.call('SET', key, ARGV[i * 3 - 1]) end
        end
        return 0
        """;

    private IDatabase Database => redis.GetDatabase();

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
        if (keys.Length == 0)
            return found;
        var values = await Database.StringGetAsync(Array.ConvertAll(keys, RedisKeyOf)).ConfigureAwait(false);
        for (var i = 0; i < keys.Length; i++)
        {
            if (!values[i].IsNull)
                found[keys[i]] = Read(keys[i], (byte[])values[i]!);
        }

        return found;
    }

    /// <exception cref="StorageConflictException">An item's ETag is not the stored one; nothing was written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
            return;
        var names = changes.Keys.ToArray();
        var keys = new RedisKey[names.Length];
        var arguments = new RedisValue[names.Length * 3];
        for (var i = 0; i < names.Length; i++)
        {
            var value = changes[names[i]];
            keys[i] = RedisKeyOf(names[i]);
            arguments[i * 3] = StoredContent.ExpectedETag(value) ?? StoreETags.Any;
            arguments[i * 3 + 1] = WithNewETag(StoredContent.Write(value));
            arguments[i * 3 + 2] = LifeInMilliseconds(StoredContent.ExpiresAt(value));
        }

        var conflict = (int)await EvaluateAsync(keys, arguments).ConfigureAwait(false);
        if (conflict > 0)
            throw new StorageConflictException(names[conflict - 1]);
    }

    private async Task<RedisResult> EvaluateAsync(RedisKey[] keys, RedisValue[] arguments)
    {
        try
        {
            return await Database.ScriptEvaluateAsync(ConditionalWrite, keys, arguments).ConfigureAwait(false);
        }
        catch (RedisServerException error) when (error.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            // The server forgot its scripts (fail-over, flush); the client has learned of it by this answer and sends the whole script now.
            return await Database.ScriptEvaluateAsync(ConditionalWrite, keys, arguments).ConfigureAwait(false);
        }
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Database.KeyDeleteAsync(Array.ConvertAll(keys, RedisKeyOf));
    }

    /// <summary><c>wechat/users/laundry:oABC</c> becomes <c>shopbot:{laundry:oABC}:wechat/users/laundry:oABC</c>.</summary>
    private static RedisKey RedisKeyOf(string key)
    {
        var parts = key.Split('/', 4);
        return $"shopbot:{{{(parts.Length > 2 ? parts[2] : key)}}}:{key}";
    }

    private object Read(string key, byte[] value)
    {
        var etagLength = Math.Min(ETagLength, value.Length);
        return StoredContent.Read(key, value.AsMemory(etagLength), Encoding.ASCII.GetString(value, 0, etagLength), log);
    }

    private static byte[] WithNewETag(byte[] content)
    {
        var value = new byte[ETagLength + content.Length];
        Encoding.ASCII.GetBytes(Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture), value);
        content.CopyTo(value, ETagLength);
        return value;
    }

    /// <summary>At least one: zero stands for "for ever".</summary>
    private long LifeInMilliseconds(DateTimeOffset? expiresAt) =>
        expiresAt is null ? 0 : Math.Max(1, (long)(expiresAt.Value - time.GetUtcNow()).TotalMilliseconds);
}
