using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ShopBot.Dialogs.Custody;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Web.Custody;

/// <summary>Makes the one page that holds an order's record of custody with its pictures, and checks it without a server.</summary>
public sealed class EvidenceFile(ShopBook shops, CustodyWords words, IMedia media, TimeProvider time)
{
    /// <summary>Of all pictures together, as they were taken: phones take a file of this size, and what is above it is left out and named.</summary>
    public const int MostPictureBytes = 12 * 1024 * 1024;

    private static readonly string Page = Read("evidence.html"), Style = Read("evidence.css"), Script = Read("evidence.js");

    public async Task<string> WriteAsync(OrderDetails order, OrderCustody custody, CustodyPageTexts texts, CancellationToken ct)
    {
        var shop = shops[order.Shop];
        var made = TimeZoneInfo.ConvertTime(time.GetUtcNow(), shop.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        // The JSON encoder writes <, > and & as escapes, so that no text can end the script it stands in.
        var record = JsonSerializer.Serialize(await RecordAsync(order, custody, texts, shop, ct), JsonSerializerOptions.Web);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = texts.Culture,
            ["title"] = WebUtility.HtmlEncode(texts.EvidenceHeading(order.Number)),
            ["made"] = WebUtility.HtmlEncode(texts.EvidenceMade(shop.Name, made)),
            ["how"] = WebUtility.HtmlEncode(texts.EvidenceHow),
            ["noscript"] = WebUtility.HtmlEncode(texts.EvidenceNoScript),
            ["entercode"] = WebUtility.HtmlEncode(texts.EnterCode),
            ["style"] = Style,
            ["script"] = Script,
            ["record"] = record,
        };
        var page = new StringBuilder(Page.Length + record.Length + Script.Length + Style.Length);
        var pieces = Page.Split("{{");
        page.Append(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf("}}", StringComparison.Ordinal);
            page.Append(parts[piece[..end]]).Append(piece.AsSpan(end + 2));
        }

        return page.ToString();
    }

    private async Task<object> RecordAsync(OrderDetails order, OrderCustody custody, CustodyPageTexts texts, ShopSettings shop, CancellationToken ct)
    {
        var (left, pictures) = (MostPictureBytes, new Dictionary<string, object>(StringComparer.Ordinal));
        foreach (var photo in custody.Entries.SelectMany(e => e.Photos))
        {
            var found = left > 0 && await media.FindAsync(photo.MediaId, ct) is { } file && file.Bytes.Length <= left ? file : null;
            left -= found?.Bytes.Length ?? 0;
            pictures.TryAdd(photo.MediaId + photo.Sha256, new { photo.Sha256, Type = found?.ContentType, Data = found is null ? null : Convert.ToBase64String(found.Bytes.Span) });
        }

        return new
        {
            Order = order.Id.ToString("N"),
            order.Number,
            Language = texts.Culture,
            Zone = shop.Zone.Id,
            Sealed = custody.Entries.FirstOrDefault(e => e.Hash == custody.SealedHead)?.Sequence,
            Entries = custody.Entries.Select(e => new
            {
                Order = e.OrderId.ToString("N"),
                e.Sequence,
                Kind = e.Kind.ToString(),
                At = e.At.ToUnixTimeMilliseconds(),
                Role = e.Role.ToString(),
                e.Seal,
                e.Pieces,
                Photos = e.Photos.Select(p => pictures[p.MediaId + p.Sha256]),
                Who = Personal(e.Who),
                Place = Personal(e.Place),
                Note = Personal(e.Note),
                e.Form,
                e.Hash,
            }),
            Steps = Enum.GetValues<CustodyKind>().ToDictionary(k => k.ToString(), k => words.Step(order.Shop, k, texts.Culture)),
            Roles = Enum.GetValues<StaffRole>().ToDictionary(r => r.ToString(), r => words.Role(order.Shop, r, texts.Culture)),
            Faults = Enum.GetValues<CustodyFault>().ToDictionary(f => f.ToString().ToLowerInvariant(), texts.Fault),
            Words = new
            {
                Good = texts.EntryGood,
                texts.Erased,
                Pieces = texts.Pieces(12).Replace("12", "#", StringComparison.Ordinal),
                LeftOut = texts.PictureLeftOut,
                texts.Sha256,
                Intact = texts.Intact(custody.Entries.Count),
                Broken = texts.Broken("#", "@"),
                texts.Matches,
                texts.Differs,
            },
        };
    }

    private static object Personal(PersonalText text) => new { text.Value, text.Salt, text.Commitment };

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EvidenceFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
