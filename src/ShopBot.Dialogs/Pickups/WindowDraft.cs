using System.Globalization;
using System.Text.Json.Serialization;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Pickups;

/// <summary>A window being chosen: for what, and how far the question has come. All of it is plain, so that any storage keeps it.</summary>
public sealed class WindowDraft
{
    /// <summary>As <see cref="IWindowPurpose.Code"/>; null = which order is meant is still to be asked.</summary>
    public string? Purpose { get; set; }

    /// <summary>Of the order.</summary>
    public int Number { get; set; }

    /// <summary>The wished day as ISO date; null = none was said.</summary>
    public string? Day { get; set; }

    /// <summary>The wished time of day as <see cref="WantedWindow"/> writes it; null = any.</summary>
    public string? Window { get; set; }

    /// <summary>The other reading of <see cref="Window"/>.</summary>
    public string? OrWindow { get; set; }

    /// <summary>The last of the windows shown before "later", as <see cref="PickupWords.Code"/> writes it; null = the list begins at its beginning.</summary>
    public string? After { get; set; }

    /// <summary>What is wished, in each of its readings; empty where nothing is.</summary>
    [JsonIgnore]
    public IReadOnlyList<WantedTime> Wished
    {
        get
        {
            if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return [];
            var first = new WantedTime(day, WantedWindow.TryParse(Window, out var window) ? window : null);
            return WantedWindow.TryParse(OrWindow, out var other) ? [first, new WantedTime(day, other)] : [first];
        }
    }

    public void Wish(WantedTime? wanted, WantedWindow? or) => (Day, Window, OrWindow, After) =
        (wanted?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), wanted?.Window?.ToString(), or?.ToString(), null);
}
