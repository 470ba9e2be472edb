using System.Text.RegularExpressions;

namespace ShopBot.Shops.Pickups;

/// <summary>Where an address lies, as far as a shop comes to fetch.</summary>
public abstract record AddressPlace
{
    private AddressPlace() { }

    public sealed record In(PickupArea Area) : AddressPlace;

    /// <summary>The shop does not come there.</summary>
    public sealed record Outside : AddressPlace;

    /// <summary>It names nothing that says where it is.</summary>
    public sealed record Unknown : AddressPlace;
}

/// <summary>A circle around a point.</summary>
/// <param name="Kilometres">More than 0.</param>
public sealed record PickupCircle(GeoPoint Centre, double Kilometres)
{
    public bool Holds(GeoPoint point) => Centre.MetresTo(point) <= Kilometres * 1000;
}

/// <summary>The cities a shop's addresses may name.</summary>
/// <param name="Own">Words for the shop's own; empty = every city's addresses are taken for its own.</param>
/// <param name="Others">Words for those around it, which people write without saying that it is a city.</param>
public sealed partial record PickupCities(IReadOnlyList<string> Own, IReadOnlyList<string> Others)
{
    public static PickupCities Any { get; } = new([], []);

    /// <summary>Whether an address is in another city. A street that is called after one is not: 南京西路.</summary>
    public bool AreOther(string address)
    {
        if (Own.Count == 0)
            return false;
        if (City().Match(address) is { Success: true } named && !Own.Any(o => named.Groups["city"].Value.EndsWith(o, StringComparison.Ordinal)))
            return true;
        return Others.Any(other => Names(address, other));
    }

    private static bool Names(string address, string city)
    {
        for (var at = address.IndexOf(city, StringComparison.OrdinalIgnoreCase); at >= 0; at = address.IndexOf(city, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!Street().IsMatch(address.AsSpan(at + city.Length)))
                return true;
        }
        return false;
    }

    // The words that end in 市 and are no city stand for shops: 超市, 菜市, 门市.
    [GeneratedRegex(@"^\s*(中国)?(\p{IsCJKUnifiedIdeographs}{2,3}省)?\s*(?<city>\p{IsCJKUnifiedIdeographs}{1,4}(?<![超菜夜门花集]))市(?!场|民|政)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex City();

    [GeneratedRegex(@"^[\s'-]*([东西南北中]?[一二三四五]?(路|街|大道|大街|河|支路|弄|里|饭店|大厦|小区|花园)|(east|west|north|south|middle|central|dong|xi|nan|bei|zhong)?\s*\(?[ewns]?\)?\s*(road|rd|street|st|lu|avenue|ave|river|creek|bridge|park|building|mansion|hotel)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Street();
}
