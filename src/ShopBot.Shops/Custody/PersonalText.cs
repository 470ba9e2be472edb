using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Shops.Custody;

/// <summary>A text about a person that can be erased without breaking the chain: only its commitment is hashed.</summary>
/// <remarks>With the salt gone the commitment says nothing: to find a name behind it somebody would have to guess 128 random bits.</remarks>
public sealed record PersonalText
{
    public const int SaltBytes = 16;

    /// <summary>Null where nothing was said, or where it was erased.</summary>
    public string? Value { get; init; }

    /// <summary>32 hex digits; null exactly where <see cref="Value"/> is.</summary>
    public string? Salt { get; init; }

    /// <summary>SHA-256 of salt and text, 64 hex digits; null where nothing was said. Stays when the text is erased.</summary>
    public string? Commitment { get; init; }

    /// <summary>Whether something stood here and is gone.</summary>
    public bool IsErased => Commitment is not null && Value is null && Salt is null;

    /// <summary>Whether text, salt and commitment belong together, or the text was erased.</summary>
    public bool IsTrue => (Value, Salt, Commitment) switch
    {
        (null, null, _) => true,
        ({ } value, { } salt, { } commitment) => IsSalt(salt) && Commit(Convert.FromHexString(salt), value) == commitment,
        _ => false,
    };

    /// <param name="text">Null or empty = nothing is said.</param>
    public static PersonalText Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new PersonalText();
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new PersonalText { Value = text, Salt = Convert.ToHexStringLower(salt), Commitment = Commit(salt, text) };
    }

    private static bool IsSalt(string salt) => salt.Length == SaltBytes * 2 && salt.All(char.IsAsciiHexDigit);

    private static string Commit(byte[] salt, string text) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));
}
