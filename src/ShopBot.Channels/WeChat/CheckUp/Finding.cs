namespace ShopBot.Channels.WeChat.CheckUp;

/// <summary>What one look at an account found.</summary>
/// <param name="About">What was looked at, in a word or two.</param>
/// <param name="What">What was found, one sentence; never a secret.</param>
public abstract record Finding(string About, string What)
{
    public sealed record Fine(string About, string What) : Finding(About, What);

    /// <param name="Mend">What a person does about it.</param>
    public sealed record Wrong(string About, string What, string Mend) : Finding(About, What);

    /// <summary>Nothing is wrong, but somebody may want to know.</summary>
    public sealed record Note(string About, string What, string Mend) : Finding(About, What);

    /// <summary>It was not looked at, because of what was found before or what the account is.</summary>
    public sealed record Skipped(string About, string What) : Finding(About, What);
}
