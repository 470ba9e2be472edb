using System.Globalization;
using ShopBot.Testing.Months;

// dotnet run -c Release --project tests/ShopBot.Chaos -- month [people] [days] [seed]
if (args is not ["month", ..] || args.Length > 4 || !args.Skip(1).All(a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0))
{
    Console.Error.WriteLine("""
        What shall happen?
          month [people] [days] [seed]   both demo shops with that many customers (2000) for so many days (30); every refusal of the platform is judged
        """);
    return 2;
}
int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
var report = await ShopMonth.RunAsync(new MonthPlan(Number(1, 2000), Number(2, 30), Number(3, 1)), Console.WriteLine);
Console.WriteLine(report);
return report.Ledger.Foreseeable.Any() || report.Ledger.BadAnswers > 0 ? 1 : 0;
