using System.Globalization;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Faq;

/// <summary>Reads the questions of all shops from <c>faq/*.yaml</c> and one shop's own from <c>shops/{shop}/faq/*.yaml</c>.</summary>
/// <remarks>An entry a shop writes under a known name replaces the parts it has and keeps the others.</remarks>
internal sealed class FaqReader(string root, List<ContentError> errors)
{
    private const int LongestAnswer = 600;

    private static readonly string[] Parts = ["questions", "answer", "choices"];

    private readonly Dictionary<string, FaqEntry> _none = [];

    public IReadOnlyList<FaqEntry> ReadDefaults() => Read("faq", [], _none);

    /// <param name="products">Codes of what the shop sells.</param>
    public IReadOnlyList<FaqEntry> ReadShop(string shop, IReadOnlyList<FaqEntry> defaults, IReadOnlyCollection<string> products)
    {
        var known = defaults.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var own = Read($"shops/{shop}/faq", products, known).ToDictionary(e => e.Id, StringComparer.Ordinal);
        return [.. defaults.Select(e => own.GetValueOrDefault(e.Id, e)), .. own.Values.Where(e => !known.ContainsKey(e.Id))];
    }

    private List<FaqEntry> Read(string folder, IReadOnlyCollection<string> products, IReadOnlyDictionary<string, FaqEntry> known)
    {
        var entries = new List<FaqEntry>();
        if (!Directory.Exists(Path.Combine(root, folder)))
            return entries;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, folder), "*.y*ml").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path).StartsWith("wording.", StringComparison.Ordinal))
                continue;
            var file = ContentFile.Read(root, $"{folder}/{Path.GetFileName(path)}", errors);
            foreach (var (nameNode, entryNode) in file.Top.Children)
                if (file.TryText(nameNode, "The name of a question", out var id) && ReadEntry(file, id, nameNode, entryNode, products, known) is { } entry)
                {
                    if (ids.Add(id))
                        entries.Add(entry);
                    else
                        file.Wrong(nameNode, $"'{id}' is there twice.", "Give each question its own name.");
                }
        }
        return entries;
    }

    private static FaqEntry? ReadEntry(
        ContentFile file, string id, YamlNode at, YamlNode node, IReadOnlyCollection<string> products, IReadOnlyDictionary<string, FaqEntry> known)
    {
        if (node is not YamlMappingNode group)
        {
            file.Wrong(at, $"'{id}' should be a group of lines.", "Write `questions:` and `answer:` below it.");
            return null;
        }
        var fields = new Fields(file, group, "a question", Parts);
        var before = known.GetValueOrDefault(id);
        return new FaqEntry(id,
            before is null || fields.Has("questions") ? ByLanguage(fields, "questions", Lines) : before.Questions,
            before is null || fields.Has("answer") ? ByLanguage(fields, "answer", (f, l) => Answer(f, l, products)) : before.Answers,
            fields.Has("choices") ? ByLanguage(fields, "choices", Lines)
                : before?.Choices ?? Languages.All.ToDictionary(l => l, _ => (IReadOnlyList<string>)[]));
    }

    private static Dictionary<string, T> ByLanguage<T>(Fields fields, string name, Func<Fields?, string, T> read)
    {
        var languages = fields.Group(name, [.. Languages.All]);
        return Languages.All.ToDictionary(l => l, l => read(languages, l), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Lines(Fields? fields, string language) => fields?.Words(language) ?? [];

    private static FaqAnswer Answer(Fields? fields, string language, IReadOnlyCollection<string> products)
    {
        var words = fields?.Text(language) ?? "";
        if (words.Length > LongestAnswer)
            fields!.Wrong(language, "is too long to be read on a phone.", string.Create(CultureInfo.InvariantCulture, $"Keep it within {LongestAnswer} characters."));
        return FaqAnswer.Parse(words, products, (what, mend) => fields!.Wrong(language, $"will not do: {what}", mend));
    }
}
