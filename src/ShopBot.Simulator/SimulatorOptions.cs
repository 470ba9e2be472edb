using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator;

/// <summary>The world the simulator starts with.</summary>
public sealed class SimulatorOptions
{
    public IList<SimulatedAccount> Accounts { get; } = [];

    public IList<SimulatedPerson> People { get; } = [];

    /// <summary>Where relative callback addresses and the links in pushes lead. Null = the running server's own address.</summary>
    public Func<Uri?>? BaseAddress { get; set; }

    /// <summary>How long the platform waits for an answer to one push, in real time. The platform: 5 s.</summary>
    public TimeSpan PushTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Deliveries of one push in all, the first included. The platform: 3.</summary>
    public int PushTries { get; set; } = 3;

    /// <summary>Pushes that fail in a row until the account gets none for a minute.</summary>
    public int FailuresUntilSuspended { get; set; } = 10;

    /// <summary>How long jobs such as template messages take until their event is pushed; on the simulated clock. Zero = right after the answer.</summary>
    public TimeSpan JobTime { get; set; }

    /// <summary>Refuse API bodies that write non-ASCII letters as <c>\uXXXX</c>.</summary>
    public bool RefuseEscapes { get; set; } = true;

    /// <summary>Transcript entries kept per account.</summary>
    public int TranscriptEntries { get; set; } = 2_000;

    /// <summary>Messages kept per person and account.</summary>
    public int ChatMessages { get; set; } = 500;

    /// <summary>Bytes of pictures and other media kept in memory, all accounts together; the oldest go first.</summary>
    public long MediaBytes { get; set; } = 256L << 20;

    public void Add(WorldFile world)
    {
        foreach (var account in world.Accounts)
            Accounts.Add(account);
        foreach (var person in world.People)
            People.Add(person);
    }
}

/// <summary>A person with a phone.</summary>
/// <param name="Name">As in the control API; the same name with another account is the same person.</param>
/// <param name="Account">The account whose chat is on the phone.</param>
/// <param name="Follows">Whether the person follows it already; no event is pushed for that.</param>
public sealed record SimulatedPerson(string Name, string Account, bool Follows = true)
{
    /// <summary>What the account knows the person by; the same after every start.</summary>
    public string OpenId => Follower.OpenIdOf(Account, Name);
}
