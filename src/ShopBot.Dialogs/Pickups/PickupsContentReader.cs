using System.Globalization;
using ShopBot.Dialogs.Content;
using ShopBot.Shops;
using ShopBot.Shops.Pickups;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Reads when a shop comes to fetch from <c>dialogs/shops/{shop}/pickups.yaml</c>.</summary>
internal sealed class PickupsContentReader
{
    private const int LongestCode = 20, LongestDistrict = 30, LongestName = 30, MostBags = 10_000, MostDaysAhead = 366, MostMinutes = 10_080, MostHold = 120, MostMoves = 100, MostKilometres = 500;

    private readonly ContentFile _file;
    private readonly Fields _top;

    private readonly IReadOnlyCollection<string> _products;

    private PickupsContentReader(ContentFile file, IReadOnlyCollection<string> products)
    {
        (_file, _products) = (file, products);
        _top = new Fields(file, file.Top, "the pickups", ["areas", "city", "other-cities", "lead-minutes", "same-day-until", "early", "days-ahead", "closed", "workdays", "hold-minutes", "offer-minutes", "reminders", "moves", "pieces", "stop-minutes", "travel-minutes"]);
    }

    /// <returns>Null where the shop has no such file, or nothing usable in it: then it is in the errors.</returns>
    /// <param name="products">Codes of what the shop sells.</param>
    public static PickupPlan? Read(string root, string shop, IReadOnlyCollection<string> products, List<ContentError> errors)
    {
        var name = $"shops/{shop}/pickups.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return null;
        var (file, before) = (ContentFile.Read(root, name, errors), errors.Count);
        if (!file.IsReadable)
            return null;
        var plan = new PickupsContentReader(file, products).ReadAll();
        return errors.Count == before ? plan : null;
    }

    private PickupPlan ReadAll()
    {
        var areas = ReadAreas();
        var early = _top.Group("early", ["before", "evening-before-until"]);
        var closed = _top.Has("closed") ? ReadClosed() : [];
        return new PickupPlan(
            areas, TimeSpan.FromMinutes(_top.Number("lead-minutes", 0, MostMinutes) ?? 0), PickupTimes.Clock(_top, "same-day-until"),
            early is null ? default : PickupTimes.Clock(early, "before"), early is null ? default : PickupTimes.Clock(early, "evening-before-until"),
            _top.Number("days-ahead", 0, MostDaysAhead) ?? 0, closed, _top.Has("workdays") ? ReadWorkdays(closed) : [])
        {
            Patience = new PickupPatience(Minutes("hold-minutes", MostHold), Minutes("offer-minutes", MostHold)),
            Reminders = _top.Has("reminders") ? ReadReminders() : ReminderRule.None,
            Pieces = _top.Has("pieces") ? ReadPieces() : new Dictionary<string, int>(StringComparer.Ordinal),
            Cities = new PickupCities(_top.Has("city") ? _top.Words("city") : [], _top.Has("other-cities") ? _top.Words("other-cities") : []),
            Moves = _top.Has("moves") ? ReadMoves() : MoveLimits.None,
        };
    }

    /// <summary>What is not written is not done.</summary>
    private TimeSpan Minutes(string name, int most) => TimeSpan.FromMinutes(_top.Has(name) ? _top.Number(name, 1, most) ?? 0 : 0);

    private ReminderRule ReadReminders() => _top.Group("reminders", ["evening-before", "minutes-before", "not-within-minutes"]) is { } group
        ? new ReminderRule(
            group.Has("evening-before") ? PickupTimes.Clock(group, "evening-before") : null, TimeSpan.FromMinutes(group.Number("minutes-before", 0, MostMinutes) ?? 0),
            TimeSpan.FromMinutes(group.Number("not-within-minutes", 0, MostMinutes) ?? 0))
        : ReminderRule.None;

    private MoveLimits ReadMoves() => _top.Group("moves", ["most", "notice-minutes"]) is { } moves
        ? new MoveLimits(moves.Number("most", 0, MostMoves) ?? 0, TimeSpan.FromMinutes(moves.Number("notice-minutes", 0, MostMinutes) ?? 0))
        : MoveLimits.None;

