using System.Security.Cryptography;

namespace ShopBot.Storage.Sqlite;

/// <summary>The key that signs this installation's links; made once and kept in shop.db, so that links outlive a restart.</summary>
public static class SqliteLinkKey
{
    /// <returns>32 random bytes.</returns>
    public static byte[] Of(SqliteDatabase database) =>
        database.Read(db => (byte[]?)db.Scalar("SELECT value FROM link_key"))
        ?? database.WriteAsync(db =>
        {
            db.Execute("INSERT INTO link_key (id, value) VALUES (1, $value) ON CONFLICT DO NOTHING", ("$value", RandomNumberGenerator.GetBytes(32)));
            return (byte[])db.Scalar("SELECT value FROM link_key")!;
        }).GetAwaiter().GetResult();
}
