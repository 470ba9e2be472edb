using ShopBot.Benchmarks.DaySheets;
using ShopBot.Benchmarks.Intents;
using ShopBot.Benchmarks.Pickups;
using ShopBot.Benchmarks.Sentences;
using ShopBot.Benchmarks.Turns;
using ShopBot.Benchmarks.Waterfall;

// dotnet run -c Release --project tests/ShopBot.Benchmarks -- turns
switch (args.FirstOrDefault())
{
    case "turns":
        await TurnBenchmark.RunAsync();
        return 0;
    case "waterfall":
        await WaterfallBenchmark.RunAsync();
        return 0;
    case "intents":
        IntentBenchmark.Run(args.ElementAtOrDefault(1) ?? "dialogs");
        return 0;
    case "pickups":
        PickupBenchmark.Run();
        return 0;
    case "daysheet":
        await DaySheetBenchmark.RunAsync();
        return 0;
    case "sentences":
        await SentenceBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("""
            Which benchmark?
              turns      messages of 10,000 people through the whole program, on SQLite and on Redis
              intents    learning what customers mean from the examples in dialogs/ (or another folder), and telling it
              pickups    the search for a pickup window over a year
              daysheet   the printable page of a day with 2,000 pickups
              waterfall  a two-step waterfall in 1,000 conversations: the Bot Framework and its state stores alone
              sentences  the recognisers, the shop's sentences and a date prompt, by text
            """);
        return 2;
}