    private List<PickupArea> ReadAreas()
    {
        var (areas, codes) = (new List<PickupArea>(), new HashSet<string>(StringComparer.Ordinal));
        var nodes = _top.List("areas").ToList();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is not YamlMappingNode node)
            {
                _file.Wrong(nodes[i], "An area should be a group of lines.", "Begin it with `- code: …`.");
                continue;
            }
            var fields = new Fields(_file, node, "an area", ["code", "name", "districts", "streets", "circle", "windows"]);
            var districts = fields.Has("districts") ? fields.Words("districts") : [];
            var area = new PickupArea(fields.Code("code", LongestCode, codes), districts, ReadWeek(fields))
            {
                Streets = fields.Has("streets") ? Short(fields, "streets", fields.Words("streets")) : [],
                Circle = fields.Has("circle") ? ReadCircle(fields) : null,
            };
            if (area.IsEverywhere && i < nodes.Count - 1)
                _file.Wrong(node, "Only the last area may be without districts: it takes every address, and those behind it would get none.", "Give it `districts:`, or move it to the end.");
            Short(fields, "districts", districts);
            areas.Add(fields.Has("name") ? area with { Name = fields.Localised("name", LongestName) } : area);
        }
        return areas;
    }

    // What no address says would never be found in one.
    private static List<string> Short(Fields area, string name, List<string> words)
    {
        foreach (var word in words.Where(w => w.Length > LongestDistrict))
            area.Wrong(name, $"has '{word[..LongestDistrict]}…', which is longer than any address says it.", "Write the name alone.");
        return words;
    }

    private static PickupCircle? ReadCircle(Fields area)
    {
        if (area.Group("circle", ["latitude", "longitude", "km"]) is not { } circle)
            return null;
        var centre = new GeoPoint(circle.Degrees("latitude", 90), circle.Degrees("longitude", 180));
        return circle.Number("km", 1, MostKilometres) is { } km ? new PickupCircle(centre, km) : null;
    }

    private List<PickupHours>[] ReadWeek(Fields area)
    {
        var week = Enumerable.Range(0, 7).Select(_ => new List<PickupHours>()).ToArray();
        foreach (var node in area.List("windows"))
        {
            if (node is not YamlMappingNode group)
            {
                _file.Wrong(node, "A window should be a group of lines.", "Write `- { days: mon-fri, from: 09:00, to: 12:00, bags: 20 }`.");
                continue;
            }
            var fields = new Fields(_file, group, "a window", ["days", "from", "to", "bags", "minutes"]);
            var hours = new PickupHours(PickupTimes.Clock(fields, "from"), PickupTimes.Clock(fields, "to"), (fields.Number("bags", 1, MostBags) ?? 1) * PickupPlan.Bag, StopsOf(fields));
            if (fields.Has("from") && fields.Has("to") && hours.End <= hours.Start)
                fields.Wrong("to", "is not after 'from'.", "Write a later time of the same day, such as 12:00.");
            foreach (var day in PickupTimes.Weekdays(fields, "days"))
            {
                if (week[(int)day].Any(w => w.Start < hours.End && hours.Start < w.End))
                    _file.Wrong(node, $"It overlaps with another window on {PickupTimes.NameOf(day)}.", "Let a window begin when the one before has ended.");
                week[(int)day].Add(hours);
            }
        }
        foreach (var day in week)
            day.Sort((a, b) => a.Start.CompareTo(b.Start));
        return week;
    }

    private int StopsOf(Fields window)
    {
        if (!window.Has("minutes") || window.Number("minutes", 1, MostMinutes) is not { } minutes)
            return int.MaxValue;
        if (!_top.Has("stop-minutes"))
            window.Wrong("minutes", "says how much time there is, and nothing how much a stop takes.", "Add lines `stop-minutes: 10` and `travel-minutes: 8`, not indented.");
        var stops = PickupHours.StopsIn(TimeSpan.FromMinutes(minutes), Minutes("stop-minutes", MostMinutes), Minutes("travel-minutes", MostMinutes));
        if (stops < 1)
            window.Wrong("minutes", "is less than one stop takes.", "Write more minutes, or less behind `stop-minutes`.");
        return stops;
    }

    private Dictionary<string, int> ReadPieces()
    {
        var pieces = new Dictionary<string, int>(StringComparer.Ordinal);
        if (_top.Group("pieces", [.. _products]) is { } group)
        {
            foreach (var product in _products.Where(group.Has))
            {
                if (group.Text(product) is { } text && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bags)
                    && bags is > 0 and <= MostBags && bags * PickupPlan.Bag % 1 == 0)
                    pieces[product] = (int)(bags * PickupPlan.Bag);
                else
                    group.Wrong(product, "should be a number of bags.", "Write quarters of a bag, such as 0.25, 0.5 or 2.");
            }
        }
        return pieces;
    }

    private HashSet<DateOnly> ReadClosed()
    {
        var days = new HashSet<DateOnly>();
        foreach (var text in _top.Words("closed"))
            days.UnionWith(PickupTimes.Days(_top, "closed", text));
        return days;
    }

    private Dictionary<DateOnly, DayOfWeek> ReadWorkdays(HashSet<DateOnly> closed)
    {
        var days = new Dictionary<DateOnly, DayOfWeek>();
        foreach (var node in _top.List("workdays"))
        {
            if (node is not YamlMappingNode group)
            {
                _file.Wrong(node, "A workday should say which day it is like.", "Write `- { day: 2026-10-10, like: thu }`.");
                continue;
            }
            var fields = new Fields(_file, group, "a workday", ["day", "like"]);
            var (said, like) = (fields.Text("day"), PickupTimes.Weekdays(fields, "like").ToList());
            if (said is null || PickupTimes.Days(fields, "day", said).ToList() is not [var day])
                continue;
            if (like.Count != 1)
                fields.Wrong("like", "should be one day.", "Write mon, tue, wed, thu, fri, sat or sun.");
            else if (closed.Contains(day) || !days.TryAdd(day, like[0]))
                fields.Wrong("day", string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is there twice, or closed as well."), "Leave one of the two out.");
        }
        return days;
    }
}
