using ShopBot.Shops;
using ShopBot.Shops.Inspections;

namespace ShopBot.Dialogs.Inspections;

/// <summary>What staff are about to ask a customer, until it is sent.</summary>
public sealed class FindingDraft
{
    public int Number { get; set; }

    /// <summary>Code of the kind; null = not said yet.</summary>
    public string? Kind { get; set; }

    /// <summary>Empty = nothing to add; null = not asked yet.</summary>
    public string? Reason { get; set; }

    /// <summary>Null = what is usual.</summary>
    public long? TreatmentInMinor { get; set; }

    /// <summary>Another price is being asked for.</summary>
    public bool AsksPrice { get; set; }

    /// <summary>That the question was to have in the preview; null = there was none yet.</summary>
    public string? Letter { get; set; }

    /// <summary>UTC milliseconds since 1970, as in the preview.</summary>
    public long AnswerBy { get; set; }

    /// <summary>What is to be asked, as the preview shows it.</summary>
    public FindingRequest Request(FindingKind kind, IReadOnlyList<string> photos) => new(
        kind, string.IsNullOrEmpty(Reason) ? null : Reason, kind.Treatment is { } treatment ? TreatmentInMinor ?? treatment.PriceInMinor : null, photos,
        Letter ?? "A", DateTimeOffset.FromUnixTimeMilliseconds(AnswerBy));
}

/// <summary>Amounts of the shop's content in the shop's own currency.</summary>
internal static class PlanCurrency
{
    /// <param name="plan">As it was read: with two decimals.</param>
    public static InspectionPlan In(this InspectionPlan plan, string currency) => Money.DecimalsOf(currency) == 2 ? plan : plan with
    {
        DearestInMinor = Minor(plan.DearestInMinor, currency),
        UnwashedInMinor = Minor(plan.UnwashedInMinor, currency),
        Kinds = [.. plan.Kinds.Select(k => k.Treatment is { } t ? k with { Treatment = t with { PriceInMinor = Minor(t.PriceInMinor, currency) } } : k)],
    };

    private static long Minor(long read, string currency) => Money.Of(read / 100m, currency).Minor;
}
