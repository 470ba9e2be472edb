using ShopBot.Dialogs.Content;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Intents;

/// <summary>How one shop's customers say what they want: the examples, and the model learnt from them.</summary>
/// <param name="Examples">Those of all shops, then the shop's own.</param>
public sealed record ShopIntents(IReadOnlyList<IntentExample> Examples, Gist Gist)
{
    private readonly Lazy<IntentModel> _model = LearntModels.Find(Examples, Gist);

    /// <summary>Learnt when it is first asked for; the start asks, so that no customer waits.</summary>
    public IntentModel Model => _model.Value;
}

/// <summary>Reads the examples of all shops.</summary>
internal sealed class IntentContentReader
{
    private readonly ExampleReader _reader;
    private readonly List<IntentExample> _defaults;
    private readonly Gist _gist;

    /// <param name="catalogues">Of all shops: what any of them sells is hidden from the comparison, so that all learn from all examples.</param>
    public IntentContentReader(string root, IEnumerable<CatalogueContent> catalogues, List<ContentError> errors)
    {
        _reader = new ExampleReader(root, errors);
        _defaults = _reader.ReadDefaults();
        _gist = new Gist(catalogues.SelectMany(NamesOf), AlikeReader.Read(root, errors));
        Defaults = new ShopIntents(_defaults, _gist);
    }

    public ShopIntents Defaults { get; }

    /// <returns>The defaults themselves where the shop has no examples of its own.</returns>
    public ShopIntents ReadShop(string shop) =>
        _reader.ReadShop(shop, _defaults) is var examples && examples.Count > _defaults.Count ? new ShopIntents(examples, _gist) : Defaults;

    private static IEnumerable<(string Name, char Mark)> NamesOf(CatalogueContent catalogue) => catalogue.Products.SelectMany(p =>
        (IEnumerable<(string, char)>)
        [
            (p.Name.Chinese, Placeholder.Product), (p.Name.English, Placeholder.Product), .. p.Aliases.Select(a => (a, Placeholder.Product)),
            (p.Unit.Chinese, Placeholder.Unit), (p.Unit.English, Placeholder.Unit), (p.Unit.English + "es", Placeholder.Unit),
            .. p.Variants.SelectMany(v => (string[])[v.Name.Chinese, v.Name.English, .. v.Aliases]).Select(n => (n, Placeholder.Variant)),
        ]);
}
