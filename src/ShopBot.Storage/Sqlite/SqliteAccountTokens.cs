using ShopBot.Messaging.Contacts;

namespace ShopBot.Storage.Sqlite;

/// <summary>Access tokens and uploads of accounts, in shop.db.</summary>
public sealed class SqliteAccountTokens(SqliteDatabase database) : IAccountTokens
{
    public Task<AccountToken?> FindAsync(string account, CancellationToken ct) => Task.FromResult(database.Read(db => Find(db, account)));

    public Task<AccountToken> ReplaceAsync(string account, AccountToken? seen, AccountToken fresh, CancellationToken ct) => database.WriteAsync(db =>
    {
        var stored = Find(db, account);
        if (stored is not null && stored.Value != seen?.Value)
            return stored;
        db.Execute(
            """
            INSERT INTO account_token (account, value, expires_at) VALUES ($account, $value, $expires)
            ON CONFLICT (account) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
            """,
            ("$account", account), ("$value", fresh.Value), ("$expires", fresh.ExpiresAt.ToUnixTimeMilliseconds()));
        return fresh;
    });

    private static AccountToken? Find(SqliteSession db, string account) => db.Query(
        "SELECT value, expires_at FROM account_token WHERE account = $account",
        row => new AccountToken(row.GetString(0), row.Moment(1)), ("$account", account)).FirstOrDefault();

    public Task<string?> FindUploadAsync(string account, string mediaId, DateTimeOffset aliveAt, CancellationToken ct) =>
        Task.FromResult(database.Read(db => (string?)db.Scalar(
            "SELECT platform_media_id FROM account_upload WHERE account = $account AND media_id = $media AND expires_at > $alive",
            ("$account", account), ("$media", mediaId), ("$alive", aliveAt.ToUnixTimeMilliseconds()))));

    public Task KeepUploadAsync(string account, string mediaId, string platformMediaId, DateTimeOffset expiresAt, CancellationToken ct) =>
        database.WriteAsync(db => db.Execute(
            """
            INSERT INTO account_upload (account, media_id, platform_media_id, expires_at) VALUES ($account, $media, $platform, $expires)
            ON CONFLICT (account, media_id) DO UPDATE SET platform_media_id = excluded.platform_media_id, expires_at = excluded.expires_at
            """,
            ("$account", account), ("$media", mediaId), ("$platform", platformMediaId), ("$expires", expiresAt.ToUnixTimeMilliseconds())));

    public Task ForgetUploadAsync(string account, string platformMediaId, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "DELETE FROM account_upload WHERE account = $account AND platform_media_id = $platform", ("$account", account), ("$platform", platformMediaId)));
}
