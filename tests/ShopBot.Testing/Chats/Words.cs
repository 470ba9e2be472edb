using System.Text.RegularExpressions;

namespace ShopBot.Testing.Chats;

/// <summary>Words with <c>…</c> for anything between and <c>{name}</c> for a word to remember. Any run of blanks and line ends is one blank.</summary>
public sealed partial class Words(string written)
{
    private readonly (string Written, Regex Pattern)[] _parts =
        [.. written.Split('…').Select(Flat).Where(part => part.Length > 0).Select(part => (part, Pattern(part)))];
    private readonly bool _openStart = Flat(written).StartsWith('…'), _openEnd = Flat(written).EndsWith('…');

    /// <param name="remembered">Takes what stands where a name in curly brackets is written.</param>
    /// <returns>The first part that is not there, in this order; null where all are.</returns>
    public string? FirstMissingIn(string text, IDictionary<string, string>? remembered = null)
    {
        var flat = Flat(text);
        var from = 0;
        foreach (var (part, pattern) in _parts)
        {
            if (pattern.Match(flat, from) is not { Success: true } found)
                return part;
            from = found.Index + found.Length;
            foreach (var name in pattern.GetGroupNames().Where(name => remembered is not null && !char.IsAsciiDigit(name[0])))
                remembered![name] = found.Groups[name].Value;
        }
        return null;
    }

    /// <summary>Whether they are the whole text.</summary>
    public bool AreAllOf(string text)
    {
        var flat = Flat(text);
        return _parts.Length > 0 && FirstMissingIn(flat) is null
            && (_openStart || _parts[0].Pattern.Match(flat).Index == 0)
            && (_openEnd || Regex.IsMatch(flat, $"(?:{_parts[^1].Pattern})$"));
    }

    public override string ToString() => Flat(written);

    /// <summary>Puts remembered words where their names stand in curly brackets.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> remembered) =>
        Name().Replace(text, name => remembered.GetValueOrDefault(name.Groups["name"].Value, name.Value));

    public static string Flat(string text) => Blanks().Replace(text, " ").Trim();

    private static Regex Pattern(string part)
    {
        var at = 0;
        var pattern = new System.Text.StringBuilder();
        foreach (Match name in Name().Matches(part))
        {
            pattern.Append(Regex.Escape(part[at..name.Index])).Append(@"(?<").Append(name.Groups["name"].Value).Append(@">[\w-]+)");
            at = name.Index + name.Length;
        }
        return new Regex(pattern.Append(Regex.Escape(part[at..])).ToString(), RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Name();
}
