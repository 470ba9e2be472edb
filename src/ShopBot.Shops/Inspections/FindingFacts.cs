namespace ShopBot.Shops.Inspections;

/// <summary>To the customer: something was found; picture, explanation and choices in one.</summary>
public sealed record FindingAsked(string Shop, Guid FindingId) : IShopFact
{
    public static string Kind => "finding-asked.v1";
}

/// <summary>To the customer: an answer is still missing and the time runs out.</summary>
public sealed record FindingUnanswered(string Shop, Guid FindingId) : IShopFact
{
    public static string Kind => "finding-unanswered.v1";
}

/// <summary>To the customer: no answer came, what was announced is done.</summary>
public sealed record FindingDefaulted(string Shop, Guid FindingId) : IShopFact
{
    public static string Kind => "finding-defaulted.v1";
}

/// <summary>To the customer: staff wrote down what was agreed.</summary>
public sealed record FindingSettled(string Shop, Guid FindingId, FindingAnswer Answer) : IShopFact
{
    public static string Kind => "finding-settled.v1";
}

/// <summary>To the customer: there is nothing to decide any more.</summary>
public sealed record FindingWithdrawn(string Shop, Guid FindingId) : IShopFact
{
    public static string Kind => "finding-withdrawn.v1";
}

/// <summary>To staff: what is to be done about something they found.</summary>
/// <param name="By">Name of the staff member who wrote it down; empty = the customer said it, or nothing came in time.</param>
public sealed record FindingDecided(string Shop, Guid FindingId, FindingAnswer Answer, string By) : IShopFact
{
    public static string Kind => "finding-decided.v1";
}
