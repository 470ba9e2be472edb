using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.Sequence;
using ShopBot.Dialogs;
using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Sentences;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Settings;

namespace ShopBot.Benchmarks.Sentences;

/// <summary>What it costs to understand a sentence: the recognisers, the shop's sentences, and a prompt turn. Prints markdown tables.</summary>
internal static class SentenceBenchmark
{
    private static readonly DateTime Now = new(2026, 11, 23, 10, 0, 0);

    private static readonly string[] Typical =
    [
        "要两袋", "两袋，后天下午三点半，静安区南京西路100号", "再加一袋", "改到后天", "来两袋衣服，明天下午三点到五点，送到静安区南京西路100号，别按门铃",
        "2 bags tomorrow 3pm please", "3 pairs of sneakers, sat 10am, no bleach", "2 bags 明天下午", "地址换成长宁区愚园路1088弄12号301", "营业到几点",
    ];

    public static async Task RunAsync()
    {
        var laundry = new ShopSettings { Id = "laundry", Name = "laundry", Hours = "09:00-21:00", Offers = { Offer.Laundry } };
        var shelf = Shelf(laundry);
        var setting = new SentenceSetting(Now, laundry.OpeningHours, "zh-CN");
        (string Name, Action<string> Read)[] readers =
        [
            ("numbers, Chinese", t => NumberRecognizer.RecognizeNumber(t, Culture.Chinese)),
            ("numbers, English", t => NumberRecognizer.RecognizeNumber(t, Culture.English)),
            ("dates, Chinese", t => DateTimeRecognizer.RecognizeDateTime(t, Culture.Chinese, DateTimeOptions.None, Now)),
            ("dates, English", t => DateTimeRecognizer.RecognizeDateTime(t, Culture.English, DateTimeOptions.None, Now)),
            ("telephone numbers", t => SequenceRecognizer.RecognizePhoneNumber(t, Culture.Chinese)),
            ("shop sentence", t => ShopSentence.Read(t, shelf, setting)),
        ];

        var memory = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine("| | first call ms | then µs | KB allocated |\n|---|---|---|---|");
        foreach (var (name, read) in readers)
        {
            var first = Stopwatch.GetTimestamp();
            read(Typical[1]);
            var firstTime = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
            var (micros, bytes) = Measure(Typical, read);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {firstTime:0.0} | {micros:0.0} | {bytes / 1024:0.0} |"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nMemory kept after warm-up: {(GC.GetTotalMemory(forceFullCollection: true) - memory) / 1024:0} KB. "
            + $"Typical: the mean of {Typical.Length} sentences.\n"));

        // A shop sentence is read up to its longest text only.
        Console.WriteLine("| µs for a text of | 0.5 KB | 1 KB | 4 KB | 16 KB | 64 KB |\n|---|---|---|---|---|---|");
        foreach (var (name, read) in readers)
        {
            var cells = new List<string>();
            foreach (var length in (int[])[500, 1024, 4096, 16384, 65536])
                cells.Add(name == "shop sentence" && length > ShopSentence.LongestText ? "not read" : Measure([Long(length)], read).Micros.ToString("0", CultureInfo.InvariantCulture));
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }

        var turn = await DatePromptTurn.MeasureAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA turn of a date prompt of the Bot Framework core, asking and answering: {turn:0} µs."));
    }

    private static (double Micros, double Bytes) Measure(string[] texts, Action<string> read)
    {
        // Until the compiler has settled, then for half a second.
        for (var until = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 2; Stopwatch.GetTimestamp() < until;)
            foreach (var text in texts)
                read(text);
        var (calls, bytes, began) = (0, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(0.5))
            foreach (var text in texts)
            {
                read(text);
                calls++;
            }
        return (Stopwatch.GetElapsedTime(began).TotalMicroseconds / calls, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / calls);
    }

    private static string Long(int length)
    {
        const string Piece = "来两袋衣服，明天下午三点到五点，送到静安区南京西路100号; 2 bags tomorrow after 5, no starch. ";
        return string.Concat(Enumerable.Repeat(Piece, (length / Piece.Length) + 1))[..length];
    }

    private static Catalogue Shelf(ShopSettings shop)
    {
        var content = new CatalogueContentReader(Options.Create(new DialogsOptions()), new ShopBook([shop])).Load(shop.Id);
        return new Catalogue([.. content.Products.Select(p => new CatalogueProduct(p.Code, p.Kind, p.Name, p.Description, p.Unit, p.Aliases, p.Handovers, p.MostPerOrder,
            [.. p.Variants.Select(v => new CatalogueVariant(Guid.NewGuid(), v.Code, v.Name, v.Aliases, new Money(v.PriceInMinor, shop.Currency), v.InitialStock))]))]);
    }
}
