using System.Globalization;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Content;

/// <summary>The lines of one group, each asked for by name; what is wrong goes to the file's errors.</summary>
internal sealed class Fields
{
    private readonly ContentFile _file;
    private readonly YamlMappingNode _node;
    private readonly string _what;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public Fields(ContentFile file, YamlMappingNode node, string what, string[] known)
    {
        _file = file;
        _node = node;
        _what = what;
        foreach (var (key, value) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name, StringComparer.Ordinal))
                file.Wrong(key, $"'{key}' is nothing {what} has.", Spelling.DidYouMean(key.ToString(), known));
            else
                _values[name] = value;
        }
    }

    public static string Names<T>()
        where T : struct, Enum => string.Join(" or ", Enum.GetNames<T>().Select(Spelling.Kebab));

    public bool Has(string name) => _values.ContainsKey(name);

    public void Wrong(string name, string what, string mend) => _file.Wrong(_values[name], $"'{name}' {what}", mend);

    public IEnumerable<YamlNode> List(string name)
    {
        if (Find(name) is not { } node)
            return [];
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
            return list.Children;
        Wrong(name, "should be a list.", "Write its entries below, each beginning with `- `.");
        return [];
    }

    public List<string> Words(string name) =>
        [.. List(name).Select(n => _file.TryText(n, $"A word of '{name}'", out var word) ? word.Trim() : "").Where(w => w.Length > 0)];

    public string Code(string name, int longest, HashSet<string> taken)
    {
        if (Text(name) is not { } code)
            return "";
        if (code.Length > longest || code.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            Wrong(name, $"'{code}' will not do.", $"Use lower-case letters, digits and dashes, {longest} at most.");
        else if (!taken.Add(code))
            Wrong(name, $"'{code}' is there twice.", "Give each its own code.");
        return code;
    }

    public Localised Localised(string name, int longest)
    {
        if (Find(name) is not { } node)
            return new Localised("", "");
        if (node is not YamlMappingNode languages)
        {
            Wrong(name, "should be in both languages.", $"Write `{name}: {{ zh-CN: …, en-US: … }}`.");
            return new Localised("", "");
        }
        var fields = new Fields(_file, languages, $"'{name}'", [Languages.Chinese, Languages.English]);
        return new Localised(fields.Short(Languages.Chinese, longest), fields.Short(Languages.English, longest));
    }

    /// <returns>Null, and said so, where it is missing or no group of lines.</returns>
    public Fields? Group(string name, string[] known)
    {
        if (Find(name) is not { } node)
            return null;
        if (node is YamlMappingNode group)
            return new Fields(_file, group, $"'{name}'", known);
        Wrong(name, "should be a group of lines.", $"Write {string.Join(" and ", known.Select(k => $"`{k}:`"))} below it.");
        return null;
    }

    public long? Price(string name, string currency) => Amount(name) is { } amount ? Money.Of(amount, currency).Minor : null;

    /// <summary>A price in a currency that is known later.</summary>
    public decimal? Amount(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= 1_000_000m)
            return amount;
        Wrong(name, $"'{text}' is no price.", "Write a number such as 99 or 99.50, without a sign.");
        return null;
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(name, $"'{text}' will not do.", string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A coordinate in degrees, north and east positive.</summary>
    public double Degrees(string name, double limit)
    {
        if (Text(name) is not { } text)
            return 0;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit)
            return degrees;
        Wrong(name, $"'{text}' is no coordinate.", "Write degrees such as 31.2304, as a map of the chat app shows them.");
        return 0;
    }

    public T? Choice<T>(string name, bool isNeeded)
        where T : struct, Enum => (isNeeded || Has(name)) && Text(name) is { } text ? Parse<T>(name, text) : null;

    public T? Parse<T>(string name, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Spelling.Kebab(value.ToString()) == text)
                return value;
        Wrong(name, $"'{text}' is none of its values.", $"Write {Names<T>()}.");
        return null;
    }

    private string Short(string name, int longest)
    {
        var text = Text(name) ?? "";
        if (text.Length > longest)
            Wrong(name, "is too long to be shown.", string.Create(CultureInfo.InvariantCulture, $"Keep it within {longest} characters."));
        return text;
    }

    /// <returns>Null, and said so, where it is missing or empty.</returns>
    public string? Text(string name)
    {
        if (Find(name) is not { } node || !_file.TryText(node, $"'{name}'", out var text))
            return null;
        if (!string.IsNullOrWhiteSpace(text))
            return text.Trim();
        Wrong(name, "is empty.", "Write it behind the colon.");
        return null;
    }

    /// <returns>Null, and said so, where it is missing.</returns>
    public YamlNode? Find(string name)
    {
        if (_values.TryGetValue(name, out var node))
            return node;
        _file.Wrong(_node, $"'{name}' is missing for {_what}.", $"Add a line `{name}: …`.");
        return null;
    }
}
