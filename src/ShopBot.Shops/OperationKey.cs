using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Shops;

/// <summary>Names one run of an operation, derived from the event or draft that asked for it: the same request again has the same key.</summary>
/// <remarks>Event keys are unique to the person who caused them, so such a key begins with their contact point.</remarks>
public readonly record struct OperationKey
{
    public const int MaxLength = 200;

    /// <param name="value">1 character or more; a longer one than <see cref="MaxLength"/> ends in its hash instead.</param>
    /// <exception cref="ArgumentException">An empty key: different requests would have it.</exception>
    public OperationKey(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value.Length <= MaxLength ? value : $"{value.AsSpan(0, MaxLength - DigestLength - 1)}#{DigestOf(value)}";
    }

    private const int DigestLength = 32;

    public string Value { get; }

    /// <summary>32 letters and digits that stand for the key where it is part of something longer.</summary>
    public string Digest => DigestOf(Value);

    public override string ToString() => Value;

    private static string DigestOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, DigestLength / 2));
}
