using System.Globalization;
using System.Text;
using ShopBot.Simulator.Phones;
using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Chats;

/// <summary>Plays a written conversation on the phones of the simulator and compares what comes with what is written.</summary>
public sealed class ChatPlayer
{
    /// <summary>How long a line waits for what it expects, in real time. Only a line that fails waits that long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>WeChat waits five seconds for an answer; the bot gives up a little before.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(5);

    private readonly Chat _chat;
    private readonly RunningProduct _product;
    private readonly ChatEar _ear;
    private readonly StringBuilder _soFar = new();
    private readonly Dictionary<string, Listener> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _remembered = new(StringComparer.Ordinal);
    private Listener? _last;
    private Uri? _orderPage;
    private Task? _held;

    private ChatPlayer(Chat chat, RunningProduct product)
    {
        (_chat, _product, _ear) = (chat, product, new ChatEar(product.Control));
    }

    /// <summary>Starts the product on the conversation's first day and plays it to the end.</summary>
    /// <param name="settings">Of the product, such as <c>--ConnectionStrings:Redis=localhost:6379</c>.</param>
    /// <exception cref="ChatFailedException">A line did not come as it is written.</exception>
    public static async Task PlayAsync(Chat chat, params string[] settings)
    {
        string[] all = chat.Kind is { } kind ? [$"--Simulator:AccountKind={kind}", .. settings] : settings;
        await using var product = await RunningProduct.StartAsync(chat.StartsAt, settings: all);
        await new ChatPlayer(chat, product).PlayAllAsync(CancellationToken.None);
    }

    private async Task PlayAllAsync(CancellationToken ct)
    {
        foreach (var (part, name) in _chat.People)
        {
            await _product.Control.AddPersonAsync(name, _chat.Account, follows: true, ct);
            var phone = _product.Phone(name, _chat.Account);
            _people[part] = new Listener(part, phone, await phone.LastIdAsync(ct));
        }
        foreach (var line in _chat.Lines)
        {
            try
            {
                await PlayAsync(line, ct);
            }
            catch (InvalidOperationException refused)
            {
                throw Failed(line, refused.Message);
            }
        }
        foreach (var person in _people.Values)
            await HeardAllAsync(person, _chat.Lines[^1], ct);
    }

    private async Task PlayAsync(ChatLine line, CancellationToken ct)
    {
        switch (line)
        {
            case ChatLine.Does does:
                await DoAsync(does, _people[does.Part], ct);
                break;
            case ChatLine.Hears hears:
                var listener = hears.Part is { } part ? _people[part] : _last ?? throw Failed(line, "nobody has done anything yet that the bot could answer");
                await HearAsync(hears, listener, ct);
                break;
            case ChatLine.HearsNothing when _last is { } silent:
                await HeardAllAsync(silent, line, ct);
                await NoteAsync("bot", line.Written, ct);
                break;
            case ChatLine.PageShows shows:
                await LookAsync(shows, ct);
                break;
            case ChatLine.ClockMoves moves:
                var now = await _product.Control.NowAsync(ct);
                await _product.Control.SetClockAsync(moves.Move.From(now), ct);
                await NoteAsync("clock", line.Written, ct);
                break;
            case ChatLine.TurnIsHeld:
                _held = _product.Turns.HoldNext();
                break;
            case ChatLine.TurnIsLetGo:
                _product.Turns.LetGo();
                break;
        }
    }

    private async Task DoAsync(ChatLine.Does does, Listener person, CancellationToken ct)
    {
        await HeardAllAsync(person, does, ct);
        await NoteAsync(person.Part, Words.Fill(does.Written, _remembered), ct);
        var doing = ActAsync(does, person, ct);
        if (_held is { } held)
        {
            _held = null;
            await Task.WhenAny(held, doing);
            // The bot's guard may be set a moment after its turn began, so the clock moves until the platform has its answer.
            do
                await _product.Control.AdvanceAsync(Guard, ct);
            while (await Task.WhenAny(doing, Task.Delay(TimeSpan.FromMilliseconds(50), ct)) != doing);
        }
        var outcome = await doing;
        if (!outcome.Delivered)
            throw Failed(does, $"the platform got no answer to this: {outcome.Problem}");
        _last = person;
    }

