using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ShopBot.Dialogs.Hearing;

/// <summary>The words and phrases that mean one of a closed set of things.</summary>
/// <typeparam name="TMeaning">An enum; its members as <c>kebab-case</c> are the names in the file.</typeparam>
public sealed class Vocabulary<TMeaning>
    where TMeaning : struct, Enum
{
    private readonly FrozenDictionary<string, TMeaning> _meanings;
    private readonly string[] _longestFirst;
    private readonly Dictionary<TMeaning, string[]> _words;

    internal Vocabulary(IReadOnlyDictionary<string, TMeaning> meanings)
    {
        _meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
        _words = meanings.GroupBy(m => m.Value, m => m.Key).ToDictionary(g => g.Key, g => g.ToArray());
        _longestFirst = [.. meanings.Keys.OrderByDescending(w => w.Length)];
    }

    /// <summary>Every word of a meaning, as <see cref="Heard.Key"/> gives it.</summary>
    public IReadOnlyList<string> WordsFor(TMeaning meaning) => _words.GetValueOrDefault(meaning, []);

    /// <summary>The meaning of a whole message.</summary>
    /// <param name="key">As <see cref="Heard.Key"/> gives it.</param>
    public TMeaning? Find(string key) => _meanings.TryGetValue(key, out var meaning) ? meaning : null;

    /// <summary>A message that begins with one of the words and goes on: <c>接 12</c>, <c>封12 E0231</c>.</summary>
    /// <param name="rest">What stands behind the word, without blanks around it; never empty.</param>
    public bool TryBeginning(string key, out TMeaning meaning, [NotNullWhen(true)] out string? rest)
    {
        foreach (var word in _longestFirst)
        {
            if (key.Length <= word.Length || !key.StartsWith(word, StringComparison.Ordinal) || RunsOn(word, key[word.Length]))
                continue;
            rest = key[word.Length..].TrimStart(' ', ':', ',', '#');
            if (rest.Length == 0)
                continue;
            meaning = _meanings[word];
            return true;
        }
        meaning = default;
        rest = null;
        return false;
    }

    // "order" does not begin "orders", while Chinese words need no blank behind them.
    private static bool RunsOn(string word, char next) => char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(next);
}
