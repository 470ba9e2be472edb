namespace ShopBot.Dialogs;

/// <summary>What the front desk remembers of a conversation between two messages.</summary>
public sealed class DeskNote
{
    /// <summary>Messages in a row that were not understood.</summary>
    public int NotUnderstood { get; set; }

    /// <summary>UTC seconds since 1970 of the last message while an errand was under way; 0 = none is.</summary>
    public long LeftAt { get; set; }

    /// <summary>The errand under way and the version it was begun with, such as <c>ordering.1</c>; null = none is.</summary>
    public string? Flow { get; set; }

    /// <summary>Number of the order staff looked at or moved last: what "done" without a number means; 0 = none.</summary>
    public int StaffOrder { get; set; }

    /// <summary>Our media ids of the pictures staff sent and that are not put to an order yet.</summary>
    public List<string> Photos { get; set; } = [];

    /// <summary>UTC milliseconds since 1970 of the customer's last message; 0 = not known. A question that came after it is what a bare number answers.</summary>
    public long SpokeAt { get; set; }

    /// <summary>What the customer was asked to choose from because their wish was not sure, as <see cref="Intents.Offered"/> writes it; empty = nothing.</summary>
    public List<string> Offered { get; set; } = [];

    /// <summary>The message that was not sure.</summary>
    public string OfferedFor { get; set; } = "";

    /// <summary>The customer was asked whether to go on with what was left long ago.</summary>
    public bool AskedToGoOn { get; set; }
}
