using ShopBot.Dialogs.Content;
using ShopBot.Shops.Pieces;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Pieces;

/// <summary>Reads <c>dialogs/shops/{shop}/pieces.yaml</c>.</summary>
internal sealed class PiecesContentReader(ContentFile file)
{
    private const int LongestCode = 40, LongestName = 20, LongestInstead = 120;

    /// <param name="products">Codes of what the shop sells.</param>
    /// <returns>Null where the shop has no such file: nobody asks what is in a bag.</returns>
    public static PieceList? Read(string root, string shop, IReadOnlyCollection<string> products, List<ContentError> errors)
    {
        var name = $"shops/{shop}/pieces.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var (file, before) = (ContentFile.Read(root, name, errors), errors.Count);
        if (!file.IsReadable)
            return null;
        var list = new PiecesContentReader(file).ReadAll(products);
        return errors.Count == before ? list : null;
    }

    private PieceList ReadAll(IReadOnlyCollection<string> products)
    {
        var top = new Fields(file, file.Top, "the pieces", ["bag", "pieces", "not-in-bag"]);
        var bag = top.Text("bag") ?? "";
        if (bag.Length > 0 && !products.Contains(bag))
            top.Wrong("bag", $"names '{bag}', which the shop does not sell.", Spelling.DidYouMean(bag, products));
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return new PieceList(bag, [.. Groups(top, "pieces").Select(n => ReadKind(n, codes))], [.. Groups(top, "not-in-bag").Select(ReadNotInBag)]);
    }

    private PieceKind ReadKind(YamlMappingNode node, HashSet<string> codes)
    {
        var fields = new Fields(file, node, "a piece", ["code", "name", "unit", "aliases", "price"]);
        return new PieceKind(
            fields.Code("code", LongestCode, codes), fields.Localised("name", LongestName), fields.Has("unit") ? fields.Text("unit") ?? "" : "",
            fields.Has("aliases") ? fields.Words("aliases") : [], fields.Amount("price") ?? 0);
    }

    private NotInBag ReadNotInBag(YamlMappingNode node)
    {
        var fields = new Fields(file, node, "what must not go into a bag", ["name", "aliases", "instead", "ordered"]);
        return new NotInBag(
            fields.Localised("name", LongestName), fields.Has("aliases") ? fields.Words("aliases") : [], fields.Localised("instead", LongestInstead),
            fields.Has("ordered") && fields.Text("ordered") == "yes");
    }

    private IEnumerable<YamlMappingNode> Groups(Fields top, string name)
    {
        foreach (var node in top.List(name))
            if (node is YamlMappingNode group)
                yield return group;
            else
                file.Wrong(node, $"An entry of '{name}' should be a group of lines.", "Begin it with `- name: …`.");
    }
}
