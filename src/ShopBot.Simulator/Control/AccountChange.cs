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
    public IReadOnlyDictionary<string, int>? MinuteLimits { get; init; }

    /// <exception cref="ControlProblem">A key that cannot be one.</exception>
    public SimulatedAccount On(SimulatedAccount known)
    {
        Check(Token, SimulatedAccount.IsToken, "token has 3 to 32 letters and digits");
        Check(EncodingAESKey, SimulatedAccount.IsEncodingAESKey, "encodingAESKey has 43 letters and digits");
        Check(AppId, SimulatedAccount.IsAppId, "appId has wx and 16 hex digits");
        Check(AppSecret, SimulatedAccount.IsAppSecret, "appSecret has 32 hex digits");
        Check(OriginalId, SimulatedAccount.IsOriginalId, "originalId has gh_ and 12 hex digits");
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
            MinuteLimits = MinuteLimits ?? known.MinuteLimits,
        };
    }

    private static void Check(string? value, Func<string, bool> fits, string shape)
    {
        if (value is not null && !fits(value))
            throw new ControlProblem(400, shape);
    }
}
