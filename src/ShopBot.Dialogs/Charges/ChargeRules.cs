using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs.Charges;

/// <summary>What staff may charge or take off from the chat.</summary>
/// <param name="Most">At once, in the shop's currency.</param>
public sealed record ChargeRules(decimal Most);

/// <summary>Reads <c>dialogs/shops/{shop}/charges.yaml</c>.</summary>
internal static class ChargesContentReader
{
    /// <returns>Null where the shop has no such file: then staff charge nothing from the chat.</returns>
    public static ChargeRules? Read(string root, string shop, List<ContentError> errors)
    {
        var name = $"shops/{shop}/charges.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var file = ContentFile.Read(root, name, errors);
        return file.IsReadable && new Fields(file, file.Top, "the charges", ["most"]).Amount("most") is { } most ? new ChargeRules(most) : null;
    }
}
