using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Charges;
using ShopBot.Dialogs.Faq;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Intents;
using ShopBot.Dialogs.Menus;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Places;
using ShopBot.Dialogs.Pieces;
using ShopBot.Dialogs.Prepaid;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Shifts;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Returns;

namespace ShopBot.Dialogs.Content;

/// <summary>Everything the dialogs folder says at one moment. Immutable: a turn works with the one it began with.</summary>
public sealed class DialogContent
{
    private readonly Dictionary<string, ShopContent> _shops;
    private readonly ShopContent _defaults;

    private DialogContent(ShopContent defaults, Dictionary<string, ShopContent> shops)
    {
        _defaults = defaults;
        _shops = shops;
    }

    /// <summary>A shop's own content over the defaults; the defaults alone where it has none.</summary>
    public ShopContent For(string shop) => _shops.GetValueOrDefault(shop, _defaults);

    /// <summary>Learns what customers mean from the examples and makes ready what reads sentences, so that no customer waits for it.</summary>
    public void Learn()
    {
        ShopSentence.Prepare();
        foreach (var shop in _shops.Values.Append(_defaults))
            _ = shop.Intents.Model;
    }

    /// <summary>Reads and checks the whole folder.</summary>
    /// <param name="root">Existing or not; a missing folder is an error like any other.</param>
    /// <exception cref="ContentException">With everything that is wrong.</exception>
    public static DialogContent Read(string root)
    {
        var errors = new List<ContentError>();
        if (!Directory.Exists(root))
            throw new ContentException([new ContentError(root, 1, "The folder is missing.", "Set Dialogs:Path to the folder that holds the shop's words.")]);

        new StrayFiles(root, errors).Check();
        var wording = new WordingReader(root, errors);
        var templates = Languages.All.ToDictionary(l => l, wording.ReadDefaults);
        var commands = new VocabularyReader<Command>(root, "front-desk", errors);
        var commandWords = commands.ReadDefaults();
        var staff = new VocabularyReader<StaffWord>(root, "staff", errors);
        var staffWords = staff.ReadDefaults();
        var findingWords = new VocabularyReader<FindingAnswer>(root, "inspections", errors);
        var usualAnswers = findingWords.ReadDefaults();

        // Prices are read in the shop's currency when the goods are brought in; here only their form matters.
        var catalogues = ShopsIn(root).ToDictionary(s => s, s => CatalogueContentReader.Read(root, s, "CNY", errors));
        var intents = new IntentContentReader(root, catalogues.Values, errors);
        var faq = new FaqReader(root, errors);
        var questions = faq.ReadDefaults();

        var shops = new Dictionary<string, ShopContent>(StringComparer.Ordinal);
        var menus = new MenuContentReader(root, errors);
        var (usualCommands, usualStaff) = (VocabularyReader<Command>.Build(commandWords), VocabularyReader<StaffWord>.Build(staffWords));
        var usualMenu = menus.ReadDefault(words => MenuKeys.IsUnderstood(words, usualCommands, usualStaff));
        foreach (var shop in ShopsIn(root))
        {
            var plan = InspectionsContentReader.Read(root, shop, word => usualStaff.Find(word) is not null, errors);
            var own = commands.ReadShop(shop, commandWords);
            var ownStaff = staff.ReadShop(shop, staffWords, StaffWord.Finding, plan?.Kinds.SelectMany(k => k.Words) ?? []);
            IReadOnlyList<Voice> voices = [.. Languages.All.Select(l => new Voice(l, wording.ReadShop(shop, l, templates[l])))];
            var ownQuestions = faq.ReadShop(shop, questions, [.. catalogues[shop].Products.Select(p => p.Code), .. catalogues[shop].Prices.AddOns.Select(a => a.Code)]);
            shops[shop] = new ShopContent(
                voices,
                own,
                ownStaff,
                PlacesContentReader.Read(root, shop, errors),
                intents.Read(shop, ownQuestions),
                new ShopFaq(ownQuestions, intents.Gist),
                menus.ReadShop(shop, usualMenu, words => catalogues[shop].Products.Any(p => p.Code == words) || MenuKeys.IsUnderstood(words, own, ownStaff)),
                PickupsContentReader.Read(root, shop, [.. catalogues[shop].Products.Select(p => p.Code)], errors))
            {
                Pieces = PiecesContentReader.Read(root, shop, [.. catalogues[shop].Products.Select(p => p.Code)], errors),
                Prepaid = PrepaidContentReader.Read(root, shop, errors),
                Prices = catalogues[shop].Prices,
                Charges = ChargesContentReader.Read(root, shop, errors),
                Shifts = ShiftsContentReader.Read(root, shop, errors),
                Inspections = plan is null || errors.Count > 0 ? null : new ShopInspections(plan, AnswerWords.Of(findingWords.ReadShop(shop, usualAnswers), plan, voices)),
                Returns = ReturnsContentReader.Read(root, shop, errors),
            };
        }
        var defaults = new ShopContent(
            [.. Languages.All.Select(l => new Voice(l, templates[l]))], usualCommands, usualStaff, [], intents.Read(null, questions),
            new ShopFaq(questions, intents.Gist), usualMenu, null);

        return errors.Count == 0
            ? new DialogContent(defaults, shops)
            : throw new ContentException([.. errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)]);
    }

    /// <summary>The shops that have a folder of their own.</summary>
    public static IEnumerable<string> ShopsIn(string root)
    {
        var folder = Path.Combine(root, "shops");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal) : [];
    }
}

/// <summary>What one shop says and understands.</summary>
/// <param name="Places">Where customers can go; empty where the shop has written none.</param>
/// <param name="Menu">Null only while the content is wrong.</param>
/// <param name="Pickups">Null where the shop has no windows in which it fetches.</param>
public sealed record ShopContent(
    IReadOnlyList<Voice> Voices, Vocabulary<Command> Commands, Vocabulary<StaffWord> StaffWords, IReadOnlyList<ShopPlace> Places, ShopIntents Intents,
    ShopFaq Faq, ShopMenu? Menu, PickupPlan? Pickups)
{
    /// <summary>What can be ordered besides the products, and what is taken off.</summary>
    public PriceRules Prices { get; init; } = PriceRules.None;

    /// <summary>Null where nobody asks what is in a bag.</summary>
    public PieceList? Pieces { get; init; }

    /// <summary>Null where the shop has no prepaid cards.</summary>
    public PrepaidRules? Prepaid { get; init; }

    /// <summary>Null where staff charge nothing from the chat.</summary>
    public ChargeRules? Charges { get; init; }

    /// <summary>Null where the shop says nothing of how its staff work.</summary>
    public ShiftRules? Shifts { get; init; }

    /// <summary>Null where the shop asks its customers about nothing it finds.</summary>
    public ShopInspections? Inspections { get; init; }

    /// <summary>Null where the shop brings nothing back in windows.</summary>
    public ReturnRules? Returns { get; init; }

    /// <summary>All words of a meaning, for choices that may also be said.</summary>
    public IReadOnlyList<string> WordsFor(Command meaning) => Commands.WordsFor(meaning);

    /// <param name="language">One of <see cref="Languages"/>.</param>
    public Voice In(string language) => Voices[0].Language == language ? Voices[0] : Voices[1];
}
