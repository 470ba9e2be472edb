using ShopBot.Simulator.WeChat;

namespace ShopBot.Simulator.Control;

/// <summary>Settings of an account to set; what is absent stays, or is made up for a new account.</summary>
internal sealed record AccountChange
{
    public string? Title { get; init; }
    public AccountKind? Kind { get; init; }
    public PushMode? Mode { get; init; }
    public string? OriginalId { get; init; }
    public string? AppId { get; init; }
    public string? AppSecret { get; init; }
    public string? Token { get; init; }
    public string? EncodingAESKey { get; init; }
    public string? CallbackUrl { get; init; }
    public IReadOnlyList<string>? AllowedIps { get; init; }
    public IReadOnlyDictionary<string, int>? DailyLimits { get; init; }

    /// <exception cref="ControlProblem">A key that cannot be one.</exception>
    public SimulatedAccount On(SimulatedAccount known)
    {
        if (EncodingAESKey is { } key && (key.Length != 43 || !key.All(char.IsAsciiLetterOrDigit)))
            throw new ControlProblem(400, "encodingAESKey has 43 letters and digits");
        return known with
        {
            Title = Title ?? known.Title,
            Kind = Kind ?? known.Kind,
            Mode = Mode ?? known.Mode,
            OriginalId = OriginalId ?? known.OriginalId,
            AppId = AppId ?? known.AppId,
            AppSecret = AppSecret ?? known.AppSecret,
            Token = Token ?? known.Token,
            EncodingAESKey = EncodingAESKey ?? known.EncodingAESKey,
            CallbackUrl = CallbackUrl ?? known.CallbackUrl,
            AllowedIps = AllowedIps ?? known.AllowedIps,
            DailyLimits = DailyLimits ?? known.DailyLimits,
        };
    }
}
