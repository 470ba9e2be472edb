using System.Text.RegularExpressions;

namespace ShopBot.Testing.Chats;

/// <summary>Words with <c>…</c> for anything between. Any run of blanks and line ends is one blank.</summary>
public sealed partial class Words(string written)
{
    private readonly string[] _parts = [.. written.Split('…').Select(Flat).Where(part => part.Length > 0)];
    private readonly bool _openStart = Flat(written).StartsWith('…'), _openEnd = Flat(written).EndsWith('…');

    /// <returns>The first part that is not there, in this order; null where all are.</returns>
    public string? FirstMissingIn(string text)
    {
        var flat = Flat(text);
        var from = 0;
        foreach (var part in _parts)
        {
            var found = flat.IndexOf(part, from, StringComparison.Ordinal);
            if (found < 0)
                return part;
            from = found + part.Length;
        }
        return null;
    }

    /// <summary>Whether they are the whole text.</summary>
    public bool AreAllOf(string text)
    {
        var flat = Flat(text);
        return FirstMissingIn(flat) is null && (_openStart || _parts.Length > 0 && flat.StartsWith(_parts[0], StringComparison.Ordinal))
            && (_openEnd || _parts.Length > 0 && flat.EndsWith(_parts[^1], StringComparison.Ordinal));
    }

    public override string ToString() => Flat(written);

    public static string Flat(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
