using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Intents;

/// <summary>Reads the groups of words that say much the same: <c>intents/alike.yaml</c>.</summary>
internal static class AlikeReader
{
    public const string Folder = "intents", FileName = "alike.yaml";

    /// <returns>The words of each group, in the order of the file.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string root, List<ContentError> errors)
    {
        var name = $"{Folder}/{FileName}";
        if (!File.Exists(Path.Combine(root, name)))
        {
            errors.Add(new ContentError(name, 1, "The file is missing.", "Restore it, or set Dialogs:Path to the folder that holds it."));
            return [];
        }
        var file = ContentFile.Read(root, name, errors);
        var groups = new List<IReadOnlyList<string>>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (groupNode, listNode) in file.Top.Children)
        {
            if (!file.TryText(groupNode, "The name of a group", out var group))
                continue;
            if (listNode is not YamlSequenceNode { Children.Count: > 0 } list)
                file.Wrong(groupNode, $"'{group}' should be a list of words.", $"Write `{group}: [one word, another]`.");
            else if (groups.Count == Placeholder.MostGroups)
                file.Wrong(groupNode, "There are too many groups.", $"Keep it to {Placeholder.MostGroups}.");
            else
                groups.Add([.. list.Children.Select(node => ReadWord(file, node, group, seen)).OfType<string>()]);
        }
        return groups;
    }

    private static string? ReadWord(ContentFile file, YamlNode node, string group, Dictionary<string, string> seen)
    {
        if (!file.TryText(node, $"A word of '{group}'", out var word))
            return null;
        var key = Heard.Key(Heard.Clean(word));
        if (key.Length == 0)
            file.Wrong(node, $"'{word}' holds no letter or digit.", "Write the word people type.");
        else if (!seen.TryAdd(key, group))
            file.Wrong(node, $"'{word}' stands in '{group}' and in '{seen[key]}' before.", "Keep it in one of the two.");
        else
            return word;
        return null;
    }
}
