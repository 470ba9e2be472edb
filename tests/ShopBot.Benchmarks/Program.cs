using ShopBot.Benchmarks.Turns;

// dotnet run -c Release --project tests/ShopBot.Benchmarks -- turns
switch (args.FirstOrDefault())
{
    case "turns":
        await TurnBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("Which benchmark? turns: messages of 10,000 people through the whole program, on SQLite and on Redis.");
        return 2;
}
