using System.Buffers;
using System.Globalization;
using System.Text;

namespace ShopBot.Channels.WeChat;

/// <summary>Text as the platform takes it: what XML allows, line feeds, no links that were not meant, within a length in UTF-8 bytes.</summary>
internal static class WeChatText
{
    private const string Ellipsis = "…";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c != '\n'), '<', '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;\n");
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create("，、,. ");

    /// <summary>Removes what XML cannot carry and keeps customers' words from forming links of the client.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (!text.AsSpan().ContainsAny(Suspects) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text.Trim();

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next))
            {
                clean.Append(c).Append(next);
                i++;
            }
            else if (c == '\r')
            {
                if (next != '\n')
                    clean.Append('\n');
            }
            else if (c == '<')
            {
                // The client shows "<" as it is unless it opens or closes a link; the full-width sign never does.
                clean.Append(next is 'a' or 'A' or '/' ? '＜' : c);
            }
            else if (c is '\n' or '\t' || (c >= ' ' && c < '\uFFFE' && !char.IsSurrogate(c)))
            {
                clean.Append(c);
            }
        }
        return clean.ToString().Trim();
    }

    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Cuts at the ends of lines, else of sentences, else of phrases, else between characters as people see them.</summary>
    /// <returns>Pieces of at most <paramref name="maxBytes"/>, none empty.</returns>
    public static List<string> Split(string text, int maxBytes)
    {
        var pieces = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var length = Bytes(rest) <= maxBytes ? rest.Length : BreakBefore(rest, maxBytes);
            pieces.Add(rest[..length].TrimEnd());
            rest = rest[length..].TrimStart();
        }
        return pieces;
    }

    /// <summary>The beginning of a text that is too long, with an ellipsis; the whole text where it fits.</summary>
    public static string Cut(string text, int maxBytes)
    {
        if (Bytes(text) <= maxBytes)
            return text;
        var room = maxBytes - Bytes(Ellipsis);
        return room <= 0 ? "" : text[..BreakBefore(text, room)].TrimEnd() + Ellipsis;
    }

    private static int BreakBefore(string text, int maxBytes)
    {
        var fits = LongestWithin(text, maxBytes);
        var window = text.AsSpan(0, fits);
        foreach (var ends in (ReadOnlySpan<SearchValues<char>>)[SentenceEnds, PhraseEnds])
        {
            var at = window.LastIndexOfAny(ends);
            if (at >= fits / 2)
                return at + 1;
        }
        return fits;
    }

    // Whole text elements, so that a letter and its accent, or the parts of one emoji, stay together.
    private static int LongestWithin(string text, int maxBytes)
    {
        var length = 0;
        for (var bytes = 0; length < text.Length;)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(length, next));
            if (bytes > maxBytes)
                return length > 0 ? length : LongestRunesWithin(text, maxBytes);
            length += next;
        }
        return length;
    }

    // One "character" longer than a message: somebody piled up combining marks.
    private static int LongestRunesWithin(string text, int maxBytes)
    {
        var length = 0;
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
                break;
            length += rune.Utf16SequenceLength;
        }
        return Math.Max(length, 1);
    }
}
