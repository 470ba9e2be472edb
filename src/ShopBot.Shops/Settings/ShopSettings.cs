using System.Text.Json.Serialization;

namespace ShopBot.Shops.Settings;

/// <summary>What a shop sells, which decides how its orders run.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Offer>))]
public enum Offer
{
    Goods,
    Laundry,
}

/// <summary>One shop. Section "Shops:{name}" of the settings.</summary>
public sealed class ShopSettings
{
    /// <summary>The section's name: letters, digits and dashes. In storage and addresses: never change it.</summary>
    public string Id { get; set; } = "";

    /// <summary>As customers read it.</summary>
    public string Name { get; set; } = "";

    /// <summary>IANA name of the zone whose days and hours the shop keeps, such as Asia/Shanghai.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>ISO 4217 code of all prices.</summary>
    public string Currency { get; set; } = "CNY";

    /// <summary>Language of customers who have not chosen one: zh-CN or en-US.</summary>
    public string Culture { get; set; } = "zh-CN";

    /// <summary>When the shop is open, as <see cref="Settings.OpeningHours"/> is written; empty = it does not say.</summary>
    public string Hours { get; set; } = "";

    /// <summary>What <see cref="Hours"/> says; the usual hours of the day where it says nothing or is one of the <see cref="Problems"/>.</summary>
    public OpeningHours OpeningHours => OpeningHours.TryParse(Hours, out var hours) ? hours : OpeningHours.Unknown;

    /// <summary>When customers are only told what they wait for, as <see cref="QuietHours"/> is written; empty = never.</summary>
    public string Quiet { get; set; } = "";

    /// <summary>What <see cref="Quiet"/> says; null where it says nothing or is one of the <see cref="Problems"/>.</summary>
    public QuietHours? QuietHours => QuietHours.TryParse(Quiet, out var quiet) ? quiet : null;

    /// <summary>1 or more, each once.</summary>
    public IList<Offer> Offers { get; } = [];

    /// <exception cref="TimeZoneNotFoundException"><see cref="TimeZone"/> is one of the <see cref="Problems"/>.</exception>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>What is wrong, each with the setting's path and what to write instead.</summary>
    public IEnumerable<(string Setting, string Wrong, string Write)> Problems()
    {
        var path = $"Shops:{Id}";
        if (Id.Length is 0 or > 40 || Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            yield return (path, "has a name that cannot stand in an address", "a name of lower-case letters, digits and dashes");
        if (string.IsNullOrWhiteSpace(Name))
            yield return ($"{path}:Name", "is missing", "the shop's name as customers read it");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return ($"{path}:TimeZone", $"'{TimeZone}' is no time zone", "an IANA name such as Asia/Shanghai");
        if (Currency.Length != 3 || Currency.Any(c => !char.IsAsciiLetterUpper(c)))
            yield return ($"{path}:Currency", $"'{Currency}' is no currency code", "three capital letters such as CNY");
        if (!Localised.IsLanguage(Culture))
            yield return ($"{path}:Culture", $"'{Culture}' is no language the shop can speak", "zh-CN or en-US");
        if (Hours.Length > 0 && !OpeningHours.TryParse(Hours, out _))
            yield return ($"{path}:Hours", $"'{Hours}' are no opening hours", "09:00-21:00 for every day, or Mon-Fri 09:00-18:00, Sat 10:00-16:00");
        if (Quiet.Length > 0 && !QuietHours.TryParse(Quiet, out _))
            yield return ($"{path}:Quiet", $"'{Quiet}' are no quiet hours", "when they begin and end, such as 21:30-08:00, or nothing");
        if (Offers.Count == 0)
            yield return ($"{path}:Offers", "is empty", "Goods, Laundry or both");
        if (Offers.Any(offer => !Enum.IsDefined(offer)) || Offers.Distinct().Count() < Offers.Count)
            yield return ($"{path}:Offers", $"'{string.Join(", ", Offers)}' is no list of offers", "Goods, Laundry or both, each once");
    }
}

/// <summary>All shops of this installation, by name. Fixed while the program runs.</summary>
public sealed class ShopBook(IEnumerable<ShopSettings> shops)
{
    private readonly Dictionary<string, ShopSettings> _byId = shops.ToDictionary(s => s.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<ShopSettings> All => _byId.Values;

    public bool Contains(string shop) => _byId.ContainsKey(shop);

    /// <exception cref="KeyNotFoundException">No such shop in the settings.</exception>
    public ShopSettings this[string shop] =>
        _byId.TryGetValue(shop, out var settings) ? settings : throw new KeyNotFoundException($"No shop '{shop}' in the settings.");
}
