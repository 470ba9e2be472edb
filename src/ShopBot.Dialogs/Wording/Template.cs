using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs.Wording;

/// <summary>The words of one text in one language, cut at its <c>{placeholders}</c>.</summary>
internal sealed class Template
{
    private readonly string[] _literals;
    private readonly Func<Text, string>[] _fills;

    private Template(string[] literals, Func<Text, string>[] fills)
    {
        _literals = literals;
        _fills = fills;
    }

    /// <summary>What is filled in is never looked at again, so a customer's <c>{name}</c> stays as typed.</summary>
    public string Fill(Text text)
    {
        if (_fills.Length == 0)
            return _literals[0];
        var parts = new string[_literals.Length + _fills.Length];
        for (var i = 0; i < _fills.Length; i++)
        {
            parts[2 * i] = _literals[i];
            parts[(2 * i) + 1] = _fills[i](text);
        }
        parts[^1] = _literals[^1];
        return string.Concat(parts);
    }

    /// <param name="wrong">Told what is wrong and how to mend it, with the place in the words.</param>
    /// <returns>Null where something is wrong.</returns>
    public static Template? Parse(string words, TextKey key, Action<int, string, string> wrong)
    {
        var literals = new List<string>();
        var fills = new List<Func<Text, string>>();
        var isGood = true;
        var from = 0;
        for (var at = NextBrace(words, 0); at >= 0; at = NextBrace(words, from))
        {
            var close = words[at] == '{' ? words.IndexOfAny(['{', '}'], at + 1) : -1;
            if (close < 0 || words[close] == '{')
            {
                wrong(at, $"'{key.Name}' has a curly bracket without its partner.", $"Curly brackets stand only around placeholders: {Known(key)}");
                return null;
            }
            var name = words[(at + 1)..close];
            if (key.Placeholders.TryGetValue(name, out var fill))
            {
                literals.Add(words[from..at]);
                fills.Add(fill);
            }
            else
            {
                wrong(at, $"'{key.Name}' has no placeholder {{{name}}}.", $"{Spelling.DidYouMean(name, key.Placeholders.Keys)} {Known(key)}");
                isGood = false;
            }
            from = close + 1;
        }
        literals.Add(words[from..]);
        return isGood ? new Template([.. literals], [.. fills]) : null;
    }

    /// <summary>The placeholders a text may use, as a sentence.</summary>
    public static string Known(TextKey key) => key.Placeholders.Count == 0
        ? "This text has no placeholders."
        : $"This text may use {string.Join(" ", key.Placeholders.Keys.Order(StringComparer.Ordinal).Select(p => $"{{{p}}}"))}.";

    private static int NextBrace(string words, int from) => words.IndexOfAny(['{', '}'], from);
}
