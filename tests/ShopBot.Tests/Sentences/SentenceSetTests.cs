using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Intents;
using ShopBot.Dialogs.Sentences;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Settings;
using ShopBot.Tests.Dialogs;
using Xunit.Abstractions;

namespace ShopBot.Tests.Sentences;

/// <summary>How much of labelled sentences is understood: every <c>*.yaml</c> of this folder, printed for each file, held by floors.</summary>
public sealed class SentenceSetTests(ITestOutputHelper output)
{
    private const double LeastF1 = 0.97, LeastIntents = 0.93;

    /// <summary>Of the files that are never learnt from.</summary>
    private const double LeastUnseenF1 = 0.92;

    private static readonly DialogContent Content = DialogContent.Read(ContentFolder.Original);

    private static readonly DateTime Now = new(2026, 11, 23, 10, 0, 0);

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Sentences"), "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_slots_of_a_labelled_set_are_found(string file)
    {
        var shops = new Dictionary<string, (Catalogue Shelf, SentenceSetting Setting)>
        {
            ["laundry"] = (Shelf("laundry"), Setting("09:00-21:00")),
            ["eunchae"] = (Shelf("eunchae"), Setting("10:00-22:00")),
        };
        var score = new SentenceScore();
        foreach (var sentence in LabelledSentence.ReadFile(Path.Combine(AppContext.BaseDirectory, "Sentences", file)))
        {
            var (shelf, setting) = shops[sentence.Shop];
            var read = ShopSentence.Read(sentence.Say, shelf, setting);
            score.Add(sentence, read, Spelling.Kebab(Content.For(sentence.Shop).Intents.Model.Read(sentence.Say).With(read).Best.Intent.ToString()));
        }

        output.WriteLine($"{file}\n{score}");
        foreach (var miss in score.Misses)
            output.WriteLine(miss);
        Assert.True(score.IntentAccuracy >= LeastIntents, $"{file}: intent accuracy {score.IntentAccuracy:0.000} is below {LeastIntents}.\n{score}");
        var least = file.StartsWith("unseen-", StringComparison.Ordinal) ? LeastUnseenF1 : LeastF1;
        Assert.True(score.F1 >= least, $"{file}: slot F1 {score.F1:0.000} is below {least}.\n{score}");
    }

    /// <summary>A shop's catalogue as its content has it, without a database.</summary>
    internal static Catalogue Shelf(string shop)
    {
        var errors = new List<ContentError>();
        var content = CatalogueContentReader.Read(ContentFolder.Original, shop, "CNY", errors);
        Assert.Empty(errors);
        return new Catalogue([.. content.Products.Select(p => new CatalogueProduct(p.Code, p.Kind, p.Name, p.Description, p.Unit, p.Aliases, p.Handovers, p.MostPerOrder,
            [.. p.Variants.Select(v => new CatalogueVariant(Guid.NewGuid(), v.Code, v.Name, v.Aliases, new Money(v.PriceInMinor, "CNY"), v.InitialStock))]))]);
    }

    private static SentenceSetting Setting(string hours) =>
        new(Now, OpeningHours.TryParse(hours, out var open) ? open : throw new FormatException(hours), "zh-CN");
}
