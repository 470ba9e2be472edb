using System.Globalization;
using System.Text;

namespace ShopBot.Testing.Months;

/// <summary>What came of a simulated stretch of shop life.</summary>
public sealed record MonthReport(MonthPlan Plan, int Visits, int Thefts, int Completed, MonthLedger Ledger, TimeSpan Took)
{
    private const int Told = 5;

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Plan.People} people, {Plan.Days} days, seed {Plan.Seed}: {Took.TotalSeconds:0} s");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Visits} visits, {Ledger.Pushes} pushes ({Ledger.BadAnswers} answered badly), {Completed} orders completed, {Thefts} tokens stolen");
        foreach (var (api, count) in Ledger.Calls.OrderByDescending(c => c.Value))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count,8}  {api}");
        text.AppendLine("refused, by whether it could have been foreseen:");
        foreach (var group in Ledger.Refusals.GroupBy(r => (r.Foreseeable, r.Code, r.Api, r.Why)).OrderByDescending(g => g.Key.Foreseeable).ThenByDescending(g => g.Count()))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {group.Count(),6}  {group.Key.Code}  {(group.Key.Foreseeable ? "FORESEEABLE" : "no         ")}  {group.Key.Api}: {group.Key.Why}");
        foreach (var refused in Ledger.Foreseeable.Take(Told))
            text.AppendLine(CultureInfo.InvariantCulture, $"{refused.Code} at {refused.At:MM-dd HH:mm:ss} for {refused.OpenId}: {string.Join(" | ", refused.Story)}");
        text.Append(CultureInfo.InvariantCulture, $"foreseeable: {Ledger.Foreseeable.Count()}");
        return text.ToString();
    }
}
