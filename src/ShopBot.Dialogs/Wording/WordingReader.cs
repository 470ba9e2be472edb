using ShopBot.Dialogs.Content;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Wording;

/// <summary>Reads the wording files of one folder (the defaults, or one shop's changes) and checks them against the texts there are.</summary>
internal sealed class WordingReader(string root, List<ContentError> errors)
{
    private static readonly ILookup<string, TextKey> KeysByFeature = TextKey.All.ToLookup(k => k.Feature);

    /// <summary>The default words of a language: every text must be there.</summary>
    public Dictionary<Type, Template> ReadDefaults(string language)
    {
        var templates = new Dictionary<Type, Template>();
        foreach (var feature in TextKey.Features)
        {
            var name = $"{feature}/wording.{language}.yaml";
            if (!File.Exists(Path.Combine(root, name)))
            {
                errors.Add(new ContentError(name, 1, "The file is missing.", "Restore it, or set Dialogs:Path to the folder that holds it."));
                continue;
            }
            var file = ContentFile.Read(root, name, errors);
            var written = ReadFile(file, feature, language, templates);
            if (file.IsReadable)
                SayWhatIsMissing(file, feature, written);
        }
        return templates;
    }

    /// <summary>A shop's own words over the defaults: any text may be there.</summary>
    public Dictionary<Type, Template> ReadShop(string shop, string language, IReadOnlyDictionary<Type, Template> defaults)
    {
        var templates = new Dictionary<Type, Template>(defaults);
        foreach (var feature in TextKey.Features)
        {
            var name = $"shops/{shop}/{feature}/wording.{language}.yaml";
            if (File.Exists(Path.Combine(root, name)))
                ReadFile(ContentFile.Read(root, name, errors), feature, language, templates);
        }
        return templates;
    }

    private static HashSet<string> ReadFile(ContentFile file, string feature, string language, Dictionary<Type, Template> templates)
    {
        var keys = KeysByFeature[feature].ToDictionary(k => k.Name, StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (nameNode, wordsNode) in file.Top.Children)
        {
            if (!file.TryText(nameNode, "The name of a text", out var name))
                continue;
            if (!keys.TryGetValue(name, out var key))
            {
                file.Wrong(nameNode, $"There is no text '{name}' in '{feature}'.", Spelling.DidYouMean(name, keys.Keys));
                continue;
            }
            written.Add(name);
            if (!file.TryText(wordsNode, $"'{name}'", out var words))
                continue;
            if (string.IsNullOrWhiteSpace(words))
            {
                file.Wrong(nameNode, $"'{name}' says nothing.", $"Write what the bot should say. {Template.Known(key)}");
                continue;
            }
            // A block text ends with a line break that nobody means to send.
            words = words.TrimEnd();
            if (Template.Parse(words, key, (at, what, mend) => file.Wrong(LineOf(wordsNode, words, at), what, mend)) is { } template)
                templates[key.Type] = template;
        }
        return written;
    }

    private static void SayWhatIsMissing(ContentFile file, string feature, HashSet<string> written)
    {
        foreach (var key in KeysByFeature[feature].Where(k => !written.Contains(k.Name)))
            file.Wrong(file.Lines + 1, $"The text '{key.Name}' is missing.", $"Add a line `{key.Name}: what to say`. {Template.Known(key)}");
    }

    // Only a literal block (|) keeps its lines as in the file; elsewhere the first line is the honest answer.
    private static int LineOf(YamlNode node, string words, int at) =>
        (int)node.Start.Line + (node is YamlScalarNode { Style: ScalarStyle.Literal } ? 1 + words.AsSpan(0, at).Count('\n') : 0);
}
