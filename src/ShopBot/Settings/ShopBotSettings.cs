using ShopBot.Demo;
using ShopBot.Dialogs;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Shops.Settings;
using ShopBot.Storage;

namespace ShopBot.Settings;

/// <summary>All settings that are not a feature's own options, read and checked once at the start.</summary>
/// <param name="PublicUrl">How phones reach this program; null = where it listens.</param>
/// <param name="Demo">The demo shops on the simulator; null in production.</param>
public sealed record ShopBotSettings(ShopBook Shops, AccountBook Accounts, StoragePlaces Places, Uri? PublicUrl, DemoWorld? Demo)
{
    /// <exception cref="SettingsException">Names every setting that is wrong.</exception>
    public static ShopBotSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new SettingProblems();
        var demo = IsSimulated(configuration, environment, problems) ? new DemoWorld(ReadDemoKind(configuration, problems)) : null;
        var shops = ShopsReader.Read(configuration, problems);
        var accounts = AccountsReader.Read(configuration, shops, demo, problems);
        var places = PlacesReader.Read(configuration, problems);
        var publicUrl = ReadPublicUrl(configuration, isProduction: demo is null, problems);
        OptionsCheck.Run<TurnOptions>(configuration, "Turns", problems);
        OptionsCheck.Run<OutboxOptions>(configuration, "Outbox", problems);
        OptionsCheck.Run<DialogsOptions>(configuration, "Dialogs", problems);
        problems.ThrowIfAny();
        return new ShopBotSettings(shops, accounts, places, publicUrl, demo);
    }

    private static bool IsSimulated(IConfiguration configuration, IHostEnvironment environment, SettingProblems problems)
    {
        const string Setting = "Simulator:Enabled";
        var text = configuration[Setting];
        if (string.IsNullOrWhiteSpace(text))
            return environment.IsDevelopment();
        if (bool.TryParse(text, out var enabled))
            return enabled;
        problems.Add(Setting, $"'{text}' is neither", "true or false");
        return false;
    }

    private static AccountKind ReadDemoKind(IConfiguration configuration, SettingProblems problems)
    {
        const string Setting = "Simulator:AccountKind";
        var text = configuration[Setting];
        if (string.IsNullOrWhiteSpace(text))
            return AccountKind.VerifiedService;
        if (Enum.TryParse<AccountKind>(text, out var kind) && Enum.IsDefined(kind))
            return kind;
        problems.Add(Setting, $"'{text}' is no kind of account", string.Join(", ", Enum.GetNames<AccountKind>()));
        return AccountKind.VerifiedService;
    }

    private static Uri? ReadPublicUrl(IConfiguration configuration, bool isProduction, SettingProblems problems)
    {
        const string Setting = "PublicUrl";
        var text = configuration[Setting];
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isProduction)
                problems.Add(Setting, "is missing: links to orders and pictures would lead nowhere", "the address phones reach this program by, such as https://bot.example.com");
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        problems.Add(Setting, $"'{text}' is no web address", "an address such as https://bot.example.com");
        return null;
    }
}
