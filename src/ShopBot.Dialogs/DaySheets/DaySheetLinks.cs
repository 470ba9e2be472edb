using System.Globalization;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Links;

namespace ShopBot.Dialogs.DaySheets;

/// <summary>All pickups and returns of one day of a shop, to be printed.</summary>
/// <param name="Language">Culture name, one of <see cref="Wording.Languages"/>.</param>
public sealed record DaySheet(string Shop, DateOnly Day, string Language);

/// <summary>Addresses of day sheets. Names, phones and addresses stand there, so they end soon.</summary>
public sealed class DaySheetLinks(SignedLinks links, IOptions<DialogsOptions> options, TimeProvider time)
{
    /// <summary>Long enough to print it and to have it open on the first round.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    private const string Purpose = "day-sheet";

    /// <returns>The address, and when it ends (UTC).</returns>
    public (string Link, DateTimeOffset Until) For(DaySheet sheet)
    {
        var until = time.GetUtcNow() + Lasts;
        var token = links.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{sheet.Day:yyyy-MM-dd}:{sheet.Language}:{sheet.Shop}"), until);
        return ($"{options.Value.PublicUrl.TrimEnd('/')}/day-sheet/{token}", until);
    }

    /// <returns>Null for a token that was not made here or has ended.</returns>
    public DaySheet? Read(string token) => links.Read(Purpose, token)?.Split(':', 3) is [var day, var language, var shop]
        ? new DaySheet(shop, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), language) : null;
}
