using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Shops.Custody;

/// <summary>The bytes that are hashed for an entry: lines of UTF-8, each ended by one line feed. README.md in this folder specifies them.</summary>
/// <remarks>Never changed: another form gets another first line, and entries of the older one are checked by the older one.</remarks>
public static class CustodyForm
{
    public const string FirstLine = "shopbot-custody 1";

    /// <summary>What the first entry names in the place of the one before.</summary>
    public static readonly string Nothing = new('0', 64);

    /// <param name="previous">Hash of the entry before, or <see cref="Nothing"/>.</param>
    public static string Write(CustodyRecord entry, string previous) => string.Concat(
        Lines(entry, previous).Select(line => $"{CustodyCheck.Name(line.Name)} {line.Value}\n").Prepend($"{FirstLine}\n"));

    public static string Hash(string form) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)));

    /// <summary>The beginning of a hash as people read and compare it: <c>3F9A-12BC-0D44-91E7</c>.</summary>
    public static string Short(string hash) => string.Join('-', hash[..16].ToUpperInvariant().Chunk(4).Select(four => new string(four)));

    internal static IEnumerable<(CustodyFault Name, string Value)> Lines(CustodyRecord entry, string previous)
    {
        yield return (CustodyFault.Order, entry.OrderId.ToString("N"));
        yield return (CustodyFault.Sequence, Number(entry.Sequence));
        yield return (CustodyFault.Previous, previous);
        yield return (CustodyFault.Kind, entry.Kind.ToString());
        yield return (CustodyFault.At, Number(entry.At.ToUnixTimeMilliseconds()));
        yield return (CustodyFault.Role, entry.Role.ToString());
        yield return (CustodyFault.Seal, entry.Seal ?? "-");
        yield return (CustodyFault.Pieces, entry.Pieces is { } pieces ? Number(pieces) : "-");
        yield return (CustodyFault.Photos, entry.Photos.Count == 0 ? "-" : string.Join(',', entry.Photos.Select(p => p.Sha256).Order(StringComparer.Ordinal)));
        yield return (CustodyFault.Who, entry.Who.Commitment ?? "-");
        yield return (CustodyFault.Place, entry.Place.Commitment ?? "-");
        yield return (CustodyFault.Note, entry.Note.Commitment ?? "-");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