    private async Task<Outcome> ActAsync(ChatLine.Does does, Listener person, CancellationToken ct)
    {
        var phone = person.Phone;
        switch (does.Deed)
        {
            case Deed.Says says: return await phone.SayAsync(Words.Fill(says.Text, _remembered), ct);
            case Deed.SendsPicture picture: return await phone.SendPictureAsync(picture.Sample, ct);
            case Deed.SendsVoice voice: return await phone.SendVoiceAsync(voice.Heard, ct);
            case Deed.SendsPlace place: return await phone.SendPlaceAsync(place.Latitude, place.Longitude, place.Label, ct);
            case Deed.SendsUnknown unknown: return await phone.SendUnknownAsync(unknown.Kind, ct);
            case Deed.TapsMenu menu: return await phone.TapMenuAsync(menu.Button, ct);
            case Deed.Scans scans: return await phone.ScanAsync(scans.Scene, ct);
            case Deed.Follows: return await phone.FollowAsync(ct);
            case Deed.Unfollows: return await phone.UnfollowAsync(ct);
            case Deed.Taps taps:
                var offered = (await phone.ReceivedAsync(ct: ct)).Reverse().SelectMany(m => (m.Choices ?? []).Select(choice => (Message: m, Choice: choice))).ToList();
                var (message, chosen) = offered.FirstOrDefault(o => taps.Choice.AreAllOf(o.Choice.Text));
                return message is not null ? await phone.ChooseAsync(message, chosen, ct)
                    : throw Failed(does, $"there is no [{taps.Choice}] to tap; there is: {string.Join(' ', offered.Take(12).Select(o => $"[{o.Choice.Text}]"))}");
            default: throw Failed(does, $"nobody can do {does.Deed}");
        }
    }

    /// <summary>Takes message after message until all that is written has come: a channel may need several for one answer.</summary>
    private async Task HearAsync(ChatLine.Hears line, Listener person, CancellationToken ct)
    {
        var heard = new List<Heard>();
        IReadOnlyList<string> missing;
        while ((missing = line.What.MissingIn(heard, _remembered)).Count > 0)
        {
            if (await NextAsync(person, Patience, ct) is not { } next)
                throw Failed(line, "not what came", heard, missing);
            heard.Add(next);
        }
        foreach (var message in heard)
            await NoteAsync(Beginning(line), message.ToString(), ct);
    }

    private async Task LookAsync(ChatLine.PageShows line, CancellationToken ct)
    {
        var page = await _ear.SeeAsync(_orderPage ?? throw Failed(line, "nobody was given a link to an order page yet"), ct);
        await NoteAsync("page", page.ToString(), ct);
        if (line.What.MissingIn([page]) is { Count: > 0 } missing)
            throw Failed(line, "not what the order page shows", [page], missing);
    }

    /// <summary>What somebody was told must be written: nothing may be left over before they go on.</summary>
    private async Task HeardAllAsync(Listener person, ChatLine line, CancellationToken ct)
    {
        if (await NextAsync(person, TimeSpan.Zero, ct) is { } unwritten)
            throw Failed(line, $"{person.Part} was told something that is not written before this line", [unwritten], []);
    }

    private async Task<Heard?> NextAsync(Listener person, TimeSpan patience, CancellationToken ct)
    {
        if (person.Waiting.Count == 0)
        {
            foreach (var message in await person.Phone.ReceivedAsync(person.SeenUpTo, patience, ct))
                person.Waiting.Enqueue(message);
        }
        if (!person.Waiting.TryDequeue(out var next))
            return null;
        person.SeenUpTo = next.Id;
        var heard = await _ear.HearAsync(next, ct);
        _orderPage = heard.OrderPage ?? _orderPage;
        return heard;
    }

    private static string Beginning(ChatLine line) => line switch
    {
        ChatLine.Does does => does.Part,
        ChatLine.Hears { Part: { } part } => $"to {part}",
        ChatLine.Hears or ChatLine.HearsNothing => "bot",
        ChatLine.PageShows => "page",
        ChatLine.ClockMoves => "clock",
        _ => "turn",
    };

    private async Task NoteAsync(string who, string what, CancellationToken ct)
    {
        var now = (await _product.Control.NowAsync(ct)).ToOffset(ClockMove.Zone);
        _soFar.AppendLine(CultureInfo.InvariantCulture, $"    {now:MM-dd HH:mm}  {who,-12}{Indented(what, 29)}");
    }

    private ChatFailedException Failed(ChatLine line, string why, IReadOnlyList<Heard>? came = null, IReadOnlyList<string>? missing = null)
    {
        var failure = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{_chat.File}:{line.Number}: {why}").AppendLine();
        if (missing is not [])
            failure.AppendLine(CultureInfo.InvariantCulture, $"  - {Beginning(line),-14}{Indented(line.Written, 18)}");
        foreach (var heard in came ?? [])
            failure.AppendLine(CultureInfo.InvariantCulture, $"  + {(missing is [] ? "" : Beginning(line)),-14}{Indented(heard.ToString(), 18)}");
        if (came is [])
            failure.AppendLine("  + (nothing)");
        if (missing is { Count: > 0 })
            failure.AppendLine(CultureInfo.InvariantCulture, $"  missing: {string.Join(" | ", missing)}");
        return new ChatFailedException(failure.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"  {_chat.Title}, so far:").Append(_soFar).ToString());
    }

    private static string Indented(string text, int blanks) => text.ReplaceLineEndings("\n" + new string(' ', blanks));

    private sealed class Listener(string part, Phone phone, long seenUpTo)
    {
        public string Part => part;
        public Phone Phone => phone;
        public long SeenUpTo { get; set; } = seenUpTo;
        public Queue<ChatMessage> Waiting { get; } = new();
    }
}

/// <summary>A line of a written conversation did not come as it is written; the message shows both, and the conversation so far.</summary>
public sealed class ChatFailedException(string message) : Exception(message);
