using System.Globalization;
using System.Text.RegularExpressions;

namespace ShopBot.Testing.Chats;

/// <summary>Reads a written conversation.</summary>
public static partial class ChatReader
{
    private static readonly string[] Reserved = ["account", "kind", "people", "clock", "bot", "to", "page", "turn"];
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, ClockMove.Zone);

    /// <param name="file">As problems shall name it.</param>
    /// <exception cref="ChatSyntaxException">A line is not understood.</exception>
    public static Chat Read(string file, string text)
    {
        var (title, account, kind, startsAt) = ("", "", (string?)null, Monday);
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new List<ChatLine>();
        foreach (var (number, line) in Unfold(file, text))
        {
            if (line.StartsWith('#'))
            {
                title = title.Length == 0 ? line.TrimStart('#', ' ') : title;
                continue;
            }
            var split = FirstWord().Match(line);
            var (word, rest) = (split.Groups["word"].Value, split.Groups["rest"].Value.Trim());
            ChatSyntaxException Wrong(string why) => new(file, number, why);
            if (rest.Length == 0)
                throw Wrong($"\"{word}\" needs something behind it");
            switch (word)
            {
                case "account":
                    account = rest;
                    break;
                case "kind":
                    kind = rest;
                    break;
                case "people":
                    ReadPeople(rest, people, Wrong);
                    break;
                case "clock" when lines.Count == 0:
                    startsAt = ReadMove(rest, Wrong) is ClockMove.To to ? to.Moment : throw Wrong("the first clock line names a day and a time");
                    break;
                case "clock":
                    lines.Add(new ChatLine.ClockMoves(number, rest, ReadMove(rest, Wrong)));
                    break;
                case "turn":
                    lines.Add(rest switch
                    {
                        "is slow" => new ChatLine.TurnIsHeld(number, rest),
                        "is done" => new ChatLine.TurnIsLetGo(number, rest),
                        _ => throw Wrong("a turn \"is slow\" or \"is done\""),
                    });
                    break;
                case "bot" when rest == "nothing":
                    lines.Add(new ChatLine.HearsNothing(number, rest));
                    break;
                case "bot":
                    lines.Add(new ChatLine.Hears(number, rest, null, ReadExpectation(rest, Wrong)));
                    break;
                case "to":
                    var told = FirstWord().Match(rest);
                    lines.Add(new ChatLine.Hears(number, told.Groups["rest"].Value.Trim(), Known(told.Groups["word"].Value, people, Wrong),
                        ReadExpectation(told.Groups["rest"].Value, Wrong)));
                    break;
                case "page":
                    lines.Add(new ChatLine.PageShows(number, rest, ReadExpectation(rest, Wrong)));
                    break;
                default:
                    lines.Add(new ChatLine.Does(number, rest, Known(word, people, Wrong), ReadDeed(rest, Wrong)));
                    break;
            }
        }
        return account.Length == 0 ? throw new ChatSyntaxException(file, 1, "there is no line \"account\"")
            : title.Length == 0 ? throw new ChatSyntaxException(file, 1, "it begins with a comment that says what happens")
            : new Chat(file, title, account, kind, people, startsAt, lines);
    }

    /// <summary>Lines that begin with a blank continue the one before.</summary>
    private static List<(int Number, string Line)> Unfold(string file, string text)
    {
        var lines = new List<(int Number, string Line)>();
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(raw))
                continue;
            if (!char.IsWhiteSpace(raw[0]))
                lines.Add((number, raw.TrimEnd()));
            else if (lines.Count == 0)
                throw new ChatSyntaxException(file, number, "nothing stands before it that it could continue");
            else
                lines[^1] = (lines[^1].Number, $"{lines[^1].Line}\n{raw.Trim()}");
        }
        return lines;
    }

    private static void ReadPeople(string rest, Dictionary<string, string> people, Func<string, ChatSyntaxException> wrong)
    {
        foreach (var one in rest.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var split = FirstWord().Match(one);
            var (part, name) = (split.Groups["word"].Value, split.Groups["rest"].Value.Trim());
            if (name.Length == 0)
                throw wrong($"\"{one}\" has a part or a name, not both: write \"customer 李小姐\"");
            if (Reserved.Contains(part))
                throw wrong($"nobody can play the part \"{part}\"");
            people[part] = name;
        }
    }

    private static string Known(string part, Dictionary<string, string> people, Func<string, ChatSyntaxException> wrong) =>
        people.ContainsKey(part) ? part : throw wrong($"nobody plays the part \"{part}\"; the people are: {string.Join(", ", people.Keys)}");

    private static ClockMove ReadMove(string rest, Func<string, ChatSyntaxException> wrong)
    {
        if (After().Match(rest) is { Success: true } after)
        {
            var count = double.Parse(after.Groups["count"].Value, CultureInfo.InvariantCulture);
            return new ClockMove.By(after.Groups["unit"].Value switch
            {
                "second" => TimeSpan.FromSeconds(count),
                "minute" => TimeSpan.FromMinutes(count),
                "hour" => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(count),
            });
        }
        if (rest.StartsWith("at ", StringComparison.Ordinal) && TimeOnly.TryParseExact(rest[3..].Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return new ClockMove.Until(time);
        return DateTime.TryParseExact(rest, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new ClockMove.To(new DateTimeOffset(moment, ClockMove.Zone))
            : throw wrong("a clock line is \"2026-03-02 09:00\", \"at 18:00\" or \"after 3 days\" (seconds, minutes, hours)");
    }

    private static Deed ReadDeed(string rest, Func<string, ChatSyntaxException> wrong)
    {
        if (rest.Length > 2 && rest[0] == '"' && rest[^1] == '"')
            return new Deed.Says(rest[1..^1]);
        if (rest[0] == '[' && rest[^1] == ']')
            return new Deed.Taps(new Words(rest[1..^1]));
        if (rest[0] != '<' || rest[^1] != '>')
            return new Deed.Says(rest);

        var split = FirstWord().Match(rest[1..^1]);
        var (what, more) = (split.Groups["word"].Value, split.Groups["rest"].Value.Trim());
        return (what, more) switch
        {
            ("follows", "") => new Deed.Follows(),
            ("unfollows", "") => new Deed.Unfollows(),
            ("picture", { Length: > 0 }) => new Deed.SendsPicture(more),
            ("voice", _) => new Deed.SendsVoice(more.Length == 0 ? null : more),
            ("unknown", { Length: > 0 }) => new Deed.SendsUnknown(more),
            ("menu", { Length: > 0 }) => new Deed.TapsMenu(more),
            ("scan", { Length: > 0 }) => new Deed.Scans(more),
            ("place", _) when Place().Match(more) is { Success: true } place => new Deed.SendsPlace(
                double.Parse(place.Groups["lat"].Value, CultureInfo.InvariantCulture), double.Parse(place.Groups["lon"].Value, CultureInfo.InvariantCulture),
                place.Groups["label"].Value),
            ("long", _) when Long().Match(more) is { Success: true } many => new Deed.Says(
                string.Concat(Enumerable.Repeat(many.Groups["text"].Value, int.Parse(many.Groups["times"].Value, CultureInfo.InvariantCulture)))),
            _ => throw wrong($"nobody can do {rest}; there are <follows>, <unfollows>, <picture stain>, <voice words>, <voice>, <place 31.2,121.4 label>, "
                + "<long 500 words>, <menu button>, <scan code>, <unknown kind>"),
        };
    }

    private static Expectation ReadExpectation(string rest, Func<string, ChatSyntaxException> wrong)
    {
        var (choices, pictures, orderPage) = (new List<Words>(), new List<string>(), false);
        var words = Special().Replace(rest, found =>
        {
            if (found.Groups["choice"].Success)
                choices.Add(new Words(found.Groups["choice"].Value));
            else if (found.Groups["thing"].Value == "order page")
                orderPage = true;
            else if (found.Groups["thing"].Value.Split(' ') is ["picture", .. { Length: <= 1 } name])
                pictures.Add(name.FirstOrDefault() ?? "");
            else
                throw wrong($"nobody can be told {found.Value}; there are <picture>, <picture stain> and <order page>");
            return " … ";
        });
        // What stands on two lines, or before and behind a special thing, need not stand directly together.
        return new Expectation(new Words(words.Replace('\n', '…')), choices, pictures, orderPage);
    }

    [GeneratedRegex(@"^(?<word>\S+)(?<rest>[\s\S]*)$")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^after (?<count>\d+(\.\d+)?) (?<unit>second|minute|hour|day)s?$")]
    private static partial Regex After();

    [GeneratedRegex(@"^(?<lat>-?\d+(\.\d+)?),\s*(?<lon>-?\d+(\.\d+)?)\s+(?<label>\S.*)$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<times>\d{1,5})\s+(?<text>\S.*)$")]
    private static partial Regex Long();

    [GeneratedRegex(@"\[(?<choice>[^\]\n]+)\]|<(?<thing>[^>\n]+)>")]
    private static partial Regex Special();
}

/// <summary>A line of a written conversation is not understood.</summary>
public sealed class ChatSyntaxException(string file, int line, string why) : Exception($"{file}:{line}: {why}");
