using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Inspections;

/// <summary>What a shop asks its customers about when it finds something at unpacking, as its content says.</summary>
/// <param name="Kinds">1 or more.</param>
/// <param name="AnswerWithin">How long a customer has at least.</param>
/// <param name="RemindBefore">How long before the end they are reminded; less than <paramref name="AnswerWithin"/>.</param>
/// <param name="MostPhotos">Of one finding; 1 or more.</param>
/// <param name="MostFindings">Of one order; 1 to 26.</param>
/// <param name="DearestInMinor">More than this is asked for no treatment.</param>
/// <param name="UnwashedInMinor">What an order gets cheaper for a piece that goes back unwashed; 0 = nothing.</param>
public sealed record InspectionPlan(
    IReadOnlyList<FindingKind> Kinds, TimeSpan AnswerWithin, TimeSpan RemindBefore, int MostPhotos, int MostFindings, long DearestInMinor, long UnwashedInMinor)
{
    /// <summary>Until when an answer is waited for.</summary>
    /// <returns>UTC, a full hour at which the shop is open, and so is it when the reminder goes out: nobody is woken by it.</returns>
    public DateTimeOffset AnswerBy(DateTimeOffset now, OpeningHours hours, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now + AnswerWithin, zone).DateTime;
        var earliest = local.Date.AddHours(local.TimeOfDay > TimeSpan.FromHours(local.Hour) ? local.Hour + 1 : local.Hour);
        for (var days = 0; days <= 7; days++)
        {
            var date = earliest.Date.AddDays(days);
            if (hours.On(DateOnly.FromDateTime(date)) is not var (open, close))
                continue;
            var first = date + open.ToTimeSpan() + RemindBefore;
            var by = first > earliest ? first : earliest;
            if (by <= date + close.ToTimeSpan())
                return ToUtc(by, zone);
        }
        return ToUtc(earliest, zone);
    }

    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}

/// <summary>Something that may be found: a stain, a hole, a missing button.</summary>
/// <param name="Code">What orders keep it under; a shop does not change it.</param>
/// <param name="Explanation">What it means for the washing, as customers read it.</param>
/// <param name="Words">As staff say it, in both languages.</param>
/// <param name="Treatment">Null = nothing can be done about it.</param>
/// <param name="MayWash">Whether the shop washes such a piece when the customer says so.</param>
/// <param name="Otherwise">What happens when the customer says nothing: <see cref="FindingAnswer.Wash"/> or <see cref="FindingAnswer.Return"/>.</param>
public sealed record FindingKind(
    string Code, Localised Name, Localised Explanation, IReadOnlyList<string> Words, Treatment? Treatment, bool MayWash, FindingAnswer Otherwise);

/// <param name="PriceInMinor">What is usual; staff may ask for another one. 0 or more.</param>
public sealed record Treatment(Localised Name, long PriceInMinor);
