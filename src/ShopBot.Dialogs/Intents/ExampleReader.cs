using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Intents;

/// <summary>A sentence as customers say it, and what they want with it.</summary>
public sealed record IntentExample(string Said, Intent Intent);

/// <summary>Reads the example sentences: <c>intents/{intent}.{language}.yaml</c>, and a shop's own below <c>shops/{shop}/intents/</c>, which are added to them.</summary>
internal sealed class ExampleReader(string root, List<ContentError> errors)
{
    private const int LongestExample = 200;

    private static readonly Dictionary<string, Intent> Files = (
        from intent in Enum.GetValues<Intent>()
        from language in Languages.All
        select (Name: $"{Spelling.Kebab(intent.ToString())}.{language}.yaml", Intent: intent)).ToDictionary(f => f.Name, f => f.Intent, StringComparer.Ordinal);

    /// <summary>The examples of all shops: every intent must have some in every language.</summary>
    public List<IntentExample> ReadDefaults()
    {
        foreach (var file in Files.Keys.Where(f => !File.Exists(Path.Combine(root, "intents", f))))
            errors.Add(new ContentError($"intents/{file}", 1, "The file is missing.", "Restore it, or set Dialogs:Path to the folder that holds it."));
        return Read(AlikeReader.Folder, []);
    }

    /// <summary>The examples of all shops, then the shop's own.</summary>
    public List<IntentExample> ReadShop(string shop, IReadOnlyList<IntentExample> defaults) =>
        [.. defaults, .. Read($"shops/{shop}/intents", defaults)];

    private List<IntentExample> Read(string folder, IReadOnlyList<IntentExample> known)
    {
        var examples = new List<IntentExample>();
        if (!Directory.Exists(Path.Combine(root, folder)))
            return examples;
        var seen = new Dictionary<string, Intent>(StringComparer.Ordinal);
        foreach (var example in known)
            seen.TryAdd(Heard.Key(Heard.Clean(example.Said)), example.Intent);
        // In one order on every machine: what is learnt depends on it.
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, folder), "*.y*ml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path)!;
            if ((name == AlikeReader.FileName && folder == AlikeReader.Folder) || name.StartsWith("wording.", StringComparison.Ordinal))
                continue;
            if (Files.TryGetValue(name, out var intent))
                Read(ContentFile.Read(root, $"{folder}/{name}", errors), intent, seen, examples);
            else
                errors.Add(new ContentError($"{folder}/{name}", 1, "No file of this name is read.", Spelling.DidYouMean(name, Files.Keys)));
        }
        return examples;
    }

    private static void Read(ContentFile file, Intent intent, Dictionary<string, Intent> seen, List<IntentExample> examples)
    {
        if (!file.IsReadable)
            return;
        foreach (var (nameNode, listNode) in file.Top.Children)
        {
            if (!file.TryText(nameNode, "The name of a list", out var name))
                continue;
            if (name != "examples")
                file.Wrong(nameNode, $"'{name}' is nothing this file has.", "Write `examples:`, and below it the sentences, each beginning with `- `.");
            else if (listNode is YamlSequenceNode list)
                foreach (var node in list.Children)
                    if (ReadExample(file, node, intent, seen) is { } said)
                        examples.Add(new IntentExample(said, intent));
        }
        if (file.Top.Children.Count == 0 || file.Top.Children.Values.Any(v => v is not YamlSequenceNode { Children.Count: > 0 }))
            file.Wrong(1, "The file has no examples.", "Write `examples:`, and below it the sentences, each beginning with `- `.");
    }

    private static string? ReadExample(ContentFile file, YamlNode node, Intent intent, Dictionary<string, Intent> seen)
    {
        if (!file.TryText(node, "An example", out var said))
            return null;
        var key = Heard.Key(Heard.Clean(said));
        if (key.Length == 0 && said.Trim().Length == 0)
            file.Wrong(node, "An example says nothing.", "Write a sentence as a customer would, or remove the line.");
        else if (said.Length > LongestExample)
            file.Wrong(node, "An example is longer than a wish is.", $"Keep it within {LongestExample} characters.");
        else if (key.Length > 0 && !seen.TryAdd(key, intent))
            file.Wrong(node, $"'{said}' stands here and for '{Spelling.Kebab(seen[key].ToString())}' before.", "Keep it in one place.");
        else
            return said;
        return null;
    }
}
