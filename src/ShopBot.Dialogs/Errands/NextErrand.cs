namespace ShopBot.Dialogs.Errands;

/// <summary>What an errand ends with that hands over to another one.</summary>
/// <param name="Options">As the other one takes them.</param>
public sealed record NextErrand(string DialogId, object? Options);
