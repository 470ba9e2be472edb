using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>How much goes on a prepaid card, in the shop's currency.</summary>
/// <param name="Least">At once.</param>
/// <param name="Most">At once; also the most of a correction.</param>
/// <param name="MostOnCard">All in all.</param>
public sealed record PrepaidRules(decimal Least, decimal Most, decimal MostOnCard);

/// <summary>Reads <c>dialogs/shops/{shop}/prepaid.yaml</c>.</summary>
internal static class PrepaidContentReader
{
    /// <returns>Null where the shop has no such file: it has no prepaid cards.</returns>
    public static PrepaidRules? Read(string root, string shop, List<ContentError> errors)
    {
        var name = $"shops/{shop}/prepaid.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var file = ContentFile.Read(root, name, errors);
        if (!file.IsReadable)
            return null;
        var fields = new Fields(file, file.Top, "the prepaid card", ["least", "most", "most-on-card"]);
        if (fields.Amount("least") is not { } least || fields.Amount("most") is not { } most || fields.Amount("most-on-card") is not { } onCard)
            return null;
        if (most < least)
            fields.Wrong("most", "is less than 'least'.", "Write a higher amount.");
        if (onCard < most)
            fields.Wrong("most-on-card", "is less than 'most'.", "Write a higher amount.");
        return new PrepaidRules(least, most, onCard);
    }
}
