namespace ShopBot.Testing.Chats;

/// <summary>A written conversation; dialogs/CHATS.md says how they are written.</summary>
/// <param name="File">As failures shall name it.</param>
/// <param name="Title">The first comment.</param>
/// <param name="Kind">Of the account, as in the settings; null = as the demo's accounts are.</param>
/// <param name="People">Who plays which part: part → name of the person.</param>
/// <param name="StartsAt">Where the clock stands at the first line.</param>
public sealed record Chat(
    string File, string Title, string Account, string? Kind, IReadOnlyDictionary<string, string> People, DateTimeOffset StartsAt, IReadOnlyList<ChatLine> Lines);

/// <summary>One line of a conversation.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="Written">The line as it stands there, without its first word.</param>
public abstract record ChatLine(int Number, string Written)
{
    /// <summary>Somebody does something.</summary>
    public sealed record Does(int Number, string Written, string Part, Deed Deed) : ChatLine(Number, Written);

    /// <summary>Somebody is told something.</summary>
    /// <param name="Part">Null = whoever did something last.</param>
    public sealed record Hears(int Number, string Written, string? Part, Expectation What) : ChatLine(Number, Written);

    /// <summary>Whoever did something last is told nothing.</summary>
    public sealed record HearsNothing(int Number, string Written) : ChatLine(Number, Written);

    /// <summary>The order page that somebody was last given a link to shows something.</summary>
    public sealed record PageShows(int Number, string Written, Expectation What) : ChatLine(Number, Written);

    public sealed record ClockMoves(int Number, string Written, ClockMove Move) : ChatLine(Number, Written);

    /// <summary>The next turn does not end before it is let go.</summary>
    public sealed record TurnIsHeld(int Number, string Written) : ChatLine(Number, Written);

    /// <summary>The turn that was held ends.</summary>
    public sealed record TurnIsLetGo(int Number, string Written) : ChatLine(Number, Written);
}

/// <summary>What a person does on a phone.</summary>
public abstract record Deed
{
    private Deed() { }

    public sealed record Says(string Text) : Deed;

    /// <param name="Choice">The words of the line, with <c>…</c> for any part of them.</param>
    public sealed record Taps(Words Choice) : Deed;

    /// <param name="Sample">The name of one of the simulator's pictures.</param>
    public sealed record SendsPicture(string Sample) : Deed;

    /// <param name="Heard">What the platform made of it; null = nothing.</param>
    public sealed record SendsVoice(string? Heard) : Deed;

    public sealed record SendsPlace(double Latitude, double Longitude, string Label) : Deed;

    /// <summary>A message of a kind nobody has heard of.</summary>
    public sealed record SendsUnknown(string Kind) : Deed;

    /// <summary>Taps a button of the bottom menu.</summary>
    public sealed record TapsMenu(string Button) : Deed;

    public sealed record Scans(string Scene) : Deed;

    public sealed record Follows : Deed;

    public sealed record Unfollows : Deed;
}

/// <summary>How a clock line moves the clock.</summary>
public abstract record ClockMove
{
    private ClockMove() { }

    public sealed record To(DateTimeOffset Moment) : ClockMove;

    public sealed record By(TimeSpan Span) : ClockMove;

    /// <summary>To the next time a clock in the shop shows this.</summary>
    public sealed record Until(TimeOnly Time) : ClockMove;

    /// <summary>China has one time all year.</summary>
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public DateTimeOffset From(DateTimeOffset now)
    {
        switch (this)
        {
            case To to:
                return to.Moment;
            case By by:
                return now + by.Span;
            case Until until:
                var here = now.ToOffset(Zone);
                var today = new DateTimeOffset(here.Date, Zone) + until.Time.ToTimeSpan();
                return today > now ? today : today.AddDays(1);
            default:
                throw new InvalidOperationException($"{this} is no move of the clock.");
        }
    }
}
