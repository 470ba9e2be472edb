using System.Globalization;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Links;

namespace ShopBot.Dialogs.Custody;

/// <summary>Seal labels to be printed: numbers of one shop that follow each other.</summary>
/// <param name="First">Number of the first label, 1 or more.</param>
/// <param name="Language">Culture name, one of <see cref="Wording.Languages"/>.</param>
public sealed record LabelSheet(string Shop, int First, int Count, string Language);

/// <summary>Addresses of the pages with labels: whoever has one may print it, until it ends.</summary>
public sealed class LabelLinks(SignedLinks links, IOptions<DialogsOptions> options, TimeProvider time)
{
    /// <summary>Long enough to walk to the printer; the same labels printed twice are two bags with one number.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const string Purpose = "labels";

    /// <returns>The address, and when it ends (UTC).</returns>
    public (string Link, DateTimeOffset Until) For(LabelSheet sheet)
    {
        var until = time.GetUtcNow() + Lasts;
        var token = links.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{sheet.First}:{sheet.Count}:{sheet.Language}:{sheet.Shop}"), until);
        return ($"{options.Value.PublicUrl.TrimEnd('/')}/labels/{token}", until);
    }

    /// <returns>Null for a token that was not made here or has ended.</returns>
    public LabelSheet? Read(string token) => links.Read(Purpose, token)?.Split(':', 4) is [var first, var count, var language, var shop]
        ? new LabelSheet(shop, int.Parse(first, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), language) : null;
}
