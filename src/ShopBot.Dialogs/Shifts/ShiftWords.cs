using System.Globalization;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>Moments and stops in the words of people at work.</summary>
internal static class ShiftWords
{
    /// <summary>A moment of today by its clock time alone.</summary>
    public static string At(Voice voice, DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (there, here) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        return there.Date == here.Date ? there.ToString("HH:mm", CultureInfo.InvariantCulture) : OrderView.When(voice, at, zone);
    }

    /// <summary>When, where and who, for somebody who has to go there: the number in full.</summary>
    public static string Stop(Voice voice, OrderDetails order) => voice.Say(new StopShort(
        order.Pickup is { } booked ? PickupWords.When(voice, booked) : voice.Say(new NoWindow()), order.Address ?? "", order.Name, order.Phone));
}
