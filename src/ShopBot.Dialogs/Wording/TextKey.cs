using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs.Wording;

/// <summary>One text as the wording files know it. Built once by reflection; filling a text in uses none.</summary>
internal sealed class TextKey
{
    private const string Root = "ShopBot.Dialogs";
    private const string RootFeature = "front-desk";

    private TextKey(Type type)
    {
        Type = type;
        Feature = type.Namespace == Root ? RootFeature : Spelling.Kebab(type.Namespace![(Root.Length + 1)..]);
        Name = Spelling.Kebab(type.Name);
        Placeholders = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .ToFrozenDictionary(p => Spelling.Kebab(p.Name), ReaderOf, StringComparer.Ordinal);
    }

    /// <summary>Every text of this assembly.</summary>
    public static IReadOnlyList<TextKey> All { get; } =
    [
        .. typeof(Text).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Text)) && !t.IsAbstract)
            .Select(t => new TextKey(t)).OrderBy(k => k.Feature, StringComparer.Ordinal).ThenBy(k => k.Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Features { get; } = [.. All.Select(k => k.Feature).Distinct()];

    public Type Type { get; }

    /// <summary>The folder below <c>dialogs/</c>.</summary>
    public string Feature { get; }

    public string Name { get; }

    public FrozenDictionary<string, Func<Text, string>> Placeholders { get; }

    private static Func<Text, string> ReaderOf(PropertyInfo property)
    {
        var maker = typeof(TextKey).GetMethod(property.PropertyType == typeof(int) ? nameof(ReadNumber) : nameof(ReadString),
            BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Func<Text, string>)maker.MakeGenericMethod(property.DeclaringType!).Invoke(null, [property.GetMethod!])!;
    }

    private static Func<Text, string> ReadString<TText>(MethodInfo getter)
        where TText : Text
    {
        var read = getter.CreateDelegate<Func<TText, string>>();
        return text => read((TText)text);
    }

    private static Func<Text, string> ReadNumber<TText>(MethodInfo getter)
        where TText : Text
    {
        var read = getter.CreateDelegate<Func<TText, int>>();
        return text => read((TText)text).ToString(CultureInfo.InvariantCulture);
    }
}
