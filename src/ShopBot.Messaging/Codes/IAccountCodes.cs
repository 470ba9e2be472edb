using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Codes;

/// <summary>A channel's way to make QR codes that say what brought whoever scans them.</summary>
/// <remarks>Never throws for a platform's answer.</remarks>
public interface IAccountCodes
{
    /// <summary>WeChat, Weibo or Line, as in the settings.</summary>
    string Channel { get; }

    /// <summary>Codes without an end that one account may have.</summary>
    int Most { get; }

    /// <summary>Whether it could be the scene of a code: long and plain enough.</summary>
    bool IsScene(string scene);

    /// <summary>Makes a code without an end; for a scene that has one the platform gives the same again.</summary>
    /// <param name="scene">For which <see cref="IsScene"/> holds.</param>
    Task<CodeAnswer> MakeAsync(Account account, string scene, CancellationToken ct);

    /// <summary>The code as a picture, large enough to be printed on a poster. Needs no platform.</summary>
    /// <param name="address">As <see cref="CodeAnswer.Made"/> has it.</param>
    /// <returns>Our media id; a PNG.</returns>
    Task<string> DrawAsync(Account account, string address, CancellationToken ct);
}

/// <summary>What came of asking for a code.</summary>
public abstract record CodeAnswer
{
    private CodeAnswer() { }

    /// <param name="Ticket">The platform's name of it.</param>
    /// <param name="Address">What the picture holds.</param>
    public sealed record Made(string Ticket, string Address) : CodeAnswer;

    /// <summary>An account of this kind may have none.</summary>
    public sealed record NotAllowed : CodeAnswer;

    /// <summary>The account has as many as it may.</summary>
    public sealed record Full : CodeAnswer;

    /// <param name="Why">In the platform's words.</param>
    public sealed record Refused(string Code, string Why) : CodeAnswer;

    /// <summary>The platform was not reached or is busy: later it may do.</summary>
    public sealed record NotNow : CodeAnswer;
}
