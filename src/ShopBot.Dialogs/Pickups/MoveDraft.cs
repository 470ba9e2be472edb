namespace ShopBot.Dialogs.Pickups;

/// <summary>What staff have said of a move so far. All of it is plain, so that any storage keeps it.</summary>
public sealed class MoveDraft
{
    /// <summary>Of the order.</summary>
    public int Number { get; set; }

    /// <summary>What was typed behind the number: a time, and perhaps the reason.</summary>
    public string Typed { get; set; } = "";

    /// <summary>As <see cref="PickupWords.Code"/> writes it; null = still to be chosen.</summary>
    public string? Window { get; set; }

    /// <summary>Empty = still to be asked.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether it goes in where there is no room.</summary>
    public bool Overfills { get; set; }
}
