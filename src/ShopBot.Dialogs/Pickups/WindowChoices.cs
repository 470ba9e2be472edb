using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Picks, of all free windows, the few that are offered, or the one that was meant.</summary>
internal static class WindowChoices
{
    /// <summary>How many are offered at once.</summary>
    public const int Shown = 4;

    /// <summary>The free windows a wished time fits; empty where none does.</summary>
    /// <remarks>A moment is in the window that has begun and not ended. Of a stretch or a part of the day the windows that lie wholly in it count, without such those it touches.</remarks>
    public static IReadOnlyList<PickupWindow> Fitting(IReadOnlyList<PickupWindow> free, WantedTime wanted)
    {
        var ofDay = free.Where(w => w.Day == wanted.Day).ToList();
        if (wanted.Window is not { } window)
            return ofDay;
        var (from, to) = window.Bounds();
        if (window.IsMoment)
            return [.. ofDay.Where(w => w.Start <= from && from < w.End)];
        var inside = ofDay.Where(w => from <= w.Start && w.End <= to).ToList();
        return inside.Count > 0 ? inside : [.. ofDay.Where(w => w.Start < to && from < w.End)];
    }

    /// <summary>The free windows nearest to a wished time, in order.</summary>
    public static IReadOnlyList<PickupWindow> Nearest(IReadOnlyList<PickupWindow> free, WantedTime wanted)
    {
        var middle = wanted.Window?.Bounds() is var (from, to) ? new TimeOnly((from.Ticks + to.Ticks) / 2) : new TimeOnly(12, 0);
        var meant = wanted.Day.ToDateTime(middle);
        return [.. free.OrderBy(w => (w.Day.ToDateTime(w.Start) - meant).Duration()).Take(Shown).OrderBy(w => w.Day).ThenBy(w => w.Start)];
    }
}
