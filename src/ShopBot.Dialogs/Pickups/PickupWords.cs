using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Pickup windows in words, and as choices.</summary>
internal static class PickupWords
{
    public static string When(Voice voice, PickupWindow window) => When(voice, window.Day, window.Start, window.End);

    public static string When(Voice voice, BookedPickup booked) => When(voice, booked.Day, booked.Start, booked.End);

    /// <param name="isSoonest">Also picked by "as soon as possible".</param>
    public static Choice Choice(Voice voice, PickupWindow window, bool isSoonest) => isSoonest
        ? PickPrompt.Choice(Code(window), voice.Say(new Soonest(When(voice, window))), Soonest(voice))
        : PickPrompt.Choice(Code(window), When(voice, window));

    /// <summary>What people say for "as soon as possible".</summary>
    public static string[] Soonest(Voice voice) => voice.Say(new SoonestWords()).Split([',', '，', '、'], StringSplitOptions.TrimEntries);

    /// <summary>Names a window among those of its area; sorts by time.</summary>
    public static string Code(PickupWindow window) => string.Create(CultureInfo.InvariantCulture, $"{window.Day:yyyy-MM-dd}T{window.Start:HH:mm}");

    /// <returns>Null where it is no such name.</returns>
    public static (DateOnly Day, TimeOnly Start)? Read(string? code) =>
        DateTime.TryParseExact(code, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? (DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))
            : null;

    /// <summary>The window an order left; null where it had none.</summary>
    public static string? From(Voice voice, PickupMove move) =>
        move is { FromDay: { } day, FromStart: { } start, FromEnd: { } end } ? When(voice, day, start, end) : null;

    public static string When(Voice voice, DateOnly day, TimeOnly start, TimeOnly end) =>
        voice.Say(new WindowWords(WantedWords.Day(voice, day), WantedWords.Clock(start), WantedWords.Clock(end)));
}
