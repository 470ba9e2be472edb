namespace ShopBot.Messaging.Contacts;

/// <summary>An access token of the platform, shared by all instances of this program.</summary>
/// <param name="Value">Opaque; up to 512 characters.</param>
/// <param name="ExpiresAt">UTC, by what the platform said.</param>
public sealed record AccountToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>Keeps what accounts got from their platform: access tokens and uploaded media.</summary>
/// <remarks>Not secrets in the sense of the settings: they die within hours and belong to one row, so that instances do not fight over them.</remarks>
public interface IAccountTokens
{
    /// <returns>Null where none was ever stored.</returns>
    Task<AccountToken?> FindAsync(string account, CancellationToken ct);

    /// <summary>Puts <paramref name="fresh"/> in place of <paramref name="seen"/>, unless somebody else was faster.</summary>
    /// <param name="seen">What the caller had read; null = nothing was stored.</param>
    /// <returns>What is stored now: <paramref name="fresh"/>, or the faster one's.</returns>
    Task<AccountToken> ReplaceAsync(string account, AccountToken? seen, AccountToken fresh, CancellationToken ct);

    /// <summary>The platform's id of a media file we uploaded before; null when there is none or it ends before <paramref name="aliveAt"/>.</summary>
    Task<string?> FindUploadAsync(string account, string mediaId, DateTimeOffset aliveAt, CancellationToken ct);

    Task KeepUploadAsync(string account, string mediaId, string platformMediaId, DateTimeOffset expiresAt, CancellationToken ct);

    /// <summary>The platform said it no longer knows the file.</summary>
    Task ForgetUploadAsync(string account, string platformMediaId, CancellationToken ct);
}
