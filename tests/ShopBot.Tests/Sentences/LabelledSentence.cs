using YamlDotNet.RepresentationModel;

namespace ShopBot.Tests.Sentences;

/// <summary>A sentence as customers type it, and what is to be understood. README.md in this folder tells the format.</summary>
public sealed record LabelledSentence(string File, int Line, string Say, string Shop, string Intent, IReadOnlyDictionary<string, string> Slots)
{
    private static readonly string[] Intents =
    [
        "order", "pickup", "my-orders", "cancel", "change", "complaint", "person", "survey", "opt-out", "opt-in", "question", "greeting", "thanks", "chat",
    ];

    /// <exception cref="InvalidDataException">With file and line of what does not fit the format.</exception>
    public static IReadOnlyList<LabelledSentence> ReadFile(string path)
    {
        var yaml = new YamlStream();
        using (var reader = System.IO.File.OpenText(path))
            yaml.Load(reader);
        var file = Path.GetFileName(path);
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode).Children.Cast<YamlMappingNode>().Select(node => Read(file, node))];
    }

    private static LabelledSentence Read(string file, YamlMappingNode node)
    {
        var line = (int)node.Start.Line;
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        var (say, shop, intent) = ("", "", "");
        foreach (var (key, value) in node.Children)
            switch (((YamlScalarNode)key).Value)
            {
                case "say": say = Text(value); break;
                case "shop": shop = Text(value); break;
                case "intent": intent = Text(value); break;
                case "items": ReadItems(file, (YamlSequenceNode)value, slots); break;
                case "wish" when value is YamlSequenceNode several: slots["wish"] = string.Join(", ", several.Children.Select(Text)); break;
                case "day" or "window" or "place" or "phone" or "wish": slots[Text(key)] = Text(value); break;
                default: throw new InvalidDataException($"{file}:{key.Start.Line}: '{key}' is no part of a labelled sentence.");
            }
        if (say.Length == 0 || shop is not ("laundry" or "eunchae") || !Intents.Contains(intent, StringComparer.Ordinal))
            throw new InvalidDataException($"{file}:{line}: needs say, shop (laundry or eunchae) and one of the intents; it has '{say}', '{shop}', '{intent}'.");
        return new LabelledSentence(file, line, say, shop, intent, slots);
    }

    // A slot for each thing said of a product, so that a wrong quantity does not cost the product.
    private static void ReadItems(string file, YamlSequenceNode items, Dictionary<string, string> slots)
    {
        foreach (var item in items.Children.Cast<YamlMappingNode>())
        {
            var fields = item.Children.ToDictionary(f => Text(f.Key), f => Text(f.Value));
            if (!fields.Remove("product", out var product) || fields.Keys.Except(["variant", "quantity", "how"]).Any())
                throw new InvalidDataException($"{file}:{item.Start.Line}: an item has product, variant, quantity and how.");
            AddItem(slots, product, fields.GetValueOrDefault("variant"), fields.GetValueOrDefault("quantity"), fields.GetValueOrDefault("how"));
        }
    }

    /// <summary>Several of one product are told apart by their number in the sentence.</summary>
    public static void AddItem(Dictionary<string, string> slots, string product, string? variant, string? quantity, string? how)
    {
        var name = product;
        for (var i = 2; slots.ContainsKey($"product {name}"); i++)
            name = $"{product} #{i}";
        slots[$"product {name}"] = product;
        if (variant is not null)
            slots[$"variant {name}"] = variant;
        if (quantity is not null)
            slots[$"quantity {name}"] = quantity;
        if (how is not null)
            slots[$"how {name}"] = how;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
