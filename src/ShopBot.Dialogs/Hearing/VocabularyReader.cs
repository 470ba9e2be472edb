using ShopBot.Dialogs.Content;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Hearing;

/// <summary>Reads one words file: meaning, then the list of words for it, both languages together.</summary>
internal sealed class VocabularyReader<TMeaning>(string root, string feature, List<ContentError> errors)
    where TMeaning : struct, Enum
{
    private static readonly Dictionary<string, TMeaning> Meanings =
        Enum.GetValues<TMeaning>().ToDictionary(m => Spelling.Kebab(m.ToString()), StringComparer.Ordinal);

    /// <summary>The default words: every meaning must have some.</summary>
    public Dictionary<TMeaning, IReadOnlyList<string>> ReadDefaults()
    {
        var words = new Dictionary<TMeaning, IReadOnlyList<string>>();
        var name = $"{feature}/words.yaml";
        if (!File.Exists(Path.Combine(root, name)))
        {
            errors.Add(new ContentError(name, 1, "The file is missing.", "Restore it, or set Dialogs:Path to the folder that holds it."));
            return words;
        }
        var file = ContentFile.Read(root, name, errors);
        Read(file, words);
        if (file.IsReadable)
            foreach (var (meaningName, meaning) in Meanings)
                if (!words.ContainsKey(meaning))
                    file.Wrong(file.Lines + 1, $"The words for '{meaningName}' are missing.", $"Add a line `{meaningName}: [one word, another]`.");
        return words;
    }

    /// <summary>A shop's own words: a meaning named there gets exactly the words written there.</summary>
    /// <param name="more">Words that other content of the shop adds to a meaning, as <see cref="Heard.Key"/> gives them.</param>
    public Vocabulary<TMeaning> ReadShop(string shop, IReadOnlyDictionary<TMeaning, IReadOnlyList<string>> defaults, TMeaning added = default, params IEnumerable<string> more)
    {
        var words = new Dictionary<TMeaning, IReadOnlyList<string>>(defaults);
        var name = $"shops/{shop}/{feature}/words.yaml";
        if (File.Exists(Path.Combine(root, name)))
            Read(ContentFile.Read(root, name, errors), words);
        if (more.Any())
            words[added] = [.. words.GetValueOrDefault(added, []), .. more];
        return Build(words);
    }

    public static Vocabulary<TMeaning> Build(IReadOnlyDictionary<TMeaning, IReadOnlyList<string>> words)
    {
        var meanings = new Dictionary<string, TMeaning>(StringComparer.Ordinal);
        foreach (var (meaning, list) in words)
            foreach (var word in list)
                meanings.TryAdd(word, meaning);
        return new Vocabulary<TMeaning>(meanings);
    }

    private static void Read(ContentFile file, Dictionary<TMeaning, IReadOnlyList<string>> words)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (nameNode, listNode) in file.Top.Children)
        {
            if (!file.TryText(nameNode, "The name of a meaning", out var name))
                continue;
            if (!Meanings.TryGetValue(name, out var meaning))
                file.Wrong(nameNode, $"There is no meaning '{name}'.", Spelling.DidYouMean(name, Meanings.Keys));
            else if (listNode is not YamlSequenceNode list || list.Children.Count == 0)
                file.Wrong(listNode, $"'{name}' should be a list of words.", $"Write `{name}: [one word, another]`.");
            else
                words[meaning] = [.. list.Children.Select(node => ReadWord(file, node, name, seen)).OfType<string>()];
        }
    }

    private static string? ReadWord(ContentFile file, YamlNode node, string name, Dictionary<string, string> seen)
    {
        if (!file.TryText(node, $"A word for '{name}'", out var written))
            return null;
        var word = Heard.Key(Heard.Clean(written));
        if (word.Length == 0)
            file.Wrong(node, $"'{written}' holds no letter or digit, so nobody can say it.", "Write the word people type.");
        else if (seen.TryGetValue(word, out var other))
            file.Wrong(node, $"'{written}' stands here for '{name}' and before for '{other}'.", "Keep it in one of the two.");
        else if (seen.TryAdd(word, name))
            return word;
        return null;
    }
}
