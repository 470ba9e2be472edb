using System.Text.Json.Serialization;

namespace ShopBot.Shops.Inspections;

/// <summary>What a customer may want done about something that was found.</summary>
/// <remarks>Stored by name, in tables and facts: a name never changes.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FindingAnswer>))]
public enum FindingAnswer
{
    /// <summary>Wash it as it is.</summary>
    Wash,

    /// <summary>Try what can be done about it, for its price.</summary>
    Treat,

    /// <summary>Bring this piece back unwashed.</summary>
    Return,

    /// <summary>Talk to somebody first; nothing is washed until then.</summary>
    Person,
}

/// <summary>Something found at unpacking that the customer decides about: one picture message, one question, one answer.</summary>
/// <remarks>Words and prices are those of the moment it was asked; content may change meanwhile.</remarks>
public sealed class Finding : IOfShop
{
    public const int LongestReason = 100;

    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }

    /// <summary>A, B, C … within the order.</summary>
    public required string Letter { get; init; }

    /// <summary>Code of the <see cref="FindingKind"/>.</summary>
    public required string Kind { get; init; }

    public required Localised Name { get; init; }
    public required Localised Explanation { get; init; }

    /// <summary>What staff wrote about it; null = nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Our media ids with blanks between; 1 or more.</summary>
    public required string Photos { get; init; }

    /// <summary>Empty texts where nothing can be done about it.</summary>
    public required Localised Treatment { get; init; }

    /// <summary>Null where nothing can be done about it.</summary>
    public long? TreatmentInMinor { get; init; }

    /// <summary>What the order gets cheaper when it goes back unwashed; 0 or more.</summary>
    public required long UnwashedInMinor { get; init; }

    public required bool MayWash { get; init; }
    public required FindingAnswer Otherwise { get; init; }
    public FindingState State { get; set; }

    /// <summary>What is to be done; null until it is decided.</summary>
    public FindingAnswer? Answer { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Name of the staff member.</summary>
    public required string AskedBy { get; init; }

    /// <summary>UTC; when it happens without an answer.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The charge that its answer put to the order; null = none.</summary>
    public Guid? ChargeId { get; set; }

    public IReadOnlyList<string> MediaIds => Photos.Split(' ');

    /// <summary>What the customer may choose, in the order it is offered.</summary>
    public IReadOnlyList<FindingAnswer> Offers => [.. Enum.GetValues<FindingAnswer>().Where(a => a switch
    {
        FindingAnswer.Wash => MayWash,
        FindingAnswer.Treat => TreatmentInMinor is not null,
        _ => true,
    })];
}
