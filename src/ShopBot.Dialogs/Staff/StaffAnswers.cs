using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Staff;

/// <summary>Reads what staff type for a move: seal numbers and parcels.</summary>
internal static class StaffAnswers
{
    private const int LongestCarrier = 30, LongestTracking = 40;

    /// <summary>Seal numbers as they are kept, with blanks between several; null where something typed is none.</summary>
    public static string? Seal(string typed) => SealNumber.ReadAll(typed) is { } seals ? string.Join(' ', seals) : null;

    /// <summary>Carrier and tracking number, or a carrier that has none; null for anything else.</summary>
    public static MoveDetails? Parcel(string typed)
    {
        var words = typed.Split([' ', ',', '，', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || words[0].Length > LongestCarrier || !words[0].Any(char.IsLetter))
            return null;
        if (words.Length == 1)
            return IsTracking(words[0]) ? null : new MoveDetails(Carrier: words[0]);
        var tracking = words[^1].ToUpperInvariant();
        var carrier = string.Join(' ', words[..^1]);
        return IsTracking(tracking) && carrier.Length <= LongestCarrier ? new MoveDetails(Carrier: carrier, TrackingNumber: tracking) : null;
    }

    private static bool IsTracking(string word) =>
        word.Length is >= 5 and <= LongestTracking && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && word.Count(char.IsAsciiDigit) >= 4;
}
